import type { Retry } from '../../../../types.ts';
import { mentionsTerm, normaliseWords, type Term } from './headerTerms.ts';

/** The part of a code's description that a column, or a label such as `Cause:`, contains. `other`: a part that is not kept. */
export type Role = 'code' | 'status' | 'cause' | 'remedy' | 'message' | 'retry' | 'field' | 'other';

/** Compares headers without case, accents, punctuation and markup. */
export const normaliseHeader = normaliseWords;

/** In the order in which they are asked: the first that fits decides. English; `headerTerms.ts` has other languages. */
const roles: readonly (readonly [Role, RegExp])[] = [
  ['other', /\b(exit|severity|level|reason phrase|since|version|endpoints?|example|sample|pattern|sdk|category|rpc|method)\b/],
  ['retry', /\bretr(y|ies|yable|iable)\b/],
  ['other', /^(is )?(transient|temporary)$/],
  [
    'remedy',
    /\b(solutions?|remed(y|ies|iation)|recover\w*|resol(ution|ve|ving)\w*|fix(es|ed)?|actions?|what to do|how to|handl(ing|e)|suggest\w*|recommend\w*|troubleshooting|mitigation|workaround|next steps?|advice|guidance|correction)\b/,
  ],
  ['status', /\bhttps?\b|^(response )?status( codes?)?$|^statuscodes?$/],
  [
    'cause',
    /\b(causes?|why|when|triggers?|triggered|descri\w*|meanings?|means|details?|explanations?|definitions?|occurs|conditions?|scenarios?|cases?|situation)\b/,
  ],
  ['message', /\b(messages?|msg|text|title|label|summary)\b/],
  [
    'field',
    /\b(fields?|parameters?|params?|propert(y|ies)|attributes?|headers?|variables?|arguments?|options?|flags?|members?|settings?|metric)\b/,
  ],
  [
    'code',
    /\b(codes?|errors?|errno|errcode|exceptions?|faults?|failures?|problems?|identifiers?|ids?|names?|types?|keys?|constants?|slugs?|enum|symbols?|kinds?|reasons?|values?|numbers?)\b/,
  ],
  ['cause', /\b(notes?|remarks?|comments?|info|information)\b/],
];

const roleOfTerm: readonly (readonly [Term, Role])[] = [
  ['errorCode', 'code'],
  ['retry', 'retry'],
  ['remedy', 'remedy'],
  ['status', 'status'],
  ['cause', 'cause'],
  ['message', 'message'],
  ['field', 'field'],
  ['code', 'code'],
  ['error', 'code'],
  ['note', 'cause'],
];

/** Things that have codes, names and lists of their own, without being errors. */
const otherThings =
  /\b(plans?|tiers?|pricing|events?|webhooks?|permissions?|scopes?|roles?|currenc(y|ies)|countr(y|ies)|languages?|locales?|regions?|time ?zones?|cards?|banks?|products?|coupons?|promo(tion)?s?|airports?|postal|zip|media types?|content types?|mime types?|features?|environments?|states?|categor(y|ies)|colou?rs?|units?|op ?codes?|priorit(y|ies))\b/;
const aboutErrors = /\b(errors?|errno|err|exceptions?|faults?|failures?|problems?|rejections?|decline|denial|reasons?)\b/;

/** Whether a header or title names a thing that is no error: `Plan`, `Country code`, `Event`. */
export function namesOtherThing(text: string): boolean {
  const said = normaliseHeader(text);
  return otherThings.test(said) && !aboutErrors.test(said) && !mentionsTerm(said, 'error') && !mentionsTerm(said, 'errorCode');
}

/** The role that a header or label announces; undefined when its words announce none. */
export function roleOf(header: string): Role | undefined {
  const said = normaliseHeader(header);
  if (said === '') return undefined;
  if (/\b(?:message|msg|reply|ack) codes?$/.test(said)) return 'code';
  if (explicitCode.test(said) && !/\b(http|message|description|exit)\b/.test(said)) return 'code';
  // `Description / Fix` describes the code as well.
  if (/\b(descri\w*|meanings?|causes?)\b.*\b(fix|solutions?|hints?|remed\w*|resolution)\b/.test(said)) return 'cause';
  return roles.find(([, pattern]) => pattern.test(said))?.[0] ?? roleOfTerm.find(([term]) => mentionsTerm(said, term))?.[1];
}

const explicitCode =
  /^(api |app |application |internal |business |custom |our |string |json )?(errors?|err|exceptions?|faults?|decline|failure|problem|reason)( ?)(codes?|ids?|identifiers?|keys?|slugs?|names?|constants?|types?|code string|enum|no|number|code name|class)$|^(errno|errcode|error|errors|code string|codestring|error s|exception|string code|machine code)$/;

