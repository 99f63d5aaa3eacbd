import { commandSecrets } from './commandSecrets.ts';
import {
  beginsWithName,
  containsName,
  harmless,
  isNoWord,
  listed,
  names,
  type SecretRule,
  secretValue,
  separator,
  suffix,
  value,
} from './secretRule.ts';
import { moreSecrets } from './moreSecrets.ts';
import { namedSecrets } from './namedSecrets.ts';
import { entropyOf } from './entropy.ts';
import { ownShapes } from './ownShapes.ts';
import { protocolSecrets } from './protocolSecrets.ts';
import { sentenceSecrets } from './sentenceSecrets.ts';
import { sharedShapes } from './sharedShapes.ts';
import { tokenSecrets } from './tokenSecrets.ts';

// `INVALID_API_KEY: The key …` is an error and contains no key.
const noError = String.raw`(?<!(?:invalid|missing|expired|wrong|bad|unknown|revoked|required|unexpected|illegal)[-_. ]?)`;
const schemeGap = String.raw`\s{1,3}["']?(?!HTTP\/\d|[A-Za-z_.]{2,40}=[\w"'[{/-])`;
// `token auth-service-7d9f8b6c5d-x2x4z is ready` names something.
const plainName = String.raw`[a-z]{2,30}(?:[-_.][a-z\d]{1,10}){1,10}(?![\w.~+/=-])`;
const string = String.raw`"(?:[^"\\]|\\.){0,4000}"`;

