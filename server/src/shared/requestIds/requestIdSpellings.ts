import { formsOfTrace, readDecimalDigits, readTraceDigits } from './traceIds.ts';

/** The most characters of a request id that is looked up. */
export const longestRequestId = 1_000;

/** A way to write an id. */
export interface Spelling {
  readonly text: string;
  /** Letters count in any case; they are small ones in {@link text}, which is ASCII. */
  readonly anyCase: boolean;
  /** It may be the end of a longer hexadecimal number, which is the same id then. */
  readonly endsNumber: boolean;
}

const uuidShape = /^[0-9a-f]{8}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{12}$/i;
const usualUuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
// Crockford's digits, in one case.
const ulid = /^[0-7](?:[\dA-HJKMNP-TV-Z]{25}|[\da-hjkmnp-tv-z]{25})$/;
/** Digits in groups, as GitHub, X-Ray and MongoDB write ids; not in both cases, except for the usual lengths. */
const hexadecimal = /^(?:[\dA-F]+(?:[-:.][\dA-F]+)*|[\da-f]+(?:[-:.][\da-f]+)*|[\dA-Fa-f]{24}|[\dA-Fa-f]{40}|[\dA-Fa-f]{64})$/;
const leastHexadecimal = 12;
/** Cloudflare's: the id, and the place that answered. */
const ray = /^([\da-f]{16})-[A-Z]{3}$/i;
/** Vercel's: the regions, and the id. */
const regional = /^(?:[a-z]{3}\d::)+([a-z\d]+-\d{10,13}-[\da-f]+)$/;

/** The digits of a UUID in small letters, without dashes; undefined for any other text. 32 digits of a trace id are such, too. */
function uuidDigits(text: string): string | undefined {
  if (text.length !== 36 && text.length !== 32) return undefined;
  return uuidShape.test(text) ? text.replaceAll('-', '').toLowerCase() : undefined;
}

/** The same for all spellings of an id. */
export function requestKeyOf(requestId: string): string {
  // The usual spelling is the key: with millions of requests a new text for each takes time.
  if (usualUuid.test(requestId)) return requestId;
  const digits = uuidDigits(requestId) ?? readTraceDigits(requestId);
  return digits === undefined ? requestId : addDashes(digits);
}

/** Ids without those that only spell one before them in another way. */
export function withoutRepeats(ids: readonly string[]): string[] {
  const known = new Map<string, string>();
  for (const id of ids) {
    const key = requestKeyOf(id);
    if (!known.has(key)) known.set(key, id);
  }
  return [...known.values()];
}

/**
 * How logs write an id: one program hands it to the next, and each writes it in its own way. A UUID has dashes or not, the id of
 * a trace has the forms of the tracing libraries, ids whose letters are digits are in either case. Others are as they are, and as
 * JSON and addresses have them.
 */
export function spellingsOf(requestId: string): readonly Spelling[] {
  const bare = requestId.replace(/^urn:uuid:/i, '');
  const digits = uuidDigits(bare);
  const spelled = [
    ...(digits === undefined ? spellText(bare) : [addDashes(digits), digits].map((text) => spell(text, true))),
    ...(bare.length === 36 && digits !== undefined ? [] : spellTrace(bare)),
  ];
  const texts = new Map<string, Spelling>();
  for (const spelling of spelled) {
    const endsNumber = spelling.endsNumber || texts.get(spelling.text)?.endsNumber === true;
    texts.set(spelling.text, { ...spelling, endsNumber });
  }
  return [...texts.values()];
}

/** The ways to write a spelling for whom letters count: in small ones and in capitals, where the case is free. */
export function fixedSpellings(spellings: readonly Spelling[]): string[] {
  const texts = spellings.flatMap(({ text, anyCase }) => (anyCase ? [text, text.toUpperCase()] : [text]));
  return [...new Set(texts)];
}

function spell(text: string, anyCase: boolean, endsNumber = false): Spelling {
  return { text: anyCase ? text.toLowerCase() : text, anyCase, endsNumber };
}

function spellText(id: string): Spelling[] {
  const anyCase = isCaseFree(id);
  const part = ray.exec(id)?.[1] ?? regional.exec(id)?.[1];
  const texts = anyCase ? [id] : [id, ...escapesOf(id), recode(id, decodeURIComponent)];
  return [...texts.map((text) => spell(text, anyCase)), ...(part === undefined ? [] : [spell(part, ray.test(id))])];
}

function spellTrace(id: string): Spelling[] {
  const forms = [readTraceDigits(id), readDecimalDigits(id)].flatMap((digits) => (digits ? formsOfTrace(digits) : []));
  return forms.map(({ text, endsNumber }) => spell(text, /[a-f]/.test(text), endsNumber));
}

/** In JSON as JavaScript, PHP, Python and .NET write it, and in addresses, whose digits have either case. */
function escapesOf(id: string): string[] {
  // Most ids are the same everywhere, and with many ids this is asked often.
  if (/^[\w.~-]*$/.test(id)) return [];
  const json = JSON.stringify(id).slice(1, -1);
  const address = recode(id, encodeURIComponent);
  const unit = (sign: string): string => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`;
  const beyond = /[^\u0000-\u007F]/g;
  return [
    json,
    json.replaceAll('/', '\\/'),
    json.replace(beyond, unit),
    json.replaceAll('/', '\\/').replace(beyond, unit),
    id.replace(/["&'+<>\\`]|[^\u0000-\u007F]/g, (sign) => (sign === '\\' ? '\\\\' : unit(sign).toUpperCase().replace('U', 'u'))),
    address,
    address.replace(/%[\dA-F]{2}/g, (code) => code.toLowerCase()),
  ];
}

/** Whether the letters of an id are digits, whose case says nothing. */
function isCaseFree(id: string): boolean {
  if (ulid.test(id)) return true;
  return hexadecimal.test(id) && /[A-Fa-f]/.test(id) && id.replace(/[-:.]/g, '').length >= leastHexadecimal;
}

/** An id into or out of an address; as it is where that cannot be. */
function recode(id: string, change: (text: string) => string): string {
  try {
    return change(id);
  } catch {
    return id;
  }
}

function addDashes(digits: string): string {
  return [digits.slice(0, 8), digits.slice(8, 12), digits.slice(12, 16), digits.slice(16, 20), digits.slice(20)].join('-');
}
