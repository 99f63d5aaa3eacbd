import { mentionsTerm, normaliseWords } from './tables/headerTerms.ts';
import type { CodeWord } from './tables/codeCell.ts';
import { meansFailure } from './tables/headerWords.ts';
import { type CodeHead, headOf } from './codeHead.ts';
import { canBeCode, isNumberCode, isUnmistakable, strengthOf } from './codeShape.ts';
import { dropCharacters, joinRuns, locationIn, type RichText } from './richText.ts';
import { isReason, isStatusNumber } from './statusText.ts';

/** A heading or item that begins with numbers, or with the word for an error and numbers or codes. */
export interface NumberHead extends CodeHead {
  /** A word says that the numbers are errors: `Error 1003`. */
  readonly announced: boolean;
  readonly name?: string;
}

const codes = /^[`*"'“]{0,3}((?:[-\u2212\u2013\u2012]?\d[\d._]{0,15}|0x[\da-f]{2,16})(?![\p{L}\d%-]))/iu;
const between = /^[`*]{0,3}\s{0,3}(?:[,/&+|、]|and\b|or\b|и\b|및|和)\s{0,3}/i;
const enclosed = /[([](?:error |code |error code )?[:#]?\s{0,2}`?([^\s()[\]`]{2,100})`?[)\]][.\s]{0,3}$/i;

/**
 * Reads `1000 Unknown error`, `-1000 UNKNOWN`, `Error 1003 Access denied`, `Errors 1006, 1007`; undefined for a number that
 * is a status with its reason, a year, a section's number.
 */
export function readNumberHead(text: RichText): NumberHead | undefined {
  const joined = joinRuns(text).slice(0, 400);
  const announced = announcementOf(joined);
  const words: CodeWord[] = [];
  let at = announced?.length ?? 0;
  for (;;) {
    const match = codes.exec(joined.slice(at));
    const word = match?.[1]?.replace(/\.$/, '');
    if (!match || word === undefined) break;
    const start = at + match[0].length - (match[1]?.length ?? 0);
    words.push({ word, strength: 'number', quoted: false, location: placeOf(text, start) });
    at = start + word.length;
    const gap = between.exec(joined.slice(at));
    if (!gap || !codes.test(joined.slice(at + gap[0].length)) || words.length >= 50) break;
    at += gap[0].length;
  }
  const after = joined.slice(at);
  if (words.length === 0 || !/^[`*"'”]{0,3}(?:[\s:：.|–—-]|$)/.test(after)) return undefined;
  const rest = after.replace(/^[`*"'”\s:：.|–—=>-]+/, '').trim();
  if (!words.every(({ word }) => isErrorNumber(word, rest, announced !== undefined))) return undefined;
  const name = words.length === 1 && canBeCode(rest) && isName(rest) ? rest : undefined;
  return { ...headOf(words, rest), announced: announced !== undefined, ...(name !== undefined && { name }) };
}

/** `TOO_FAST`, `UNKNOWN`, `ParseError`. */
function isName(word: string): boolean {
  return isUnmistakable(word) || /^[A-Z][A-Z\d_]{2,}$|^[A-Z][a-z]+(?:[A-Z][a-z]+)+$|^[a-z]+(?:_[a-z\d]+)+$/.test(word);
}

/** A title without the words that announce its code: `Error code: MAP_LOST`. Undefined where no such words begin it. */
export function withoutAnnouncement(text: RichText): RichText | undefined {
  const joined = joinRuns(text).slice(0, 200);
  const match = /^\s{0,9}((?:\p{L}[\p{L}\p{M}’']{0,20}\s{0,2}){1,3})[:：]\s{0,9}(?=\S)/u.exec(joined);
  if (!match?.[1] || !announces(match[1])) return undefined;
  return dropCharacters(text, match[0].length);
}

/** Reads a title with its code at the end: `Sign in failed. (4000006)`. */
export function readTrailingCode(text: RichText): CodeHead | undefined {
  const joined = joinRuns(text).slice(0, 400);
  const match = enclosed.exec(joined);
  const word = match?.[1];
  if (!match || word === undefined || match.index < 3) return undefined;
  const strength = strengthOf(word);
  const isSure = isNumberCode(word) ? /^[-\u2212]?\d{4,15}$/.test(word) && !isYear(word) : isUnmistakable(word);
  if (strength === undefined || !isSure) return undefined;
  const location = placeOf(text, match.index + match[0].indexOf(word));
  return headOf([{ word, strength, quoted: false, location }], joined.slice(0, match.index).trim());
}

/** `Error `, `Error code: `, `Ошибка `: a word for an error right before the number. */
function announcementOf(text: string): string | undefined {
  const match = /^[\s`*#]{0,9}((?:\p{L}[\p{L}\p{M}’']{0,20}\s{0,2}){1,3})[\s:#№`*"'“]{0,5}(?=[-\u2212\d])/u.exec(text);
  if (!match?.[1]) return undefined;
  return announces(match[1]) ? match[0] : undefined;
}

function announces(text: string): boolean {
  const said = normaliseWords(text);
  const isError = /^(?:errors?|err|error codes?|codes?|exceptions?|faults?)$/.test(said);
  return (
    isError ||
    mentionsTerm(said, 'errorCode') ||
    mentionsTerm(said, 'error') ||
    (mentionsTerm(said, 'code') && !said.includes(' '))
  );
}

function isErrorNumber(word: string, rest: string, announced: boolean): boolean {
  if (isStatusWithReason(word, rest) || (isYear(word) && !meansFailure(rest))) return false;
  if (/^[-\u2212\u2013\u2012]\d|^0x|_/.test(word)) return true;
  const digits = word.replace(/\D.*/, '').length;
  return digits >= 4 || ((announced || /^[A-Z][A-Z\d]*(?:_[A-Z\d]+)+$/.test(rest)) && !isStatusNumber(word));
}

function isStatusWithReason(word: string, rest: string): boolean {
  return isStatusNumber(word) && (rest === '' || isReason(rest.split(/\s[-–—]\s|[:.,;(–—]/)[0] ?? ''));
}

function isYear(word: string): boolean {
  return /^(?:19|20)\d\d$/.test(word);
}

function placeOf(text: RichText, offset: number): CodeWord['location'] {
  const run = dropCharacters(text, offset)[0] ?? text[0];
  return run ? locationIn(run, 0) : { line: 0, column: 0 };
}
