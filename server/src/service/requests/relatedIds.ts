import { isNilId } from '../../shared/requestIds/requestIdNames.ts';
import { requestKeyOf, type Spelling, spellingsOf } from '../../shared/requestIds/requestIdSpellings.ts';
import { createFindId } from '../../shared/requestIds/findId.ts';
import type { FoundRecord } from './foundRecord.ts';

/** The kinds of ids that tie records together, beside those of requests. */
type TieKind = 'request' | 'trace' | 'session' | 'job' | 'transaction' | 'workflow';

/** An id that records of a request share with others. */
export interface RelatedId {
  readonly kind: TieKind;
  readonly id: string;
}

const mostRelated = 20;
const separator = String.raw`["'\\]{0,4}\s{0,2}[:=]\s{0,2}["'\\]{0,4}`;
const value = String.raw`([A-Za-z0-9][\w.:+/=-]{5,127})`;
const names = {
  session: 'session[-_. ]?id|sess(?:ion)?',
  job: 'job[-_. ]?id|jid|task[-_. ]?id|batch[-_. ]?id',
  transaction: 'transaction[-_. ]?id|txn[-_. ]?id',
  workflow: 'workflow[-_. ]?id|run[-_. ]?id|execution[-_. ]?id',
} satisfies Partial<Record<TieKind, string>>;
const patterns = Object.entries(names).map(
  ([kind, name]) => [kind as TieKind, new RegExp(`(?<![A-Za-z0-9])(?:${name})${separator}${value}`, 'gi')] as const,
);

/**
 * Finds the ids of traces, sessions, jobs and other requests in the records of a request, each once, at most 20 and without those of
 * zeros.
 */
type RelatedFinder = (records: readonly FoundRecord[], requestId: string) => RelatedId[];

/** Builds the search for related ids. Those that are looked for are not among them, in whatever spelling. */
export function createRelatedFinder(requestIds: readonly string[]): RelatedFinder {
  const asked = new Set(requestIds.flatMap((id) => [requestKeyOf(id), ...spellingsOf(id).map(({ text }) => text)]));
  return (records, requestId) => findRelated(records, spellingsOf(requestId), asked);
}

function findRelated(records: readonly FoundRecord[], own: readonly Spelling[], asked: ReadonlySet<string>): RelatedId[] {
  const known = new Set<string>();
  const found: RelatedId[] = [];
  const add = (kind: TieKind, id: string | undefined) => {
    if (id === undefined || isNilId(id) || found.length >= mostRelated) return;
    const key = requestKeyOf(id);
    if (known.has(key) || asked.has(key) || asked.has(id) || asked.has(id.toLowerCase())) return;
    known.add(key);
    // `1-…` of X-Ray where its digits were looked for.
    if (createFindId(id, own)(0) === undefined) found.push({ kind, id });
  };
  for (const { record, text } of records) {
    add('trace', record.traceId);
    add('request', record.requestId);
    for (const [kind, pattern] of patterns)
      for (const [, id = ''] of text.matchAll(pattern)) if (/\d/.test(id)) add(kind, id.replace(/[.:=/+-]+$/, ''));
  }
  return found;
}
