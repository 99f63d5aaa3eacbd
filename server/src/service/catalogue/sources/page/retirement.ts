import { canBeCode } from './codeShape.ts';

/** The words of a text that retire a code. */
export interface Retirement {
  readonly retired: boolean;
  /** The words that the text names in its place; not all of them need be codes. */
  readonly successors: readonly string[];
}

const gone =
  /^[\s([*_]*(?:deprecated|obsolete|removed|retired|discontinued|legacy code|no longer (?:used|returned|in use|sent)|veraltet|obsol[eè]te|obsoleto|устарел\p{L}*|застаріл\p{L}*|已废弃|已弃用|已廢棄|廃止|非推奨|지원 종료|더 이상 사용)(?:$|[^\p{L}])/iu;
const enclosed = /[([](?:deprecated|obsolete|removed|retired|已废弃|廃止|устарел\p{L}*)[^()[\]]{0,80}[)\]]/iu;
const instead =
  /(?:\buse|\breplaced by|\bsuperseded by|\brenamed to|\bsee|\bin favou?r of|→)\s+(?:the\s+)?[`'"*]{0,2}([^\s`'"*,;]{2,100})[`'"*]{0,2}/gi;

/** Reads whether the texts about a code retire it: struck out, `(deprecated)`, `Deprecated. Use NEW_CODE instead`. */
export function readRetirement(head: string, cause: string): Retirement {
  const isStruck = /^\s*~~[^~]+~~/.test(head);
  const retired =
    isStruck || enclosed.test(head.slice(0, 300)) || gone.test(cause.slice(0, 100)) || enclosed.test(cause.slice(0, 60));
  if (!retired) return { retired, successors: [] };
  const successors = [...`${head} ${cause}`.slice(0, 1_000).matchAll(instead)]
    .map((match) => (match[1] ?? '').replace(/[.:)]+$/, ''))
    .filter(canBeCode);
  return { retired, successors: [...new Set(successors)].slice(0, 5) };
}
