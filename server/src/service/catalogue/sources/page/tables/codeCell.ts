import type { SourceLocation, StatusPattern } from '../../../../types.ts';
import { type CodeStrength, isFamily, strengthOf } from '../codeShape.ts';
import { locationIn, plainTextOf, type RichText, type Run } from '../richText.ts';
import { isReason, readStatuses } from '../statusText.ts';

/** A word that looks like a code, with its place. */
export interface CodeWord {
  readonly word: string;
  readonly strength: CodeStrength;
  /** Written as code. */
  readonly quoted: boolean;
  readonly location: SourceLocation;
}

/** The content of a cell, or of the head of an item, that should contain codes. */
export interface CodeCell {
  readonly words: readonly CodeWord[];
  /** Words such as `REQ_*`, which mean several codes. */
  readonly families: readonly string[];
  readonly statuses: readonly StatusPattern[];
  /** There is also other text: a sentence, a word that is no code. */
  readonly prose: boolean;
}

interface Word {
  readonly text: string;
  readonly run: Run;
  readonly index: number;
  readonly enclosed: boolean;
}

const joining = /^(?:or|and|oder|und|ou|et|或|和|、|[-–—:•·→=>&+/.*✅❌⚠]+\ufe0f?|n\/a|none|error|errors?:|code:?|http)$/i;

/** A word or sign between two codes. `E 3` has none: its letter is a part of the code. */
function joins(word: string): boolean {
  return joining.test(word) || /^[oye]$/.test(word);
}

/** Reads the codes of a cell: those written as code when there are any, else its words when all of them are codes. */
export function readCodeCell(cell: RichText): CodeCell {
  const words = wordsOf(cell);
  const quoted = words.filter(({ run, enclosed }) => run.code && !enclosed);
  const families = words.filter(({ text }) => isFamily(text)).map(({ text }) => text);
  if (quoted.some(({ text }) => strengthOf(text) !== undefined && !isStatusWord(text)) || families.length > 0) {
    // Words beside the code that are not written as code describe it: `401 INVALID_KEY`, "Standard `bad_request`".
    const beside = words.filter(({ run }) => !run.code).map(({ text }) => text);
    const runs = new Set(quoted.map(({ run }) => run));
    // A run with any other text is a phrase: `SELECT a_b`.
    for (const { run, text } of quoted) {
      const isPhrase = /[a-z]\s+[a-z]/i.test(run.text) && !/[,|]/.test(run.text) && strengthOf(text) === 'plain';
      if (isPhrase || (strengthOf(text) === undefined && !joins(text) && !isFamily(text))) runs.delete(run);
    }
    // `401 Unauthorized` is a status with its reason.
    for (const run of runs) if (isStatusLine(run.text)) runs.delete(run);
    const kept = quoted.filter(({ run }) => runs.has(run));
    return {
      words: kept.flatMap((word) => codeWordOf(word)),
      families,
      statuses: readStatuses([...kept.map(({ text }) => text), ...beside].join(' ')),
      prose: kept.length === 0,
    };
  }
  const bare = words.filter(({ enclosed }) => !enclosed);
  const text = plainTextOf(cell);
  const statuses = readStatuses(text);
  const rest = bare.filter(({ text: word }) => !joins(word) && !isStatusWord(word));
  const codes = rest.flatMap((word) => codeWordOf(word));
  const isPhrase = rest.length > 1 && codes.some(({ strength, word }) => strength === 'plain' && /[a-z]/.test(word));
  const prose =
    rest.length !== codes.length || isPhrase || (isReason(rest.map((word) => word.text).join(' ')) && statuses.length > 0);
  return { words: prose ? [] : codes, families, statuses, prose: prose && rest.length > 0 };
}

/** A status and HTTP's own words for it; in capitals, they may be a code. */
function isStatusLine(text: string): boolean {
  const reason = /^\s{0,9}(?:HTTP )?[1-5]\d\d[\s:–-]{1,5}(\w[\w ]{1,60})$/.exec(text)?.[1];
  return reason !== undefined && /[a-z]/.test(reason) && isReason(reason);
}

function codeWordOf({ text, run, index }: Word): CodeWord[] {
  const strength = strengthOf(text);
  if (strength === undefined || isStatusWord(text)) return [];
  return [{ word: text, strength, quoted: run.code, location: locationIn(run, index) }];
}

function isStatusWord(word: string): boolean {
  return /^[1-5](?:\d\d|xx)$/i.test(word);
}

/** Returns the words of a text and marks those in parentheses. Signs that only separate words are left out. */
function wordsOf(text: RichText): Word[] {
  const words: Word[] = [];
  let open = 0;
  for (const run of text) {
    for (const match of run.text.matchAll(run.code ? /[^\s,|"]+/g : /[()（）]|[^\s,;|，；、"“”()（）~]+/g)) {
      if (!run.code && /[(（]/.test(match[0])) open++;
      else if (!run.code && /[)）]/.test(match[0])) open = Math.max(0, open - 1);
      else {
        const [quoted, before] = unquote(match[0]);
        // `ERROR_RANGE:input` is a code with a place for more behind it.
        const text = quoted.replace(/^([A-Z][A-Z\d]*(?:_[A-Z\d]+)+):[a-z][a-z_]*$/, '$1');
        if (text !== '') words.push(...splitSlashes(text, match.index + before, run, open > 0));
      }
    }
  }
  return words;
}

/** A word without the quotes around it, and how many characters of them are before it. */
function unquote(word: string): [string, number] {
  const match = /^(['‘]+)(.*?)['’]+$/.exec(word);
  return match ? [match[2] ?? '', match[1]?.length ?? 0] : [word, 0];
}

/** `A_B/C_D` are two codes, `auth/user-not-found` is one. A colon or a full stop at the end belongs to the sentence. */
function splitSlashes(text: string, index: number, run: Run, enclosed: boolean): Word[] {
  const parts = text.split('/');
  if (parts.length > 1 && parts.every((part) => /^[A-Z][A-Z0-9]*_[A-Z0-9_]+$|^[1-5]\d\d$|^[a-z]+_[a-z0-9_]+$/.test(part))) {
    let at = index;
    return parts.map((part) => {
      const word = { text: part, run, index: at, enclosed };
      at += part.length + 1;
      return word;
    });
  }
  const end = /[_\d]|[A-Z]{2}/.test(text) ? /[.:。：]+$/ : /[.:!?。：]+$/;
  const trimmed = run.code ? text : text.replace(end, '');
  return trimmed === '' ? [] : [{ text: trimmed, run, index, enclosed }];
}
