import type { LogRecogniser } from '../logs/logRecogniser.ts';
import type { CatalogueEntry, Span } from '../types.ts';

/** A request id or an error code in a line of a terminal. */
export interface TerminalLink {
  readonly kind: 'requestId' | 'code';
  readonly value: string;
  readonly span: Span;
  /** The possible meanings of the code; empty for a request id. */
  readonly entries: readonly CatalogueEntry[];
}

const longestLine = 10_000;
const mostLinks = 100;

/**
 * Finds the possible targets of a click in a terminal. A terminal shows anything, so a code only counts in two cases: only one
 * API has it, or its API shows in the workspace. In the second case, a single word also needs a name that marks it as an error
 * code.
 * @param shown ids of the catalogues whose APIs show in the workspace
 * @returns in the order of the line, without overlaps; at most 100 of the first 10,000 characters
 */
export function findTerminalLinks(line: string, recogniser: LogRecogniser, shown: ReadonlySet<string>): TerminalLink[] {
  const text = line.slice(0, longestLine);
  const codes = recogniser.findCodes(text, 0, text.length, mostLinks).flatMap(({ code, span, named }): TerminalLink[] => {
    const entries = recogniser
      .entriesOf(code)
      .filter(({ catalogue, entry }) => entry.unique || (shown.has(catalogue.id) && (named || !isWord(code))));
    return entries.length > 0 ? [{ kind: 'code', value: code, span, entries }] : [];
  });
  const ids = recogniser
    .findRequestIds(text, mostLinks)
    .map(({ id, span }): TerminalLink => ({ kind: 'requestId', value: id, span, entries: [] }));
  const found = [...codes, ...ids].sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end);
  return found.filter(({ span }, index) => index === 0 || span.start >= (found[index - 1]?.span.end ?? 0)).slice(0, mostLinks);
}

/**
 * Whether a code also occurs in sentences: `UNAUTHORIZED` and `timeout` do; `RATE_LIMITED`, `E42` and `cardDeclined` hardly do.
 */
function isWord(code: string): boolean {
  return /^[A-Za-z]?[a-z]+$|^[A-Z]+$/.test(code);
}
