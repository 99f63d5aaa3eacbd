import type { CodeHit, CodeMatcher } from '../matching/codeHit.ts';
import { createCodeMatcher } from '../matching/codeMatcher.ts';
import type { Span } from '../types.ts';
import { blankEscapes, endsWithEscape, mayHoldEscape } from './escapes.ts';

/** An error code of a catalogue in a text. */
export interface CodeMention {
  readonly code: string;
  readonly span: Span;
  /** It is the value of a name that reads like an error code: `code=…`, `"error": "…"`. */
  readonly named: boolean;
}

/** Finds codes of the text between two offsets, at most `limit`, left to right. */
export type CodeFinder = (text: string, start?: number, end?: number, limit?: number) => CodeMention[];

const naming = /(?:code|error|err|reason|error_?type|type)["'\\\]]{0,8}\s{0,2}(?::|=>|=|\s)\s{0,2}["'\\[]{0,8}$/i;

/**
 * Builds the search for a set of codes: whole tokens, case-sensitive. `NOT_FOUND` is not found in `USER_NOT_FOUND`,
 * `NOT_FOUNDED` or `not-NOT_FOUND`. A code that is a number only counts where a name marks it as an error code.
 */
export function createCodeFinder(codes: Iterable<string>): CodeFinder {
  const matcher = createCodeMatcher([...new Set(codes)].filter((code) => code !== ''));
  return (text, start = 0, end = text.length, limit = 10_000) => {
    const found: CodeMention[] = [];
    for (const { code, start: at, end: to } of findHits(matcher, text, start, end)) {
      if (found.length >= limit) break;
      if (!isWholeToken(text, at, to)) continue;
      const named = naming.test(text.slice(Math.max(0, at - 40), at));
      if (named || !/^\d+$/.test(code)) found.push({ code, span: { start: at, end: to }, named });
    }
    return found;
  };
}

/** The hits of a text as it is, and of its words without an escape before them: `\nNOT_FOUND`, `%22NOT_FOUND`. */
function findHits(matcher: CodeMatcher, text: string, start: number, end: number): readonly CodeHit[] {
  const hits = matcher.findAll(text, start, end);
  if (!mayHoldEscape(text)) return hits;
  const starts = new Set(hits.map((hit) => hit.start));
  const others = matcher.findAll(blankEscapes(text), start, end).filter((hit) => !starts.has(hit.start));
  return others.length === 0 ? hits : [...hits, ...others].sort((a, b) => a.start - b.start);
}

/** Chooses the mention that the record is about: the first that a name points at, else the first. */
export function chooseCode(mentions: readonly CodeMention[]): CodeMention | undefined {
  return mentions.find(({ named }) => named) ?? mentions[0];
}

function isWholeToken(text: string, start: number, end: number): boolean {
  const after = text.charAt(end);
  if (/[A-Za-z0-9_$]/.test(after) || (after === '-' && /\w/.test(text.charAt(end + 1)))) return false;
  const before = text.charAt(start - 1);
  if (before === '-') return !/\w/.test(text.charAt(start - 2));
  return !/[A-Za-z0-9_$]/.test(before) || endsWithEscape(text.slice(Math.max(0, start - 32), start));
}
