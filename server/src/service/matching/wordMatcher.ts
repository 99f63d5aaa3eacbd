import { isWholeToken } from './wholeToken.ts';
import type { CodeHit, CodeMatcher } from './codeHit.ts';

/** A code, and the offset in it of the word that it is found by. */
interface Candidate {
  readonly code: string;
  readonly offset: number;
}

const tableSize = 1 << 18;
const mark = /[\p{L}\p{N}]/u;

/**
 * A matcher whose time does not depend on the number of codes: every word of the text is hashed on the way, and only one
 * whose hash a code's first word has is looked up.
 */
export function createWordMatcher(codes: readonly string[]): CodeMatcher {
  const candidates = new Map<string, Candidate[]>();
  const filter = new Uint8Array(tableSize);
  const wordless: string[] = [];
  for (const code of codes) {
    const offset = skipMarks(code, 0, code.length);
    const end = endOfWord(code, offset, code.length);
    if (end === offset) {
      wordless.push(code);
      continue;
    }
    const word = code.slice(offset, end);
    filter[hashOf(word, 0, word.length)] = 1;
    const known = candidates.get(word);
    if (known) known.push({ code, offset });
    else candidates.set(word, [{ code, offset }]);
  }
  // Longest first: of two codes with the same beginning the longer must win.
  for (const list of candidates.values()) list.sort((a, b) => b.code.length - a.code.length);

  const find = (text: string, from: number, to: number, visit: (hit: CodeHit) => boolean): void => {
    let taken = from;
    for (let start = skipMarks(text, from, to); start < to; ) {
      let hash = 0;
      let end = start;
      for (; end < to && isWordAt(text, end); end += 1) hash = ((hash * 31) ^ text.charCodeAt(end)) & (tableSize - 1);
      const hit = filter[hash] === 1 ? findCandidate(candidates.get(text.slice(start, end)), text, start, taken, to) : undefined;
      if (hit) {
        if (!visit(hit)) return;
        taken = hit.end;
      }
      start = skipMarks(text, hit ? Math.max(hit.end, end) : end, to);
    }
  };
  return {
    mayMatch(text) {
      let found = wordless.some((code) => text.includes(code));
      if (!found) find(text, 0, text.length, () => !(found = true));
      return found;
    },
    findAll(text, from = 0, to = text.length) {
      const hits: CodeHit[] = [];
      find(text, from, to, (hit) => hits.push(hit) > 0);
      for (const code of wordless) {
        for (let at = text.indexOf(code, from); at !== -1 && at + code.length <= to; at = text.indexOf(code, at + code.length)) {
          hits.push({ code, start: at, end: at + code.length });
        }
      }
      return wordless.length > 0 ? hits.sort((a, b) => a.start - b.start) : hits;
    },
  };
}

function findCandidate(
  candidates: readonly Candidate[] | undefined,
  text: string,
  wordStart: number,
  from: number,
  to: number,
): CodeHit | undefined {
  for (const { code, offset } of candidates ?? []) {
    const start = wordStart - offset;
    const end = start + code.length;
    if (start >= from && end <= to && text.startsWith(code, start) && isWholeToken(text, start, end)) return { code, start, end };
  }
  return undefined;
}

function hashOf(text: string, from: number, to: number): number {
  let hash = 0;
  for (let at = from; at < to; at += 1) hash = ((hash * 31) ^ text.charCodeAt(at)) & (tableSize - 1);
  return hash;
}

function skipMarks(text: string, from: number, to: number): number {
  let at = from;
  while (at < to && !isWordAt(text, at)) at += 1;
  return at;
}

function endOfWord(text: string, from: number, to: number): number {
  let at = from;
  while (at < to && isWordAt(text, at)) at += 1;
  return at;
}

/** Whether the character belongs to a word, as `isWholeToken` sees it. */
function isWordAt(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  if (unit < 128) {
    return (unit >= 97 && unit <= 122) || (unit >= 65 && unit <= 90) || (unit >= 48 && unit <= 57) || unit === 95 || unit === 36;
  }
  return mark.test(text.charAt(at));
}
