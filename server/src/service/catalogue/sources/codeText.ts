import reasonPhrases from '../../../generated/reasonPhrases.json' with { type: 'json' };
import type { StatusPattern } from '../../types.ts';
import type { Placed } from './placed.ts';

const longestCode = 200;
const longestText = 5_000;
const phrases = new Set(Object.values(reasonPhrases).map((phrase) => phrase.toLowerCase().replace(/\W/g, '')));

/**
 * A code that a catalogue may contain. Undefined for anything else: white space, empty, too long, fractions, control
 * characters.
 */
export function readCode(value: unknown): string | number | undefined {
  if (typeof value === 'number') return Number.isSafeInteger(value) ? value : undefined;
  if (typeof value !== 'string') return undefined;
  const code = value.trim();
  return code !== '' && code.length <= longestCode && !/[\s\u0000-\u001F\u007F]/.test(code) ? code : undefined;
}

/** The code that a node is; undefined for other nodes. */
export function codeIn(node: Placed | undefined): string | number | undefined {
  return node?.kind === 'scalar' ? readCode(node.value) : undefined;
}

/** Whether a code is a number that HTTP itself uses for errors: it adds nothing to the status. */
export function isErrorStatus(code: string | number): boolean {
  return /^[45]\d\d$/.test(String(code)) && String(code) in reasonPhrases;
}

/** Whether a text is the reason phrase of a status, in any spelling: `NotFound`, `Not Found`. */
export function isReasonPhrase(text: string): boolean {
  return phrases.has(text.toLowerCase().replace(/\W/g, ''));
}

/** The status of a reason phrase, in any spelling: `BAD_REQUEST`. Undefined for any other text. */
export function statusOfPhrase(text: string): number | undefined {
  const plain = text.toLowerCase().replace(/[^a-z]/g, '');
  const entry = Object.entries(reasonPhrases).find(([, phrase]) => phrase.toLowerCase().replace(/[^a-z]/g, '') === plain);
  return entry && Number(entry[0]);
}

/** Words of an envelope that show that there is an error, not which one. */
const envelopeWords =
  /^(?:errors?|no_?errors?|fail(?:ed|ure)?|faults?|exceptions?|ok|success(?:ful)?|created|accepted|no_?content|not_?modified|redirect|true|false|null|none|nil|about:blank)$/i;

/** Addresses that mean a status (RFC 9110, RFC 4918), as frameworks write them into `type`. */
const standardAddress =
  /^https?:\/\/(?:tools\.ietf\.org|(?:www\.|datatracker\.)?(?:rfc-editor|ietf)\.org|httpstatuses\.(?:com|io)|www\.w3\.org)\//i;

/** Whether a word means at most that something failed. */
export function isEnvelopeWord(code: string | number): boolean {
  return code === 0 || envelopeWords.test(String(code)) || standardAddress.test(String(code));
}

/** Stand-ins that people and tools write into examples. */
const placeholder =
  /^(?:string|text|value|code|(?:error|err|api)[-_. ]?(?:code|type|name|id)|(?:example|sample|some|my|your|the)[-_]?(?:error|code|error[-_]?code|type)?|test|foo|bar|baz|x+|n\/?a|undefined|unknown|todo|lorem|ipsum)$/i;

/** Whether a word in an example may be a code: it has the shape of a code and is no placeholder, address, identifier or date. */
export function isExampleCode(code: string | number): boolean {
  if (typeof code === 'number') return Math.abs(code) >= 100 && Math.abs(code) < 1e9 && !isErrorStatus(code);
  if (/^-?\d+$/.test(code)) return code.length >= 3 && code.length <= 9 && !isErrorStatus(code);
  if (isEnvelopeWord(code) || placeholder.test(code) || !/^[A-Za-z][\w./:-]*$/.test(code)) return false;
  return !(code.includes('://') || /^[\da-f]{8}-[\da-f-]{20,}$/i.test(code) || /\d{8,}/.test(code));
}

/** Whether a word looks made for programs: it has a separator or a capital inside, or is all capitals. */
export function isCompound(code: string | number): boolean {
  const text = String(code);
  return /[a-z\d][A-Z]|\w[_./:-]\w|[A-Za-z]\d/.test(text) || /^[A-Z]{4,}$/.test(text);
}

/** A status as documents write it: `404`, `"404"`, `4XX`, `404 Not Found`. Undefined for any other value. */
export function readStatus(value: unknown): StatusPattern | undefined {
  const text = typeof value === 'number' ? String(value) : typeof value === 'string' ? value.trim().slice(0, 60) : '';
  const match = /^(?:HTTP\s*)?([1-5])(\d\d|xx)(?![\w.-])/i.exec(text);
  if (!match?.[1] || !match[2]) return undefined;
  return /x/i.test(match[2]) ? (`${match[1]}xx` as StatusPattern) : Number(match[1] + match[2]);
}

/** The status that a node is; undefined for other nodes. */
export function statusIn(node: Placed | undefined): StatusPattern | undefined {
  return node?.kind === 'scalar' ? readStatus(node.value) : undefined;
}

/** The text of a node, plain and on one line; undefined when it is empty or the node is no text. */
export function readText(node: Placed | undefined): string | undefined {
  if (node?.kind === 'list') {
    const parts = node.items
      .slice(0, 50)
      .map(readText)
      .filter((part) => part !== undefined);
    return parts.length > 0 ? joinSentences(parts) : undefined;
  }
  if (node?.kind !== 'scalar' || typeof node.value !== 'string') return undefined;
  const text = toPlainText(node.value);
  return text === '' ? undefined : text;
}

/** Several texts as one: a text without a full stop is closed by a semicolon. */
export function joinSentences(texts: readonly string[]): string {
  const joined = texts.map((text, index) => (index === texts.length - 1 || /[.!?:;]$/.test(text) ? text : `${text};`)).join(' ');
  return joined.slice(0, longestText);
}

const tags =
  /<\/?(?:a|b|br|code|div|em|h[1-6]|hr|i|img|li|ol|p|pre|small|span|strong|sub|sup|table|tbody|td|th|thead|tr|u|ul)\b[^<>]{0,500}>/gi;
const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'", nbsp: ' ', '#39': "'" };

/** Markdown without its marks, white space collapsed, at most 5,000 characters. */
export function toPlainText(markdown: string): string {
  return markdown
    .slice(0, 4 * longestText)
    .replace(tags, ' ')
    .replace(/!?\[([^[\]]{0,500})\]\([^()\s]{0,1000}(?: "[^"]{0,200}")?\)/g, '$1')
    .replace(/(?<=[^\s.!?:;,])\n[ \t]{0,20}[-*+][ \t]+/g, '; ')
    .replace(/^[ \t]{0,20}(?:#{1,6}|[-*+]|>)[ \t]+/gm, '')
    .replace(/`+|\*\*/g, '')
    .replace(/(?<=^|[\s("'])([*_]{1,2})(?=[^\s*_])([^*\n]{1,300}?)\1(?=[\s).,;:!?"']|$)/gm, '$2')
    .replace(/\\([\\`*_{}[\]()#+\-.!|>~])/g, '$1')
    .replace(/&(lt|gt|amp|quot|apos|nbsp|#39);/g, (_, name: string) => entities[name] ?? '')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, longestText);
}
