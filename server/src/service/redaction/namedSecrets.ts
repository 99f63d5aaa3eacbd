import { beginsWithName, containsName, harmless, isNoWord, names, type SecretRule, secretValue } from './secretRule.ts';
import { looksGenerated } from './sentenceSecrets.ts';

const bar = '[|│┃║]';

/** Secrets that are known by a name of their own, in the forms of one program or standard each. */
export const namedSecrets: readonly SecretRule[] = [
  {
    // A row of a table with a name and its value, as psql's \x, mysql and reports have it.
    kind: 'secret value',
    ...beginsWithName,
    pattern: new RegExp(
      String.raw`(?:${names})[^\S\r\n]{0,40}${bar}(?<=(?:^|["']|${bar})[^\S\r\n]{0,40}[\w.-]{0,40}(?:${names})[^\S\r\n]{0,40}${bar})[^\S\r\n]{0,40}(?<secret>[^|│┃║\s"][^|│┃║\r\n"\\]{3,200}?)[^\S\r\n]{0,40}(?:${bar}|\\?"|\\[rn]|$)`,
      'gim',
    ),
    accept: (secret) => /\d/.test(secret) && !/\s/.test(secret) && !harmless.test(secret),
  },
  // ODBC: a value in braces may contain semicolons.
  secretValue(
    String.raw`(?:${names})\s{0,2}=\s{0,2}\{(?<secret>[^{}\r\n"]{1,500})\}(?=\s{0,2}(?:;|["'\r\n]|\\["']|$))`,
    beginsWithName,
  ),
  {
    // Go's MySQL driver: user:password@tcp(host:port)/database.
    kind: 'password in an address',
    keywords: ['@tcp', '@unix', '@cloudsql'],
    pattern: /(?<![\w/])[\w.%+-]{1,100}:(?<secret>[^\s@"'<>]{1,256})@(?:tcp6?|unix|cloudsql[\w-]{0,20})\(/g,
  },
  {
    kind: 'cookie',
    keywords: ['.asp', 'wordpress_', 'aspsession', 'cftoken', 'rack.session', 'remember_', 'csrf='],
    pattern:
      /(?<![\w.-])(?:\.AspNetCore\.[\w.-]{1,80}|\.AspNet\.[\w.-]{1,80}|\.ASPXAUTH|wordpress_(?:logged_in|sec)_\w{1,64}|ASPSESSIONID\w{1,20}|CFTOKEN|rack\.session|remember_(?:user_token|web_\w{1,64})|_?csrf)=(?<secret>[^\s;,"'&]{4,4000})/g,
    accept: isNoWord,
  },
  {
    // Anyone with a SAML assertion can sign in with it.
    kind: 'SAML assertion',
    keywords: ['assertion'],
    below: 400,
    pattern:
      /<(?:\w{1,12}:)?(?:Encrypted)?Assertion(?=\s)[^<>]{0,2000}>(?<secret>(?:(?!<\/(?:\w{1,12}:)?(?:Encrypted)?Assertion>)[\s\S]){1,20000})/g,
  },
  {
    kind: 'secret value',
    keywords: ['signaturevalue'],
    below: 60,
    pattern: /<(?:\w{1,12}:)?SignatureValue(?:\s[^<>]{0,200})?>(?<secret>[^<]{1,4000})/g,
  },
  secretValue(String.raw`<[\w:.-]{0,60}(?:${names})\s(?:[^<>]{0,200}\s)?value=\\?"(?<secret>[^"<>]{1,2000}?)\\?"`, {
    ...containsName,
    accept: isNoWord,
  }),
  {
    // Stripe-Signature: t=…,v1=…; an HMAC as Shopify sends it.
    kind: 'secret value',
    keywords: ['signature', 'hmac'],
    pattern:
      /(?:signature["']?\s{0,2}[:=,]\s{0,2}["']?t=\d{1,20}(?<secret1>(?:,\s?v\d=\w{8,200}){1,8})|(?<![A-Za-z])hmac\\?["']?\s{0,2}[:=]\s{0,2}\\?["']?(?<secret2>[A-Za-z0-9+/_%-]{20,200}={0,2}))/gi,
  },
  {
    kind: 'credentials',
    keywords: ['&code='],
    pattern:
      /[?&](?:state|scope|session_state|iss)=[^\s&"']{0,2000}&(?:\w{1,40}=[^\s&"']{0,500}&){0,4}code=(?<secret>[\w~.%/+-]{12,2000})/g,
  },
  // LDIF writes values that are not plain text in base64, behind two colons.
  secretValue(String.raw`(?:${names})::\s(?<secret>[A-Za-z0-9+/]{6,4000}={0,2})(?!\w)`, {
    ...beginsWithName,
    accept: (secret) => /[A-Z\d=+/]/.test(secret),
  }),
  // Docker builds: ENV NAME value.
  secretValue(String.raw`(?<![\w-])(?:ENV|ARG)\s{1,3}[\w]{0,60}(?:${names})\d{0,3}\s{1,3}\\?["']?(?<secret>[^\s"'\\]{4,1000})`, {
    ...containsName,
    accept: (secret) => looksGenerated(secret) && !secret.startsWith('$'),
  }),
  {
    kind: 'secret value',
    keywords: ['seed', 'recovery', 'mnemonic', 'secret', 'backup'],
    below: 1,
    pattern:
      /(?:seed|recovery|mnemonic|secret|backup)(?:[-_ ]?(?:phrase|words?|seed|code))?\\?["']?(?:\s{0,2}[:=]\s{0,9}|\s(?:is|was):?\s|\s)\[?\s{0,9}\\?["']?(?<secret>[a-z]{3,8}(?:(?:[ \t,]{1,2}|\\?["'],\s?\\?["'])[a-z]{3,8}){11,23})(?![a-z])/gi,
  },
  {
    // {"session":{"id":"…"}}, {"api":{"key":"…"}}, session=…, X-MS-CLIENT-PRINCIPAL: …
    kind: 'secret value',
    keywords: ['session', 'api"', "api'", 'api\\', 'x-ms-client-principal'],
    below: 3,
    pattern:
      /(?<![A-Za-z_-])(?:(?:session\\?["']\s?:\s?\{[^{}]{0,200}?["']id|api\\?["']\s?:\s?\{[^{}]{0,200}?["']key)\\?["']\s{0,2}:\s{0,2}\\?["'](?<secret1>[^\s"'\\]{6,1000})|session\\?["']?\s{0,2}[:=]\s{0,2}\\?["']?(?<secret2>[\w.%+/=-]{16,1000})|x-ms-client-principal\\?["']?\s{0,2}[:=]\s{0,2}\\?["']?(?<secret3>[A-Za-z0-9+/=]{8,8000}))/gi,
    accept: looksGenerated,
  },
  {
    // A pair of name and password: auth=('user', 'password'), --auth user:password.
    kind: 'secret value',
    keywords: ['auth'],
    pattern:
      /(?<![A-Za-z])auth\\?["']?(?:\s{0,2}[:=]\s{0,2}[[(]\s{0,2}\\?["'][^"'\\]{1,100}\\?["']\s{0,2},\s{0,2}\\?["'](?<secret1>[^"'\\]{1,500})\\?["']|(?:\s{0,2}[:=]|(?<=--auth))\s{0,2}["']?[\w.@-]{1,100}:(?<secret2>[^\s"',:/]{6,500}))/gi,
    accept: looksGenerated,
  },
  { kind: 'personal number', keywords: ['ssn'], pattern: /(?<![A-Za-z])ssn\W{1,4}(?<secret>\d{3}-?\d\d-?\d{4})(?!\d)/gi },
];