/**
 * How surely a header is that of error codes: 3 for `Error code`, 2.5 for `Error`, 2 for `Code`, 1 for `Name`, 0 for an unclear
 * one.
 */
export function codeHeaderStrength(header: string): number {
  const said = normaliseHeader(header);
  if (explicitCode.test(said)) return /^(errors?|error s|exception)$/.test(said) ? 2.5 : 3;
  if (/\bg ?rpc\b/.test(said)) return 0.5;
  if (/\b(codes?|identifiers?|errors?|exceptions?)\b/.test(said)) return 2;
  if (mentionsTerm(said, 'errorCode')) return 3;
  if (mentionsTerm(said, 'error') && !said.includes(' ') && roleOf(header) === 'code') return 2.5;
  if (mentionsTerm(said, 'code') || mentionsTerm(said, 'error')) return 2;
  return roleOf(header) === 'code' ? 1 : 0;
}

/** Which of two columns describes a code better: lower is better. A cause before a description before a note. */
export function causeRank(header: string): number {
  const said = normaliseHeader(header);
  const ranks = [
    /^(?!.*\b(?:common|possible|typical|likely|example|mogliche|posibles?|possiveis)\b).*(?:\bcaus|\bursache|原因|원인|причин|przyczyn|pricin|oorzaak|nguyen nhan|penyebab|سبب|สาเหตุ)/,
    /\bdescri\w*|beschreibung|描述|说明|説明|설명|описан|\bopis|omschrijving|mo ta|aciklama|deskripsi|keterangan|وصف/,
    /\bmean\w*|significa\w*|bedeutung|含义|意味|의미|значен/,
    /\b(reason|why|motivo|raison|grund)\b/,
    /\b(when|trigger\w*|occurs|cuando|quando|quand|cas[eo]s?|conditions?|scenario)\b/,
    /\b(details?|explanation)\b/,
  ];
  const rank = ranks.findIndex((pattern) => pattern.test(said));
  return rank === -1 ? ranks.length : rank;
}

const success =
  /^(success(ful(ly)?)?|ok|okay|no errors?)\b|\bcorrectly (processed|loaded|executed|completed|received|sent)$|\b(success(ful(ly)?)?|succeed(ed)?|ok)$|^(approved|completed|accepted)\b.{0,25}$|\b(is|was|were|been) (\w+ )?successful(ly)?\b/;
const failure = /\b(not|no|un\w+|fail\w*|errors?|invalid|denied|rejected|cannot|without|but|before|after|only)\b/;

/** Whether a description says that nothing failed: `Success`, `OK`, `Operation completed`. */
export function meansSuccess(text: string): boolean {
  const said = normaliseHeader(text);
  if (said === '' || said.length > 90) return false;
  if (/^(no errors?|0 errors?)\b/.test(said)) return true;
  if (
    failure.test(said.replace(/\b(?:no|without)(?: any)? (?:errors?|problems?|issues?|failures?)\b/, '')) ||
    mentionsTerm(said, 'failure')
  )
    return false;
  // In the middle of a sentence it is a condition: `Only the body OK is allowed`.
  const all = said.split(' ');
  const ends = [...(said.length <= 40 ? [all.slice(0, 2).join(' ')] : []), all.slice(-2).join(' ')];
  return success.test(said) || ends.some((end) => mentionsTerm(end, 'success'));
}

/** Whether a description says that something failed: `Not found`, `Token inválido`. */
export function meansFailure(text: string): boolean {
  const said = normaliseHeader(text);
  return (
    failure.test(said) ||
    /\b(missing|expired|exceeded|required|time ?outs?|timed out|too (?:many|large|long))\b/.test(said) ||
    mentionsTerm(said, 'failure') ||
    mentionsTerm(said, 'error')
  );
}

/** The meaning of a cell under `Retry?`; undefined when it is more than a plain yes or no. */
export function readRetry(text: string): Retry | undefined {
  const word = text.toLowerCase().replace(/[.\s]|\ufe0f/g, '');
  if (/^(no|never|false|❌|✗|✘|✕|nein|non|não|nao|否|不可|×|non-retryable|notretryable|don'tretry|donotretry)$/.test(word))
    return 'never';
  return /^(yes|true|✅|✓|✔|☑|ja|oui|sí|si|sim|是|可|○|retryable|backoff|yes,withbackoff|yes\(backoff\)|yes\(withbackoff\)|exponentialbackoff)$/.test(
    word,
  )
    ? 'backoff'
    : undefined;
}

/** Types of schemas, under whose header a table lists members and not codes. */
export function isSchemaType(text: string): boolean {
  return /^(string|integer|int|int32|int64|number|float|boolean|bool|object|array|null|enum|uuid|date-?time|datetime|list|map|any|url|string\[\]|array of \w+|string \| null|array<\w+>)$/i.test(
    text,
  );
}
