import { type BoundedPattern, createBoundedPattern } from '../matching/boundedPattern.ts';
import type { Catalogue, Span } from '../types.ts';
import { decodeViews, type DecodedView } from './decodedViews.ts';
import { isPlaceholder } from './entropy.ts';
import { createKeywordFinder, type KeywordFinder } from './keywordFinder.ts';
import { createRuleSearch, type FoundSecret } from './runRules.ts';
import { personalData } from './personalData.ts';
import { type PersonalKind, personalKinds } from './personalKinds.ts';
import { secretRules } from './secretRules.ts';
import { findColumnSecrets } from './columnSecrets.ts';
import { findTableSecrets } from './tableSecrets.ts';

/** Finds secrets of the kinds that a scanner knows. An adapter's job: the scanner is a library that is loaded when needed. */
export type SecretFinder = (text: string) => Promise<readonly Span[]>;

/** The part of the options that does not depend on the text. */
export interface RedactionSettings {
  readonly findSecrets: SecretFinder;
  /** Personal data that stays. */
  readonly keepKinds: ReadonlySet<PersonalKind>;
  /** Secrets of other texts and their kinds, found wherever they are repeated; those of this text are added. */
  readonly known?: Map<string, string>;
}

export interface RedactionOptions
  extends Pick<RedactionSettings, 'findSecrets'>,
    Partial<Pick<RedactionSettings, 'keepKinds' | 'known'>> {
  /** Their `secrets` are redacted. */
  readonly catalogues: readonly Catalogue[];
  /** Texts that stay, such as the request id itself. */
  readonly keep: readonly string[];
}

export interface Redaction {
  readonly text: string;
  /** How many stretches went, by kind. */
  readonly counts: ReadonlyMap<string, number>;
}

const mostKnown = 5_000;
const fewKnown = 20;
// No rule's match goes from one text to the next: that takes lines of one kind.
const between = '\n\0\n';
// Built with the first text: most runs redact nothing.
let findByRules: ReturnType<typeof createRuleSearch> | undefined;

/**
 * Removes credentials and personal data from a text: keys of each catalogue's shape, the scanner's findings, tokens, cookies,
 * passwords, e-mail addresses, card numbers. Also finds them where JSON escapes or percent encoding split them, and where they
 * are repeated without anything beside them that marks them.
 */
export async function redactText(text: string, options: RedactionOptions): Promise<Redaction> {
  return replaceSecrets(text, await findAllSecrets(text, options));
}

/** The same for texts that belong together: a secret that one of them marks is found in the others. */
export async function redactTexts(texts: readonly string[], options: RedactionOptions): Promise<string[]> {
  const secrets = await findAllSecrets(texts.join(between), options);
  let [start, first] = [0, 0];
  return texts.map((text) => {
    const end = start + text.length;
    while ((secrets[first]?.end ?? Number.POSITIVE_INFINITY) <= start) first++;
    const own: FoundSecret[] = [];
    for (let at = first; at < secrets.length; at++) {
      const secret = secrets[at];
      if (secret === undefined || secret.start >= end) break;
      own.push({ ...secret, start: Math.max(0, secret.start - start), end: Math.min(text.length, secret.end - start) });
    }
    start = end + between.length;
    return replaceSecrets(text, own).text;
  });
}

async function findAllSecrets(text: string, options: RedactionOptions): Promise<FoundSecret[]> {
  const patterns = options.catalogues.flatMap(({ secrets }) => secrets.flatMap(({ name, pattern }) => compile(name, pattern)));
  // `{"token":"INSUFFICIENT_CREDITS"}` names the problem with the token.
  const keep = new Set([...options.keep, ...options.catalogues.flatMap(({ codes }) => [...codes.keys()])]);
  const keepKinds = new Set<string>(Array.from(options.keepKinds ?? [], (kind) => personalKinds[kind]));
  const found: FoundSecret[] = [];
  const known = options.known ?? new Map<string, string>();
  const views = decodeViews(text);
  for (const view of views) {
    const inView = [
      ...(findByRules ??= createRuleSearch([...secretRules, ...personalData]))(view.text),
      ...findInTables(view.text),
      ...findByPatterns(view.text, patterns),
    ];
    for (const span of await options.findSecrets(view.text))
      if (!isOfFileName(view.text, span) && !isPlaceholder(view.text.slice(span.start, span.end)))
        inView.push({ ...endAddress(view.text, span), kind: 'secret' });
    for (const secret of inView) {
      if (keep.has(view.text.slice(secret.start, secret.end)) || keepKinds.has(secret.kind)) continue;
      found.push(toOriginal(secret, view));
      const value = view.text.slice(secret.start, secret.end);
      if (known.size < mostKnown && isTelling(value)) known.set(value, secret.kind);
    }
  }
  const findKnown = createKnownSearch(known);
  for (const view of views) for (const secret of findKnown(view.text)) found.push(toOriginal(secret, view));
  return mergeSecrets(found);
}

