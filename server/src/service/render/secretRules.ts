/** What the text of a support report must not hold, by its shape or by the name before it. */
export interface SecretRule {
  /** For people: what stood there. */
  readonly kind: string;
  /** The group `secret` is what goes; without it the whole match. Every repetition is bounded. */
  readonly pattern: RegExp;
  /** A last test of the secret. */
  readonly accept?: (secret: string) => boolean;
}

// A quoted value with its escapes, or a bare one.
const value = String.raw`(?:"(?<secret1>(?:[^"\\]|\\.){1,8000})"?|'(?<secret2>(?:[^'\\]|\\.){1,8000})'?|(?<secret3>[^\s"'${'`'}&,;<>{}()[\]]{1,8000}))`;
const names = String.raw`(?:pass(?:word|wd)|secret)[-_. ]?(?:confirm(?:ation)?|hash|digest|salt|key(?:[-_. ]?base)?)?|pass(?:phrase|code)|(?<![A-Za-z])(?:ssh|require)?pass|pwd|(?<=_)auth|api[-_. ]?key|(?:access|private|signing|encryption|master|account|auth|subscription|functions|shared|consumer)[-_. ]?key(?:[-_. ]?id)?|(?:auth|access|refresh|id|session|csrf|xsrf|bearer|api|security|reset|device)?[-_. ]?token|jwt|credentials?|signature(?:[-_]\d{1,3})?|sig|session[-_. ]?(?:id|key)|connect\.sid|phpsessid|jsessionid|otp|cvv2?|cvc|ssn|private[-_. ]?key|authorization[-_. ]?code|client[-_. ]?assertion`;
// A value may lie deeper: `{"stringValue": "…"}`, as OpenTelemetry has it, or `["…"]`.
const wrapped = String.raw`(?:[{[]\s{0,2}(?:\\?["']\w{1,20}\\?["']\s{0,2}:\s{0,2})?){0,5}`;
const separator = String.raw`(?:\\?["'\]]){0,2}\s{0,3}(?:=>|:?={1,3}|:)\s{0,5}${wrapped}`;
const listed = String.raw`\\?["'](?:\s{0,2},\s{0,2}|\s{1,3}(?=value))(?:["']?value["']?\s{0,2}[:=]\s{0,2}${wrapped})?`;
const harmless =
  /^(?:the|is|was|has|must|not|yes|no|on|off|true|false|null|undefined|none|nil|missing|invalid|expired|required|empty|enabled|disabled|\*+|x{3,}|\[?redacted.*|<.*>|\d{1,2}|\$\d{1,2}|\?|%s|process\.env\.\w{1,100})$/i;

// A sentence gives a secret by its name: `the password for admin is …`. What it says of one has no digits and signs.
const noun = String.raw`(?<![A-Za-z])(?:pass(?:word|wd|phrase|code)|(?:client\s|shared\s)?secret(?:\skey)?|(?:access\s|auth\s|bearer\s|refresh\s|session\s)?token|api[-_ ]?key)`;
const sentence = String.raw`${noun}(?:(?:\s(?:for|of)\s\\?["']?[^\s"':\\]{1,100}\\?["']?)?\s(?:is|was)(?:\s(?:now|set\sto))?\s?:?|\s(?:for|of)\s\\?["']?[^\s"':\\]{1,100}\\?["']?\s?:)\s{1,2}`;
const unit = String.raw`(?![\w.]{1,20}\s(?:ms|s|sec|min|h|bytes?|bits?|char|seconds|minutes|hours|days|times|of|more)\b)`;
const ofATechnique =
  /^(?:base\d+|(?:sha|utf|aes|tls|rsa|x)-?\d{1,4}|md5|[ehpr]s\d{3}|oauth2?|v\d[\w.]*|\d{1,5}|\d+(?:\.\d+)?[a-z%]{1,2}|\d{4}-\d\d-\d\d.*|(?:\.{0,2}\/|[a-z]:\\|https?:|arn:).*)$/i;

// Programs that take a password as an argument, up to it; a part of a list of arguments is in quotes.
const argument = String.raw`[^\r\n]{0,200}?[\s"',]`;
const gap = String.raw`(?:\\?["'],?)?\s{0,3}\\?["']?`;
const commands = [
  String.raw`(?:mysql[a-z]{0,12}|mariadb[a-z-]{0,12})(?=[\s"'\\])${argument}-p(?!ort\b|rotocol\b)`,
  String.raw`sshpass(?=[\s"'\\])[^\r\n]{0,40}?-p${gap}`,
  String.raw`(?:docker|podman|helm|skopeo|buildah|az|oc)["',\s]{1,4}(?:registry\s)?login${argument}-p${gap}(?<=[\s"'])`,
  String.raw`redis-cli(?=[\s"'\\])${argument}-a${gap}(?<=[\s"'])`,
  String.raw`ldap[a-z]{3,8}(?=[\s"'\\])${argument}-w${gap}(?<=[\s"'])`,
  String.raw`curl(?=[\s"'\\])${argument}-u["']?[^\s:"'/]{1,100}:`,
].join('|');

// `INVALID_API_KEY: The key …` is an error and says no key.
const noError = String.raw`(?<!(?:invalid|missing|expired|wrong|bad|unknown|revoked|required)[-_. ])`;
const string = String.raw`"(?:[^"\\]|\\.){0,4000}"`;

/** Patterns for what the well-kept scanner behind `SecretFinder` does not know: headers, named values, personal data. */
export const secretRules: readonly SecretRule[] = [
  {
    kind: 'private key',
    // One without its end goes as far as what stands there could belong to a key.
    pattern:
      /-----BEGIN [A-Z ]{0,30}PRIVATE KEY(?: BLOCK)?-----(?:(?:(?!-----BEGIN)[\s\S]){0,20000}?-----END [A-Z ]{0,30}PRIVATE KEY(?: BLOCK)?-----|(?:(?!-----BEGIN)[A-Za-z0-9+/=\s\\:,|>"'-]){0,20000})/g,
  },
  {
    kind: 'credentials',
    pattern:
      /authorization(?:\\?["'\]]){0,2}\s{0,3}(?:=>|[:=,])\s{0,3}\[?\s{0,2}\\?["']?(?<secret>(?:(?:Digest|AWS4-HMAC-SHA256|Signature|OAuth|Hawk)\s{1,2}(?:[\w-]{1,60}=(?:"[^"\r\n]{0,1000}"|[^\s,"]{0,1000})[,\s]{0,3}){1,30}|(?:[A-Za-z][\w-]{1,30}\s{1,2})?[^\s"',;\]}\\`]{3,8000}))/gi,
  },
  {
    kind: 'credentials',
    pattern: /(?<![A-Za-z])(?:Bearer|Basic|Token|ApiKey|Api-Key)\s{1,3}["']?(?<secret>[A-Za-z0-9._~+/-]{6,8000}={0,2})/gi,
    accept: (secret) => /[0-9=+/_~]|[a-z][A-Z]|[A-Z]{2}/.test(secret),
  },
  {
    kind: 'cookie',
    pattern:
      /cookies?(?:\\?["'\]]){0,2}\s{0,3}(?:=>|[:=,])\s{0,3}\[?\s{0,2}(?:"(?<secret1>(?:[^"\\]|\\.){1,8000})"?|(?<secret2>[^\s=;,"'`]{1,200}=[^\s;"',`]{0,4000}(?:;\s?[^\s=;"',`]{1,200}(?:=[^\s;"'`]{0,4000})?){0,100}))/gi,
  },
  {
    kind: 'cookie',
    pattern: new RegExp(
      String.raw`cookies?["']?\s{0,3}[:=]\s{0,3}\[\s{0,20}(?<secret>${string}(?:\s{0,20},\s{0,20}${string}){1,50})`,
      'gi',
    ),
  },
  {
    kind: 'secret value',
    pattern: new RegExp(String.raw`(?<![\w-])--[\w-]{0,40}(?:${names})\s{1,3}["']?(?<secret>[^\s"'-][^\s"']{0,1000})`, 'gi'),
    accept: (secret) => !harmless.test(secret),
  },
  {
    kind: 'secret value',
    pattern: new RegExp(String.raw`<[\w:.-]{0,60}(?:${names})(?:\s[^<>]{0,200})?>(?<secret>[^<]{1,4000})`, 'gi'),
    accept: (secret) => !harmless.test(secret.trim()) && secret.trim() !== '',
  },
  {
    kind: 'secret value',
    pattern: new RegExp(`${noError}(?:${names})(?:${separator}|${listed})(?:b(?=['"]))?\\\\?${value}`, 'gi'),
    accept: (secret) => !harmless.test(secret),
  },
  {
    // The value is in the sentence that calls it wrong.
    kind: 'secret value',
    pattern: new RegExp(
      String.raw`(?:${names})(?:\s(?:provided|given|supplied|used))?\s{0,2}[:=]\s{0,3}["']?(?<secret>[\w.~+/*-]{6,1000})`,
      'gi',
    ),
    accept: (secret) => /\d/.test(secret) && /[A-Za-z]/.test(secret),
  },
  {
    kind: 'secret value',
    pattern: new RegExp(`${sentence}\\\\?(?:"(?<secret1>[^"\\r\\n\\\\]{1,200})|'(?<secret2>[^'\\r\\n]{1,200})')`, 'gi'),
    accept: (secret) => !harmless.test(secret),
  },
  {
    kind: 'secret value',
    pattern: new RegExp(`${sentence}${unit}(?<secret>[^\\s"'<>,;\\\\]{4,200})`, 'gi'),
    accept: (secret) => {
      const word = secret.replace(/[.!?:)\]}]{1,5}$/, '');
      return /[\d!#$%^&*+=~@?]/.test(word) && !ofATechnique.test(word);
    },
  },
  {
    kind: 'secret value',
    pattern: new RegExp(
      String.raw`(?<![\w-])(?:${commands})(?:'(?<secret1>[^'\r\n]{1,200})'|(?<secret2>[^\s"',\\-][^\s"',\\]{0,200}))`,
      'g',
    ),
  },
  {
    // Oracle's: user/password@database, where something tells that it is one.
    kind: 'secret value',
    pattern:
      /(?:sql(?:plus|ldr|cl)|expdp|impdp|rman|jdbc:oracle|oracle|ora-\d{5}|userid|connect(?:ing|ed|ion)?|\b(?:exp|imp|conn|dsn|tns))[^\r\n]{0,60}?(?<![\w/.@-])[A-Za-z][\w$#]{0,30}\/(?<secret>"[^"\r\n]{1,60}"|[^\s/@"'()<>]{1,60})@(?!v?\d|sha\d{3})(?:\/\/)?[\w.-]{1,100}/gi,
  },
  {
    kind: 'secret value',
    pattern: /[?&]key=(?<secret>[\w-]{20,200})(?![\w-])/g,
    accept: (secret) => /\d/.test(secret) && /[A-Za-z]/.test(secret) && !secret.includes('-'),
  },
  {
    kind: 'secret value',
    pattern: new RegExp(
      String.raw`(?:${names})s\\?["']?\s{0,3}[:=]\s{0,3}\[\s{0,20}(?<secret>${string}(?:\s{0,20},\s{0,20}${string}){0,50})`,
      'gi',
    ),
  },
  { kind: 'secret value', pattern: new RegExp(`(?:authorization|cookie)${listed}(?:b(?=['"]))?${value}`, 'gi') },
  {
    // A field of a form, as multipart/form-data has it.
    kind: 'secret value',
    pattern: new RegExp(
      String.raw`name="[\w.[\]-]{0,40}(?:${names})\]?"(?:\r?\n[\w-]{1,60}:[^\r\n]{0,200}){0,5}\r?\n\r?\n(?<secret>[^\r\n]{1,4000})`,
      'gi',
    ),
  },
  {
    kind: 'secret value',
    pattern: /(?<![\w-])(?:-u|--(?:proxy-)?user)["']?[\s=,]{1,3}["']?[^\s:"'/]{1,100}:(?<secret>[^\s"']{1,200})/g,
  },
  { kind: 'credentials', pattern: /[?&]code=(?<secret>[\w~.%/+-]{12,2000})&(?:state|scope|session_state)=/g },
  { kind: 'cookie', pattern: /cookies["']?\s{0,3}[:=]\s{0,3}\{(?<secret>[^{}]{1,4000})\}/gi },
  {
    kind: 'password in an address',
    pattern: /[A-Za-z][A-Za-z0-9+.-]{1,20}:\/\/[^\s/:@"'<>]{0,256}:(?<secret>[^\s@"'<>]{1,256})@(?=[\w.[-])/g,
  },
  { kind: 'credentials in an address', pattern: /:\/\/(?<secret>[^\s/:@"'<>?#]{12,256})@(?=[\w.[-])/g },
  { kind: 'token', pattern: /(?<![A-Za-z0-9])eyJ[A-Za-z0-9_-]{4,8000}(?:\.[A-Za-z0-9_-]{0,8000}){1,4}/g },
  { kind: 'AWS key', pattern: /(?<![A-Za-z0-9])(?:AKIA|ASIA|ABIA|ACCA|AROA|AIDA)[A-Z0-9]{12,124}(?![A-Za-z0-9])/g },
  { kind: 'Google key', pattern: /(?<![A-Za-z0-9])(?:AIza[\w-]{30,50}|ya29\.[\w-]{10,2000}|GOCSPX-[\w-]{10,60})/g },
  {
    kind: 'API key',
    pattern:
      /(?<![A-Za-z0-9])(?:[sprk]k|whsec|gh[pousr]|github_pat|glpat|xox[abeoprs]|xapp|npm|pypi|dop_v1|hf|shp[a-z]{2}|key|rk|dckr_pat)[-_](?:live_|test_|prod_|proj-|ant-[\w]{1,12}-)?(?=[\w-]{0,200}\d)[A-Za-z0-9_-]{16,300}/g,
  },
  {
    kind: 'API key',
    pattern:
      /(?<![A-Za-z0-9])(?:SG\.[\w-]{16,40}\.[\w-]{16,80}|hv[sbr]\.[\w-]{20,300}|ATATT3[\w=-]{20,300}|AGE-SECRET-KEY-[0-9A-Z]{6,80}|(?:SK|AC)[0-9a-f]{32}(?![0-9a-f]))/g,
  },
  { kind: 'web hook address', pattern: /hooks\.slack\.com\/(?:services|workflows)\/(?<secret>[\w/-]{10,200})/g },
  {
    kind: 'e-mail address',
    pattern: /[\p{L}\p{N}._%+'-]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,8}/gu,
    accept: (secret) => !/^[^@]+@v?\d/.test(secret),
  },
  { kind: 'card number', pattern: /(?<![\d.-])(?:[3-6]\d{3}|2[2-7]\d{2})(?:[ -]?\d){9,15}(?![\d-])/g, accept: isCardNumber },
];

/** The check digit of ISO/IEC 7812-1. */
function isCardNumber(text: string): boolean {
  const digits = text.replace(/\D/g, '');
  if (digits.length < 13 || digits.length > 19) return false;
  const sum = [...digits].reverse().reduce((total, character, index) => {
    const doubled = Number(character) * (index % 2 === 1 ? 2 : 1);
    return total + (doubled > 9 ? doubled - 9 : doubled);
  }, 0);
  return sum % 10 === 0;
}
