import type { Subject } from '../types.ts';
import { wordsOf } from './words.ts';

const errorCodeNames = new Set([
  'code',
  'errorcode',
  'errcode',
  'errortype',
  'errorname',
  'reason',
  'error',
  // The names in drivers of databases.
  'pgcode',
  'sqlstate',
  'sqlstatecode',
  // The names in SDKs.
  'declinecode',
  'stripecode',
  'awscode',
  'errno',
]);
/** Owners whose `name` is the name of an error, `pqErr.Code.Name()` included. */
const errors = new Set(['err', 'error', 'exception', 'exc', 'ex', 'code']);
const cappedNames = new Set([
  'state',
  'status',
  'phase',
  'stage',
  'step',
  'type',
  'kind',
  'event',
  'action',
  'tab',
  'role',
  'mode',
  'topic',
  'command',
  'method',
]);
const statusNames = new Set([
  'status',
  'statuscode',
  'httpstatus',
  'httpstatuscode',
  'httpcode',
  'responsestatus',
  'responsecode',
]);
const suffixes = new Set(['str', 'string', 'name', 'value', 'text', 'raw', 'upper', 'lower', 'enum', 'id']);
const errorWords = new Set(['err', 'error', 'exception', 'exc', 'ex', 'e', 'orig', 'cause', 'failure', 'problem']);

/** Methods and fields that only turn a value into a different form of itself. */
const conversions = new Set(
  `as string as_str as_deref as_ref as_u16 as_bytes deref borrow to_owned into text trim strip unwrap unwrap_or unwrap_or_default
  unwrap_or_else clone c_str to_s to_i to_sym to_string to_lowercase to_uppercase toLowerCase toUpperCase lowercase uppercase lowercased
  uppercased lower upper downcase upcase ToLower ToUpper ToLowerInvariant ToUpperInvariant Trim toString ToString toInt orEmpty value__`.split(
    /\s+/,
  ),
);

/** Calls that take a value by its name: `body.get("code", "")`, `e.dig(:error, :code)`, `getattr(e, "code", None)`. */
const keyed = /\b(dig|fetch|field|(?:get|opt|Get)(?:attr|String|Value|Property|Field)?)\(([^()]{0,100})\)/g;