function compile(kind: string, source: string): { readonly kind: string; readonly pattern: BoundedPattern }[] {
  const result = createBoundedPattern(source);
  return result.ok ? [{ kind, pattern: result.pattern }] : [];
}

function* findInTables(text: string): Generator<FoundSecret> {
  for (const span of findTableSecrets(text)) yield { ...span, kind: 'secret value' };
  for (const span of findColumnSecrets(text)) yield { ...span, kind: 'secret value' };
}

function findByPatterns(
  text: string,
  patterns: readonly { readonly kind: string; readonly pattern: BoundedPattern }[],
): FoundSecret[] {
  return patterns.flatMap(({ kind, pattern }) => pattern.findAll(text).map((span) => ({ ...span, kind })));
}

/** Whether a secret is recognisable in any place: a password may be an ordinary word, a key is not. */
function isTelling(secret: string): boolean {
  if (!/^[^\s"']{8,2000}$/.test(secret) || /^\d{4}-\d\d-\d\d/.test(secret)) return false;
  return /\d/.test(secret) ? /[A-Za-z]/.test(secret) : secret.length > 19 && /[a-z]/.test(secret) && /[A-Z]/.test(secret);
}

/** Finds the repetitions of known secrets, without the text that marked them. */
function createKnownSearch(known: ReadonlyMap<string, string>): (text: string) => FoundSecret[] {
  const secrets = [...known];
  const find = createTextSearch(secrets.map(([secret]) => secret));
  return (text) => {
    const { keywords, starts } = find(text);
    return keywords.flatMap((keyword, index) => {
      const [secret = '', kind = ''] = secrets[keyword] ?? [];
      const start = starts[index] ?? 0;
      const end = start + secret.length;
      // The search may know no case.
      const isIt = text.startsWith(secret, start) && !/[A-Za-z0-9]/.test(text.charAt(start - 1) + text.charAt(end));
      return isIt ? [{ start, end, kind }] : [];
    });
  };
}

/** Few texts are found one after the other, which is quicker than the automaton for many. */
function createTextSearch(texts: readonly string[]): KeywordFinder {
  if (texts.length > fewKnown) return createKeywordFinder(texts);
  return (text) => {
    const [keywords, starts]: [number[], number[]] = [[], []];
    for (const [index, one] of texts.entries())
      for (let start = text.indexOf(one); start >= 0; start = text.indexOf(one, start + one.length)) {
        keywords.push(index);
        starts.push(start);
      }
    return { keywords, starts };
  };
}

/** The scanner takes the end of a file's name for a token: `2018-250-xoxo-20180214-party.jpg`. */
function isOfFileName(text: string, { start, end }: Span): boolean {
  return (
    /[\w]-|[\w]_/.test(text.slice(Math.max(0, start - 2), start)) &&
    /^[\w-]{0,60}\.[a-z]{2,4}(?![\w.])/.test(text.slice(end, end + 70))
  );
}

/** The scanner takes an address with a password to go on to the next space: it ends at a quote. */
function endAddress(text: string, span: Span): Span {
  const secret = text.slice(span.start, span.end);
  const quote = /^[a-z][a-z0-9+.-]{1,30}:\/\//i.test(secret) ? secret.indexOf('"') : -1;
  return quote < 0 ? span : { start: span.start, end: span.start + quote };
}

function toOriginal(secret: FoundSecret, { origins }: DecodedView): FoundSecret {
  if (origins === undefined) return secret;
  return { start: origins[secret.start] ?? 0, end: origins[secret.end] ?? 0, kind: secret.kind };
}

function mergeSecrets(found: readonly FoundSecret[]): FoundSecret[] {
  const merged: FoundSecret[] = [];
  for (const secret of found.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    const last = merged.at(-1);
    if (last && secret.start < last.end) merged[merged.length - 1] = { ...last, end: Math.max(last.end, secret.end) };
    else merged.push(secret);
  }
  return merged;
}

function replaceSecrets(text: string, secrets: readonly FoundSecret[]): Redaction {
  const counts = new Map<string, number>();
  let redacted = '';
  let from = 0;
  for (const { start, end, kind } of secrets) {
    redacted += `${text.slice(from, start)}[redacted ${kind}]`;
    from = end;
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  return { text: redacted + text.slice(from), counts };
}