/** Patterns for secrets that the well-kept scanner behind `SecretFinder` does not know: headers, named values, personal data. */
export const secretRules: readonly SecretRule[] = [
  {
    kind: 'private key',
    keywords: ['private key', 'private-lines:'],
    above: 1,
    below: 400,
    // A key without its end goes as far as the text could belong to a key.
    pattern:
      /-----BEGIN [A-Z ]{0,30}PRIVATE KEY(?: BLOCK)?-----(?:(?:(?!-----BEGIN)[\s\S]){0,20000}?-----END [A-Z ]{0,30}PRIVATE KEY(?: BLOCK)?-----|(?:(?!-----BEGIN)[A-Za-z0-9+/=\s\\:,|>"'-]){0,20000})|---- BEGIN SSH2 [A-Z ]{0,30}PRIVATE KEY ----[^-]{0,20000}|Private-Lines: \d{1,4}\s{1,4}(?:[A-Za-z0-9+/=]{1,80}\s{1,4}){1,400}/g,
  },
  {
    kind: 'credentials',
    keywords: ['authorization'],
    pattern:
      /authorization(?:\\?["'\]]){0,2}\s{0,3}(?:=>|[:=]|(?<=["'](?:proxy-|x-)?authorization\\?["']\s{0,3}),)\s{0,3}\[?\s{0,2}\\?["']?(?<secret>(?:(?:Digest|AWS4-HMAC-SHA256|Signature|OAuth|Hawk)\s{1,2}(?:[\w-]{1,60}=(?:"[^"\r\n]{0,1000}"|[^\s,"]{0,1000})[,\s]{0,3}){1,30}|(?:[A-Za-z][\w-]{1,30}\s{1,2})?[^\s"',;\]}\\`]{3,8000}))/gi,
    accept: isNoWord,
  },
  {
    // `POST /oauth/token HTTP/1.1` and `path=/token status=401` go on with something else.
    kind: 'credentials',
    keywords: ['bearer', 'apikey', 'api-key', 'basic', 'token'],
    pattern: new RegExp(
      String.raw`(?<![A-Za-z]|unexpected\s)(?:(?:Bearer,?|ApiKey|Api-Key)${schemeGap}(?<secret1>[A-Za-z0-9._~+/-]{6,8000}={0,2})|Basic${schemeGap}(?<secret2>[A-Za-z0-9+/]{6,8000}={0,2})(?![\w.-])|Token${schemeGap}(?!${plainName})(?<secret3>[A-Za-z0-9._~+/-]{6,8000}={0,2}))`,
      'gi',
    ),
    accept: (secret) => /[0-9=+/_~]|[a-z][A-Z]|[A-Z]{2}/.test(secret) && !harmless.test(secret),
  },
  {
    kind: 'cookie',
    keywords: ['cookie'],
    pattern:
      /cookies?(?:\\?["'\]]){0,2}\s{0,3}(?:=>|[:=,])\s{0,3}\[?\s{0,2}(?:"(?<secret1>(?:[^"\\]|\\.){1,8000})"?|(?<secret2>[^\s=;,"'`]{1,200}=[^\s;"',`]{0,4000}(?:;\s?[^\s=;"',`]{1,200}(?:=[^\s;"'`]{0,4000})?){0,100}))/gi,
  },
  {
    kind: 'cookie',
    keywords: ['cookie'],
    pattern: new RegExp(
      String.raw`cookies?["']?\s{0,3}[:=]\s{0,3}\[\s{0,20}(?<secret>${string}(?:\s{0,20},\s{0,20}${string}){1,50})`,
      'gi',
    ),
  },
  secretValue(String.raw`(?<![\w-])--[\w-]{0,40}(?:${names})\s{1,3}["']?(?<secret>[^\s"'-][^\s"']{0,1000})`, {
    ...containsName,
    accept: isNoWord,
  }),
  // `ERR AUTH <password> called without any password configured` is a sentence.
  secretValue(String.raw`<[\w:.-]{0,60}(?:${names})(?:\s[^<>]{0,200})?(?<!\/)>(?<secret>[^<]{1,4000})`, {
    ...containsName,
    below: 1,
    accept: (secret) => !harmless.test(secret.trim()) && secret.trim() !== '' && !/^ [a-z]+ [a-z]+ [a-z]/.test(secret),
  }),
  secretValue(
    `${noError}(?<!:\\d{12}:)(?:${names})${suffix}(?:${separator}(?!\\w{1,80}:\\d{1,6} - )|${listed})(?:b(?=['"]))?\\\\?${value}`,
    { ...beginsWithName, accept: isNoWord },
  ),
  // YAML's blocks: `password: |` and the indented lines below.
  secretValue(
    String.raw`(?:${names})s?["']?:[ \t]{0,3}[|>][+-]?\d?[ \t]{0,3}\r?\n(?<indent>[ \t]{1,40})(?<secret>(?:[^\r\n"]|"(?![,}\]])){1,2000}(?:\r?\n\k<indent>(?:[^\r\n"]|"(?![,}\]])){0,2000}){0,100})`,
    beginsWithName,
  ),
  // YAML's lists below a name.
  secretValue(
    String.raw`(?:${names})s?["']?:[ \t]{0,3}(?<secret>(?:\r?\n[ \t]{0,40}- ["']?[^\s"':]{4,2000}["']?[ \t]{0,3}(?=[\r\n"]|$)){1,100})`,
    beginsWithName,
  ),
  // YAML's settings below a name: `token:`, and `value: …` in the next lines.
  secretValue(
    String.raw`(?:${names})s?["']?:[ \t]{0,3}\r?\n(?<indent>[ \t]{1,40})(?:[^\r\n]{1,200}\r?\n\k<indent>){0,4}["']?(?:value|plain|data|current|default|text|string|raw|key)["']?:[ \t]{1,20}${value}`,
    { ...beginsWithName, accept: isNoWord },
  ),
  // Names and values of an environment, as Kubernetes has them: `- name: DB_PASSWORD`, `value: …`; the value first, too.
  secretValue(
    String.raw`(?<!\w)name\\?["']?\s?[:=]\s?\\?["']?[\w.-]{0,60}(?:${names})\d{0,3}\\?["']?,?\s{1,40}\\?["']?value\\?["']?\s{0,2}[:=]\s{0,2}\\?${value}`,
    { ...containsName, below: 2, accept: isNoWord },
  ),
  secretValue(
    String.raw`(?<!\w)value["']?\s{0,2}[:=]\s{0,2}["']?(?<secret>[^\s"',{}[\]]{4,2000})["']?,\s{0,20}["']?(?:name|key)["']?\s{0,2}[:=]\s{0,2}["'][\w.-]{0,60}(?:${names})["']`,
    { ...containsName, above: 2, accept: isNoWord },
  ),
  // Elements and attributes that are named in an attribute.
  secretValue(
    String.raw`<[\w:.-]{1,60}\s(?:[^<>]{0,200}\s)?(?:key|name|id)="[\w.:-]{0,60}(?:${names})"[^<>]{0,200}(?<!\/)>(?<secret>[^<]{1,4000})`,
    { ...containsName, below: 1, accept: (secret) => !harmless.test(secret.trim()) && secret.trim() !== '' },
  ),
  {
    kind: 'credentials',
    keywords: ['negotiate', 'ntlm'],
    pattern: /(?:Negotiate|NTLM)\s{1,3}(?<secret>(?:YI|oY|TlRM)[A-Za-z0-9+/]{10,8000}={0,2})/gi,
  },
  { kind: 'cookie', keywords: ['<cookie '], pattern: /<Cookie [^\s=<>]{1,200}=(?<secret>[^\s<>]{1,4000}) for /g },
  // The value is in the sentence that calls it wrong.
  secretValue(
    String.raw`(?<!:\d{12}:)(?:${names})(?:\s(?:provided|given|supplied|used))?[^\S\r\n]{0,2}[:=][^\S\r\n]{0,3}["']?(?<secret>[\w.~+/*-]{6,1000})`,
    { ...beginsWithName, accept: (secret) => /\d/.test(secret) && /[A-Za-z]/.test(secret) },
  ),
  {
    kind: 'secret value',
    keywords: ['?key=', '&key='],
    pattern: /[?&]key=(?<secret>[\w-]{20,200})(?![\w-])/g,
    accept: (secret) => /\d/.test(secret) && /[A-Za-z]/.test(secret) && !secret.includes('-'),
  },
  secretValue(
    String.raw`(?:${names})s\\?["']?\s{0,3}[:=]\s{0,3}\[\s{0,20}(?<secret>${string}(?:\s{0,20},\s{0,20}${string}){0,50})`,
    beginsWithName,
  ),
  {
    kind: 'secret value',
    keywords: ['authorization', 'cookie'],
    pattern: new RegExp(`(?<![A-Za-z]_)(?:authorization|cookie)${listed}(?:b(?=['"]))?${value}`, 'gi'),
  },
  // A field of a form, as multipart/form-data has it.
  secretValue(
    String.raw`name="[\w.[\]-]{0,40}(?:${names})\]?"(?:\r?\n[\w-]{1,60}:[^\r\n]{0,200}){0,5}\r?\n\r?\n(?<secret>[^\r\n]{1,4000})`,
    { ...containsName, below: 9 },
  ),
  {
    kind: 'credentials',
    keywords: ['?code=', '&code='],
    pattern: /[?&]code=(?<secret>[\w~.%/+-]{12,2000})&(?:state|scope|session_state)=/g,
  },
  { kind: 'cookie', keywords: ['cookies'], below: 20, pattern: /cookies["']?\s{0,3}[:=]\s{0,3}\{(?<secret>[^{}]{1,4000})\}/gi },
  {
    kind: 'password in an address',
    keywords: ['://'],
    // A port and a path: `http://localhost:5173/@vite/client`.
    accept: (secret) => !/^\d{1,5}\//.test(secret) && isNoWord(secret),
    atKeyword: true,
    pattern: /:\/\/(?<=[A-Za-z][A-Za-z0-9+.-]{1,20}:\/\/)[^\s/:@"'<>]{0,256}:(?<secret>[^\s@"'<>]{1,256})@(?=[\w.[-])/g,
  },
  {
    // A name is no secret: `spark://CoarseGrainedScheduler@10.0.0.1`.
    kind: 'credentials in an address',
    keywords: ['://'],
    atKeyword: true,
    pattern: /:\/\/(?<secret>[^\s/:@"'<>?#]{12,256})@(?=[\w.[-])/g,
    accept: (secret) => /\d/.test(secret) && entropyOf(secret) > 3,
  },
  ...sentenceSecrets,
  ...commandSecrets,
  ...protocolSecrets,
  ...namedSecrets,
  ...moreSecrets,
  ...tokenSecrets,
  ...sharedShapes,
  ...ownShapes,
];
