import { isNoWord, type SecretRule, secretValue } from './secretRule.ts';

// A sentence gives a secret by its name: `the password for admin is …`. Other words in this place have no digits and signs.
const noun = String.raw`(?<![A-Za-z])(?:pass(?:word|wd|phrase|code)|(?:client\s|shared\s)?secret(?:\skey)?|(?:access\s|auth\s|bearer\s|refresh\s|session\s)?token|api[-_ ]?key)`;
const sentence = String.raw`${noun}(?:(?:\s(?:for|of)\s(?:(?:the\s)?(?:user|account)\s)?\\?["']?[^\s"':\\]{1,100}\\?["']?)?\s(?:is|was)(?:\s(?:now|set\sto))?\s?:?|\s(?:for|of)\s(?:user\s)?\\?["']?[^\s"':\\]{1,100}\\?["']?\s?:)\s{1,2}`;
const unit = String.raw`(?![\w.]{1,20}\s(?:ms|s|sec|min|h|bytes?|bits?|char|seconds|minutes|hours|days|times|of|more)\b)`;
const ofATechnique =
  /^(?:base\d+|(?:sha|utf|aes|tls|rsa|x)-?\d{1,4}|md5|[ehpr]s\d{3}|oauth2?|v\d[\w.]{0,8}|\d{1,5}|\d+(?:\.\d+)?[a-z%]{1,2}|\d{4}-\d\d-\d\d.*|(?:\.{0,2}\/|[a-z]:\\|https?:|arn:).*)$/i;
const nameOfATechnique =
  /^(?:sha|md5|aes|pbkdf|bcrypt|scrypt|argon|rfc|oauth|http|utf|user|login|step|line|test|at|id|uuid|v\d).{0,16}$|^[0-9a-f]{8}-[0-9a-f]{4}-|^\d[\d.,:-]*[a-z%]{0,3}$|^\d{4}-\d\d/i;

// `secret "web-tls-2" not found` names one of Kubernetes' objects and reveals nothing.
const quotedNoun = String.raw`(?<![A-Za-z])(?:pass(?:word|wd|phrase|code)|(?:access|auth|bearer|refresh|session)[-_ ]?token|api[-_ ]?(?:key|token)|(?:access|secret)[-_ ]?key)`;
const quoted = String.raw`\\?(?:"(?<secret1>[^"\r\n\\]{6,200})\\?"|'(?<secret2>[^'\r\n\\]{6,200})\\?'|${'`'}(?<secret3>[^${'`'}\r\n]{6,200})${'`'})`;
const article = String.raw`(?:(?:the|a|an|your|my|its?|valid|invalid|correct|wrong|new|old|temporary|not|no)\s){0,3}`;

/** Whether a word is more than one of a language: it has digits or signs, and letters. */
export function looksGenerated(secret: string): boolean {
  const word = secret.replace(/[.!?:,)\]}]{1,5}$/, '');
  return word.length >= 6 && /[\d!#$%^&*+=~@?]/.test(word) && /[A-Za-z]/.test(word) && !nameOfATechnique.test(word);
}

const password = ['passw', 'passphrase', 'passcode'];
const inSentences = {
  keywords: [
    ...[...password, 'secret', 'token', 'api key', 'api-key', 'api_key', 'apikey', 'access key', 'access-key', 'access_key'],
    ...['accesskey', 'pwd', 'pw', '_pass'],
  ],
};