function nameOfKey(call: string, method: string, keys: string): string {
  const names = keys.match(/(?<=["':])[\p{L}_][\p{L}\p{N}_]*/gu) ?? [];
  const name = method === 'dig' ? names.slice(-2).join('.') : names[0];
  return name === undefined ? call : `.${name}`;
}

/** The last two names of an expression, outermost last: `err["code"]` gives `['err', 'code']`. Methods count by their name. */
function namesOf(text: string): readonly string[] {
  const names =
    text
      .replace(keyed, nameOfKey)
      .replace(/\([^()]*\)/g, ' ')
      .match(/[\p{L}_$][\p{L}\p{N}_$]*/gu) ?? [];
  const meaningful = names.filter((name) => !conversions.has(name));
  return meaningful.length > 0 ? meaningful : names;
}

/** `errors[0].type` */
const firstOfErrors = /errors\W{0,3}\[\d{1,3}\]\W{0,3}\w{4}$/i;

/**
 * Classifies an expression by its last name: an error code (`err.code`, `error_code`, `body["error"]["code"]`, `e.getCode()`),
 * something else that merely has states (`job.status`), or neither.
 */
export function classifySubject(text: string): Subject['reads'] {
  const names = namesOf(text);
  const last = names.at(-1);
  if (last === undefined) return 'neutral';
  const words = wordsOf(last);
  if (words.length > 1 && words[0] === 'get') words.shift();
  while (words.length > 1 && suffixes.has(words.at(-1) ?? '')) words.pop();
  const joined = words.join('');
  if (errorCodeNames.has(joined)) return 'code';
  const [before, final] = words.slice(-2);
  if (words.length > 2 && final === 'code' && (before === 'error' || before === 'err')) return 'code';
  const owner = wordsOf(names.at(-2) ?? '').at(-1) ?? '';
  if ((joined === 'type' || joined === 'kind') && (errorWords.has(owner) || firstOfErrors.test(text))) return 'code';
  if (joined === 'name' && errors.has(owner)) return 'code';
  // `mysqlErr.Number`, and the first argument of Python's database errors: `e.args[0]`
  if (joined === 'number' && errorWords.has(owner)) return 'code';
  if (joined === 'args' && errorWords.has(owner) && /\[0\]\W*$/.test(text)) return 'code';
  // PDO's SQLSTATE, and the number of the database: `$e->errorInfo[1]`
  if (joined === 'errorinfo' && /\[[01]\]\W*$/.test(text)) return 'code';
  return cappedNames.has(words.at(-1) ?? '') ? 'capped' : 'neutral';
}

/** Whether an expression is the code of a response, which is a status where it is compared with a number. */
export function readsLikeResponseCode(text: string): boolean {
  const [owner, last] = namesOf(text).slice(-2);
  return (
    last !== undefined &&
    wordsOf(last)
      .filter((word) => word !== 'get')
      .join('') === 'code' &&
    ['response', 'resp', 'res'].includes(wordsOf(owner ?? '').at(-1) ?? '')
  );
}

/** Whether an expression reads like an HTTP status: `res.status`, `response.status_code`, `resp.StatusCode`. */
export function readsLikeStatus(text: string): boolean {
  const last = namesOf(text).at(-1);
  return (
    last !== undefined &&
    statusNames.has(
      wordsOf(last)
        .filter((word) => word !== 'get')
        .join(''),
    )
  );
}

const messageNames = new Set(['message', 'msg', 'text', 'detail', 'details', 'description', 'error', 'what', 'body']);

/** Whether an expression is the text of an error, in which a code may be written: `err.message`, `err.Error()`, `str(exc)`. */
export function readsLikeErrorText(text: string): boolean {
  const inner = /^(?:str|repr|String)\((.{1,100})\)$/.exec(text)?.[1] ?? /^(\w{1,100})\.to_?[sS](?:tring)?\b/.exec(text)?.[1];
  if (inner !== undefined) return errorWords.has(wordsOf(namesOf(inner).at(-1) ?? '').at(-1) ?? '');
  const [owner = '', last = ''] = namesOf(text).slice(-2);
  const words = wordsOf(last).filter((word) => word !== 'get' && word !== 'localized');
  if (!messageNames.has(words.at(-1) ?? '')) return false;
  return errorWords.has(words.at(-2) ?? '') || (owner !== last && errorWords.has(wordsOf(owner).at(-1) ?? ''));
}

/** Words in the names of databases' errors, and the catalogues that they are of. */
const databases = new Map([
  ['sqlite', ''],
  ['oracle', ''],
  ['ora', ''],
  ['mssql', ''],
  ['firebird', ''],
  ['mysql', 'mysql'],
  ['maria', 'mysql'],
  ['postgres', 'postgresql'],
  ['pg', 'postgresql'],
  ['npgsql', 'postgresql'],
  ['mongo', 'mongodb'],
]);

/** Whether a subject names a different database than a catalogue's: `e.SqliteErrorCode` is no code of MySQL, though they share numbers. */
export function namesOtherDatabase(subject: string, catalogue: string): boolean {
  if (![...databases.values()].includes(catalogue)) return false;
  const own = wordsOf(namesOf(subject).join(' '))
    .map((word) => databases.get(word))
    .filter((id) => id !== undefined);
  return own.length > 0 && !own.includes(catalogue);
}

/** Words before `code` that make it something else: `postalCodes`, `COUNTRY_CODES`. */
const foreignCodes = new Set(
  'postal post zip country region state area dial phone language lang locale currency color promo coupon discount voucher invite qr bar key char unicode'.split(
    ' ',
  ),
);

/** Whether a list's name reads like error codes: `RETRYABLE_CODES`, `authErrors`. */
export function readsLikeCodeList(name: string): boolean {
  const words = wordsOf(name);
  if (words.some((word, at) => foreignCodes.has(word) && /^codes?$/.test(words[at + 1] ?? ''))) return false;
  return words.some((word) => ['code', 'codes', 'error', 'errors', 'errs', 'retryable', 'retriable'].includes(word));
}

/** From a value to its property in a pattern: `e is Failure { Status: 400, Code`, `e switch { { Code`, `e is { Error: { Code`. */
const patternStart =
  /(?:\s{1,20}is\s{1,20}[\w.<>]{0,100}\s{0,80}|\s{0,80}\)?\s{0,80}(?:switch\s{0,80})?\{\s{0,80}(?:case\s{1,20})?[\w.<>]{0,100}\s{0,80}|(?<=\w)\s{0,20}:\s{0,80})\{(?:[^{}]{0,200},)?\s{0,80}/g;

/**
 * One spelling for subjects that are the same: no white space, optional chaining, non-null assertions, casts, references,
 * quotes around a shell's variable or turning into a string.
 */
export function normaliseSubject(text: string): string {
  return (text.includes('{') ? text.replace(patternStart, '.') : text)
    .replace(/\s+as\s+[\w.<>[\]| ]+/g, '')
    .replace(/\?\.|&\.|\??->(?=[A-Za-z_$])/g, '.')
    .replace(/!(?=[.[)]|$)/g, '')
    .replace(/^"(\$[^"]*)"$/, '$1')
    .replace(/\$\{(\w+)\}/g, '$$$1')
    .replace(/[\s()]+/g, '')
    .replace(/^[&*]+/, '')
    .replace(/(\.(as_str|as_deref|as_ref|c_str|clone|to_s|to_string|toString))+$/, '');
}
