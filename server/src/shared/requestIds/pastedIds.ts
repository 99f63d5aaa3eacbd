import { looksLikeRequestId } from './looksLikeRequestId.ts';
import { pairOfValue, patternOfNames, requestIdNames, traceIdName } from './requestIdNames.ts';
import { withoutRepeats } from './requestIdSpellings.ts';
import { readTraceDigits, xRayIn } from './traceIds.ts';

/** The longest text that ids are looked for in: an answer with its headers. */
const longest = 20_000;
const most = 100;
const uuidText = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}';
const uuid = new RegExp(`(?<![\\w-])${uuidText}(?![\\w-])`, 'gi');
// The unseen characters that mail programs and web pages put into a text, and those that they replace a hyphen with.
const unseen = /[\u00AD\u200B-\u200D\u2060\uFEFF]/g;
const hyphens = /[\u2010-\u2015\u2212]/g;
const opening = /^[\s"'`“”„‘’«‹「『（【([{<*_]+/;
const closing = /[\s"'`“”‘’»›」』）】)\]}>.,;:!?。，、*_]/;
const brackets: Readonly<Record<string, string>> = { ')': '(', ']': '[', '}': '{', '>': '<' };
// An id's name, in any language, before a colon or an equals sign; none has digits.
const label = /^[\p{L}\p{M}][\p{L}\p{M}\s_.()#№’'"-]{0,60}?["']?\s{0,3}(?:[:：=＝]|\bis\b)\s{0,3}/u;
/** The same without a colon, when it ends in a word for ids. */
const wordLabel = /^[\p{L}\p{M}][\p{L}\p{M}\s_-]{0,60}?(?:id|#|№)\s{1,3}(?=\S+$)/iu;
const separator = String.raw`(?:["'\\\]]{0,8}\s{0,3}(?:=>|[:=：]|\bis\b|(?<=[a-z])>)\s{0,3}["'\\[({<]{0,8}|${pairOfValue})`;
const value = String.raw`((?:root=)?[\w|][\w.:+/=@%|-]{3,200})`;
const named = {
  request: new RegExp(`(?<![a-z\\d])(?:${patternOfNames(requestIdNames)})${separator}${value}`, 'gi'),
  trace: new RegExp(`${traceIdName}${separator}${value}`, 'gi'),
};
/** The rest of JSON in one line is no id. */
const notOfId = /[\s"{}<>]/;
const nameOfParameter = /^(?:.*[-_.])?(?:id|rid|trace|request|req|correlation|ref)$|(?:Id|ID)$/;

/** An id after its name in a text. */
export interface NamedId {
  readonly id: string;
  readonly start: number;
  readonly end: number;
}

/** Finds the ids after names for ids of requests in a text; where it has none, those after names for ids of traces. */
export function findNamedIds(text: string): NamedId[] {
  for (const pattern of [named.request, named.trace]) {
    const found = [...text.matchAll(pattern)].flatMap(({ 0: whole, 1: given = '', index }) => {
      const id = withoutClosing(given);
      const start = index + whole.length - given.length;
      // `request_id=undefined` is not an id.
      return /\d/.test(id) ? [{ id, start, end: start + id.length }] : [];
    });
    if (found.length > 0) return found;
  }
  return [];
}

/**
 * The ids in a text that somebody copied from a mail, a page, an answer, an address or a log: without labels, quotes and
 * punctuation, each once, at most 100. A text with no sign of an id comes back whole, without the white space around it; an
 * empty one gives none.
 */
export function readPastedIds(pasted: string): string[] {
  const text = pasted.slice(0, longest).replace(unseen, '').trim();
  if (text === '') return [];
  if (pasted.trim().length > longest) return [pasted.trim()];
  const plain = text.replace(hyphens, '-');
  const ids = /\s/.test(plain) || isNested(plain) ? readMany(plain) : readWord(plain);
  return ids.length > 0 ? withoutRepeats(ids).slice(0, most) : [text];
}

/** JSON in one line, also as a string, or XML. */
function isNested(text: string): boolean {
  return /^["']?[[{<].*[:>]/.test(text);
}

function readMany(text: string): string[] {
  const byName = findNamedIds(text).map(({ id }) => id);
  if (byName.length > 0) return byName.flatMap(readWord);
  const words = text
    .split(isNested(text) ? /[\s,;，、"'{}[\]<>\\]+/ : /[\s,;，、]+/)
    .map(undecorate)
    .filter((word) => word !== '');
  if (words.length > 1 && words.every(looksLikeRequestId)) return words.flatMap(readWord);
  for (const form of [label, wordLabel]) {
    const one = undecorate(text.replace(form, ''));
    if (!notOfId.test(one) && /\d/.test(one)) return readWord(one);
  }
  const uuids = [...text.matchAll(uuid)].map(([found]) => found);
  if (uuids.length > 0) return unlessSame(uuids);
  return words.filter(isUnmistakable).flatMap(readWord);
}

/** The id of a text without white space. */
function readWord(text: string): string[] {
  const word = undecorate(text).replace(/^urn:uuid:/i, '');
  if (/^https?:\/\//i.test(word)) return readAddress(word);
  const [own] = findNamedIds(word);
  if (own?.end === word.length) return [own.id];
  const id = undecorate(word.replace(label, ''));
  if (id === '' || id === word) return id === '' ? [] : [word];
  // A word with several colons may be an id itself, such as an ARN.
  const isNamed = /id["']?\s*[:=：＝]$/i.test(word.slice(0, word.indexOf(id)).replace(opening, '').trimEnd());
  return [isNamed || (looksLikeRequestId(id) && !id.includes(':')) ? id : word];
}

/** The value of a parameter for ids, else the last part of the path that looks like one; an address without is no id. */
function readAddress(address: string): string[] {
  let url: URL;
  try {
    url = new URL(address);
  } catch {
    return [address];
  }
  const parameters = [...url.searchParams, ...new URLSearchParams(url.hash.slice(1).replace(/^.*\?/, ''))];
  const given = parameters.filter(([name, id]) => nameOfParameter.test(name) && looksLikeRequestId(id)).map(([, id]) => id);
  if (given.length > 0) return given;
  const parts = `${url.pathname}/${url.hash.slice(1)}`.split('/').map(decodePart);
  const last = parts.findLast((part) => looksLikeRequestId(part) && part.length >= 8);
  return last === undefined ? [address] : [last];
}

/** Without quotes, brackets and punctuation. A base64 text keeps its equals signs, and `a(b)` its brackets. */
function undecorate(text: string): string {
  return withoutClosing(text.replace(opening, ''));
}

/** A pattern for signs at the end would begin anew at each of them. */
function withoutClosing(text: string): string {
  let end = text.length;
  const surplus = new Map<string, number>();
  for (; end > 0 && closing.test(text.charAt(end - 1)); end--) {
    const sign = text.charAt(end - 1);
    const opens = brackets[sign];
    if (opens === undefined) continue;
    const left = surplus.get(sign) ?? text.split(sign).length - text.split(opens).length;
    if (left <= 0) break;
    surplus.set(sign, left - 1);
  }
  return text.slice(0, end);
}

function isUnmistakable(word: string): boolean {
  if (/^req_\w{8,}$/.test(word) || /^[0-7][\dA-HJKMNP-TV-Z]{25}$/.test(word)) return true;
  return word.length >= 16 && /\d/.test(word) && (readTraceDigits(word) !== undefined || xRayIn(word) !== undefined);
}

/** Several spellings of one UUID are one id. */
function unlessSame(uuids: readonly string[]): string[] {
  return [...new Map(uuids.toReversed().map((id) => [id.toLowerCase(), id])).values()].reverse();
}

function decodePart(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
