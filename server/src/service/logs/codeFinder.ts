import { escapeRegExp } from '../matching/codeMatcher.ts';
import type { Span } from '../types.ts';
import { endsWithEscape } from './escapes.ts';

/** An error code of a catalogue in a text. */
export interface CodeMention {
  readonly code: string;
  readonly span: Span;
  /** It is the value of a name that reads like an error code: `code=…`, `"error": "…"`. */
  readonly named: boolean;
}

/** Finds codes of the text between two offsets, at most `limit`, left to right. */
export type CodeFinder = (text: string, start?: number, end?: number, limit?: number) => CodeMention[];

// Up to here one alternation is the quickest scan; above it, each word is looked up.
const mostAlternatives = 500;
const naming = /(?:code|error|err|reason|error_?type|type)["'\\\]]{0,8}\s{0,2}(?::|=>|=|\s)\s{0,2}["'\\[]{0,8}$/i;

/**
 * Builds the search for a set of codes: whole tokens, case-sensitive. `NOT_FOUND` is not found in `USER_NOT_FOUND`,
 * `NOT_FOUNDED` or `not-NOT_FOUND`. A code that is a number only counts where a name marks it as an error code.
 */
export function createCodeFinder(codes: Iterable<string>): CodeFinder {
  const known = new Set([...codes].filter((code) => code !== ''));
  if (known.size === 0) return () => [];
  const scan = known.size <= mostAlternatives ? createAlternation(known) : /[A-Za-z0-9_$][^\s"'`,;()[\]{}<>|=\\]*/g;
  return (text, start = 0, end = text.length, limit = 10_000) => {
    const found: CodeMention[] = [];
    scan.lastIndex = start;
    for (let match = scan.exec(text); match && match.index < end && found.length < limit; match = scan.exec(text)) {
      const code = known.has(match[0]) ? match[0] : findKnownPart(match[0], known);
      const at = match.index + (code === undefined ? 0 : match[0].indexOf(code));
      if (code !== undefined && at + code.length <= end && isWholeToken(text, at, at + code.length)) {
        const named = naming.test(text.slice(Math.max(0, at - 40), at));
        if (named || !/^\d+$/.test(code)) found.push({ code, span: { start: at, end: at + code.length }, named });
      }
    }
    return found;
  };
}

/** Chooses the mention that the record is about: the first that a name points at, else the first. */
export function chooseCode(mentions: readonly CodeMention[]): CodeMention | undefined {
  return mentions.find(({ named }) => named) ?? mentions[0];
}

function createAlternation(codes: ReadonlySet<string>): RegExp {
  const longestFirst = [...codes].sort((a, b) => b.length - a.length);
  return new RegExp(longestFirst.map(escapeRegExp).join('|'), 'g');
}

/** `error:NOT_FOUND.` and `ErrorCode.NOT_FOUND` are one run of characters with a code in it. */
function findKnownPart(run: string, known: ReadonlySet<string>): string | undefined {
  if (run.length > 1_000) return undefined;
  const trimmed = run.replace(/[^A-Za-z0-9_$]{1,4}$/, '');
  const words = [trimmed, ...(run.match(/[A-Za-z0-9_$]+/g) ?? [])];
  // The end of an escape such as `\n`, `%22` or a colour before the code belongs to the run.
  const candidates = words.flatMap((word) => [
    word,
    word.replace(/^(?:u[\dA-Fa-f]{4}|[\d;:]{0,20}m|x?(?:25){0,2}[\dA-Fa-f]{2}|[nrtbf])/, ''),
  ]);
  return candidates.find((candidate) => known.has(candidate));
}

function isWholeToken(text: string, start: number, end: number): boolean {
  const after = text.charAt(end);
  if (/[A-Za-z0-9_$]/.test(after) || (after === '-' && /\w/.test(text.charAt(end + 1)))) return false;
  const before = text.charAt(start - 1);
  if (before === '-') return !/\w/.test(text.charAt(start - 2));
  return !/[A-Za-z0-9_$]/.test(before) || endsWithEscape(text.slice(Math.max(0, start - 32), start));
}
