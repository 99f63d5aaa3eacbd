import reasonPhrases from '../../../../generated/reasonPhrases.json' with { type: 'json' };
import type { StatusPattern } from '../../../types.ts';

/** Whether HTTP has a status of this number, or of this class. */
export function isRegistered(status: StatusPattern): boolean {
  return typeof status === 'string' || String(status) in reasonPhrases;
}

/** Whether a word is the number of a status that HTTP has. */
export function isStatusNumber(word: string): boolean {
  return /^[1-5]\d\d$/.test(word) && isRegistered(Number(word));
}

const pattern = /(?<![\w.,:#/$-])(?:HTTP[ /-]?)?([1-5])(\d\d|xx|\*\*)(?![\w$%]|[.,]\d|-\d{4}|:\d)/gi;

/** The HTTP statuses that a text names, in its order and each once: `400`, `400/422`, `4xx`, `HTTP 402`. */
export function readStatuses(text: string): StatusPattern[] {
  const found: StatusPattern[] = [];
  // `400/422` and `400-499`: the sign between two statuses joins no number to a word.
  for (const match of text
    .slice(0, 500)
    .replaceAll(/(?<=\d\d|xx)[/|–-](?=[1-5](?:\d\d|xx)\b)/gi, ' ')
    .matchAll(pattern)) {
    const [, first, rest = ''] = match;
    const status = /^\d/.test(rest) ? Number(`${first}${rest}`) : (`${first}xx` as StatusPattern);
    if (!found.includes(status)) found.push(status);
  }
  return found;
}

const cell =
  /^\W{0,3}(?:HTTP(?: status(?: code)?)?[ /:-]{0,3})?(?:[1-5](?:\d\d|xx|\*\*))(?:(?:\s{0,2},?\s{0,2}(?:[,/|&;+–-]|or|and|oder|und|ou|et|o|y|e|或|、)\s{0,2}|\s{1,2})(?:[1-5](?:\d\d|xx)))*\b/i;

/** Whether a text is a status, or some, with or without its reason: `400`, `404 Not Found`, `400 / 422`, `4xx`. */
export function isStatusText(text: string): boolean {
  const match = cell.exec(text.slice(0, 200));
  if (!match) return false;
  const rest = text.slice(match[0].length).replace(/^[)\]\s:–—-]+/, '');
  return rest === '' || isReason(rest) || rest.startsWith('(');
}

const reasons = new Set(
  (
    'continue|ok|created|accepted|no content|moved permanently|found|see other|not modified|temporary redirect|permanent redirect|' +
    'bad request|unauthorized|unauthorised|unauthenticated|payment required|forbidden|not found|method not allowed|not acceptable|' +
    'proxy authentication required|request timeout|conflict|gone|length required|precondition failed|payload too large|' +
    'content too large|request entity too large|uri too long|unsupported media type|range not satisfiable|expectation failed|' +
    "i'm a teapot|misdirected request|unprocessable entity|unprocessable content|unprocessable|locked|failed dependency|too early|" +
    'upgrade required|precondition required|too many requests|request header fields too large|unavailable for legal reasons|' +
    'client closed request|internal server error|internal error|server error|not implemented|bad gateway|service unavailable|' +
    'gateway timeout|gateway time-out|http version not supported|insufficient storage|loop detected|validation error|success|' +
    'rate limit exceeded|rate limited|requests limit reached|timeout|redirect|multiple choices|partial content|reset content|' +
    'network authentication required|invalid request|permission denied|unavailable|too many|validation failed|server errors'
  ).split('|'),
);

/** Whether a text is HTTP's name of a status, and nothing more: `Bad Request`. */
export function isReason(text: string): boolean {
  return reasons.has(
    text
      .toLowerCase()
      .replace(/^[\W_]+|[\W_]+$/g, '')
      .replaceAll('’', "'"),
  );
}

/** The statuses that mean a failure. */
export function failuresOf(statuses: readonly StatusPattern[]): StatusPattern[] {
  return statuses.filter((status) => (typeof status === 'number' ? status >= 400 : status >= '4'));
}
