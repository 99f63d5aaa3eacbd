import type { SecretRule } from './secretRule.ts';
import { looksGenerated } from './sentenceSecrets.ts';

// The end of the typed or sent text: of the line, of a string, or an escaped line break.
const end = String.raw`(?=\s{0,3}(?:$|[\r\n"'${'`'}]|\\[rn"']))`;
const begin = String.raw`(?:^|["'${'`'}>$#\r\n]|\\n)\s{0,3}`;
/** Words about the result of an AUTH; as passwords they would be bad. */
const outcome =
  /^(?:fail\w*|succe\w*|ok(?:ay)?|err\w*|require\w*|den\w+|timeout|time\w*|expire\w*|invalid|miss\w+|reject\w*|enable\w*|disable\w*|done|complete\w*|start\w*|passed|header|token|command|[A-Z\d_-]{2,60}|\d+|[0-9a-f]{8}-[0-9a-f-]{27})$/;

/** Secrets that are sent to servers of mail, files and data, as clients, proxies and `MONITOR` write the dialogue. */
export const protocolSecrets: readonly SecretRule[] = [
  {
    kind: 'secret value',
    keywords: ['auth', 'pass '],
    pattern:
      /(?:(?<![\w:])AUTH\s(?:PLAIN|LOGIN|XOAUTH2|CRAM-MD5)\s(?<secret1>[A-Za-z0-9+/]{8,2000}={0,2})|(?:^|[<>]|\bC:|\bclient:)\s?PASS\s(?<secret2>[^\s"]{4,200})|\d{10}\.\d{6} \[[^\]\r\n]{1,60}\] "(?:AUTH|auth)"(?:\s"[^"\r\n]{1,100}")?\s"(?<secret3>[^"\r\n]{1,500})")/g,
    accept: (secret) => !/^\.{0,2}\/|\.(?:[jt]sx?|py)$|^(?:test|spec|src)\//.test(secret),
  },
  {
    // Redis: AUTH and a password are all of the line or the string, or of the text behind its prompt.
    kind: 'secret value',
    keywords: ['auth'],
    pattern: new RegExp(String.raw`(?:${begin}AUTH|\d>\s?auth)[ \t]{1,3}(?<secret>[^\s"'${'`'}]{4,500})${end}`, 'gm'),
    accept: (secret) => !outcome.test(secret) && !/^[a-z]{1,7}$/.test(secret),
  },
  {
    // With a user before it, or in a sentence.
    kind: 'secret value',
    keywords: ['auth'],
    pattern: new RegExp(String.raw`(?<![\w:.[(-])AUTH[ \t](?:[\w.@-]{1,100}[ \t])?(?<secret>[^\s"'${'`'}]{6,500})${end}`, 'gm'),
    accept: (secret) => looksGenerated(secret) && !outcome.test(secret) && !/[:/]/.test(secret),
  },
  {
    // HELLO 3 AUTH user password, CONFIG SET requirepass password, and as RESP has it.
    kind: 'secret value',
    keywords: ['auth', 'requirepass', 'masterauth', 'primaryauth'],
    above: 1,
    below: 5,
    pattern:
      /(?:\bHELLO["\s]{1,3}[23]["\s]{1,3}AUTH["\s]{1,3}[^\s"]{1,100}["\s]{1,3}|\bCONFIG["\s]{1,3}SET["\s]{1,3}(?:requirepass|masterauth|primaryauth)["\s]{1,3}|\$4\r?\nAUTH\r?\n(?:\$\d{1,4}\r?\n[^\r\n]{1,100}\r?\n)?\$\d{1,4}\r?\n)(?<secret>[^\s"]{1,500})/gi,
  },
  {
    kind: 'secret value',
    keywords: ['requirepass', 'masterauth', 'primaryauth', 'auth-pass'],
    pattern: /(?<![\w-])(?:requirepass|masterauth|primaryauth|auth-pass\s\S{1,100})\s{1,3}\\?["']?(?<secret>[^\s"'\\]{6,500})/gi,
    accept: looksGenerated,
  },
  {
    kind: 'secret value',
    keywords: ['setuser'],
    pattern: /(?=[><#])(?<=\bACL["\s]{1,3}SETUSER["\s][^\r\n]{0,300}["\s])[><#](?<secret>[^\s"\\]{1,500})/gi,
  },
  {
    // POP3 and FTP, a line each; IMAP with a tag before it.
    kind: 'secret value',
    keywords: ['pass '],
    above: 4,
    pattern: /\bUSER\s\S{1,100}\s{0,3}\n(?:[^\r\n]{0,200}\r?\n){0,3}?[^\r\n]{0,60}\bPASS\s(?<secret>[^\s"]{1,200})/g,
  },
  {
    kind: 'secret value',
    keywords: [' login '],
    pattern: new RegExp(
      String.raw`(?<!\w)[A-Za-z]{1,8}\d{1,6}\sLOGIN\s(?:"[^"\r\n]{1,100}"|[^\s"]{1,100})\s(?:"(?<secret1>[^"\r\n]{1,500})"|(?<secret2>[^\s"]{6,500}))${end}`,
      'gm',
    ),
    accept: looksGenerated,
  },
];