/** Secrets in sentences. */
export const sentenceSecrets: readonly SecretRule[] = [
  secretValue(`${sentence}\\\\?(?:"(?<secret1>[^"\\r\\n\\\\]{1,200})|'(?<secret2>[^'\\r\\n]{1,200})')`, {
    ...inSentences,
    accept: isNoWord,
  }),
  {
    kind: 'secret value',
    ...inSentences,
    pattern: new RegExp(`${sentence}${unit}(?<secret>[^\\s"'<>,;\\\\]{4,200})`, 'gi'),
    accept: (secret) => {
      const word = secret.replace(/[.!?:)\]}]{1,5}$/, '');
      return /[\d!#$%^&*+=~@?]/.test(word) && !ofATechnique.test(word);
    },
  },
  // password "hunter22" is too short; field 'password' has invalid value 'hunter22'
  secretValue(String.raw`${quotedNoun}\\?["']?(?:\shas\s${article}value|\svalue)?\s${quoted}`, {
    ...inSentences,
    accept: looksGenerated,
  }),
  // "hunter22" is not a valid password; value 'hunter22' for field password
  secretValue(
    String.raw`${quoted}\s(?:is\s${article}|as\s${article}|for\s(?:(?:the\s)?(?:field|parameter|key|option|property|argument)\s)?\\?["']?)(?=${quotedNoun.replace('(?<![A-Za-z])', '')}(?![A-Za-z_]))`,
    { ...inSentences, accept: looksGenerated },
  ),
  // hunter22 is the password; using hunter22 as password
  secretValue(
    String.raw`(?<![^\s(>"'\\=:])(?<secret>[^\s"'\\()<>]{6,100})\s(?:is\s(?:the|your|my|a\svalid|not\s(?:a|the)\s(?:valid|correct))\s|as\s(?:the\s|your\s|a\s)?|for\s(?:field\s|parameter\s)?)(?:new\s|old\s|temporary\s)?(?=pass(?:word|wd|phrase|code)(?![A-Za-z_]|\s(?:reset|change|update|hash|encoder|manager|polic|field|form|page|length|strength)))`,
    { keywords: password, accept: looksGenerated },
  ),
  // password hunter22, password [hunter22], API key <…>: with two digits, since words of a sentence have one at most.
  secretValue(
    String.raw`(?:${quotedNoun}|(?<![A-Za-z])(?:pwd|pw)|(?<=[a-z]_)pass)(?:\t|\s{1,2}(?:(?:->|→)\s)?[[<(]?|[[<(]|(?:\s?(?:->|→)\s?))(?<secret>[^\s"'${'`'}\\<>()[\],;|=]{8,200})(?![=\w])`,
    { ...inSentences, accept: (secret) => looksGenerated(secret) && /\d\D*\d/.test(secret) && !/[/:]/.test(secret) },
  ),
  {
    // Lines that MySQL, Elasticsearch, Jenkins and others print at their first start, also with the secret on a line further
    // down.
    kind: 'secret value',
    keywords: ['password'],
    below: 10,
    pattern:
      /(?:password\s(?:is|was|has\sbeen)\s(?:generated|set|created|reset|changed)\sfor\s\S{1,100}:\s|password\sfor\sthe\s[\w-]{1,40}\suser[^\r\n]{0,120}:\s{1,10}|(?:initial|following|generated|temporary|default)\s(?:[a-z]{2,20}\s){0,2}password[^\r\n:]{0,80}:\s{1,10})(?<secret>[^\s"'\\<>]{6,200})/gi,
    accept: (secret) => looksGenerated(secret) || /^[0-9a-f]{32}$/.test(secret),
  },
  {
    kind: 'secret value',
    keywords: [
      'verification',
      'security',
      'confirmation',
      'one-time',
      'one time',
      'login',
      'sign-in',
      'sms',
      '2fa',
      'mfa',
      'otp',
      'tan ',
    ],
    pattern:
      /(?<![A-Za-z])(?:(?:verification|security|confirmation|one[-\s]time|login|sign-in|sms|2fa|mfa|otp)\s(?:code|passcode|password|pin)|otp|totp|tan)(?:\sfor\s\S{1,100})?(?:\sis|\swas|:)?:?\s(?<secret>\d{4,8})(?![\d.]|\s(?:ms|s|seconds|minutes|times|of)\b)/gi,
  },
];
