/** A kind of text that must not be in a support report, by its shape or by the name before it. */
export interface SecretRule {
  /** For people: the kind of the removed text. */
  readonly kind: string;
  /** The group `secret` is removed; without it the whole match. Every repetition is bounded. */
  readonly pattern: RegExp;
  /** Each match contains one of them, in any case: the pattern is tried only around them. Absent: everywhere. */
  readonly keywords?: readonly string[];
  /** The pattern begins at one of the keywords. */
  readonly atKeyword?: true;
  /** How many lines above its keyword a match may begin, and how many below it may end; 0 when absent. */
  readonly above?: number;
  readonly below?: number;
  /** A last test of the secret. */
  readonly accept?: (secret: string, match: string) => boolean;
}

// A quoted value with its escapes, or a bare one, which is not another name: `credentials = password: …`.
// Brackets are in it where it goes on behind them: `m{{h}o)p`.
const bare = String.raw`(?![A-Za-z_][\w.]{0,60}\(|\$[A-Za-z_]\w{0,60}[)(}])[^\s"'${'`'}&,;<>{}()[\]](?:[^\s"'${'`'}&,;<>{}()[\]]|[{}()[\]>]{1,2}(?=[\w$-])){0,8000}`;
const innerName = '(?:user|password|passwd|pass|secret|token|key|value|id)';
export const value = String.raw`(?:"(?<secret1>(?:[^"\\]|\\.){1,8000})"?|'(?<secret2>(?:[^'\\]|\\.){1,8000})'?|${'`'}(?<secret3>[^${'`'}\r\n]{1,8000})${'`'}?|(?!${innerName}\\?["']?\s{0,2}[:=])(?<secret4>${bare}))`;
/** Every way to put two words together. */
function combine(first: readonly string[], second: readonly string[]): string[] {
  return first.flatMap((one) => ['', '-', '_', '.', ' '].flatMap((gap) => second.map((other) => `${one}${gap}${other}`)));
}

const keyed =
  'access|private|signing|encryption|decryption|fernet|master|account|auth|subscription|functions|shared|consumer|admin|api|ssh|storage|licen[cs]e|deploy';
const prefixed = 'ssh|require|root|admin|user|login|db|smtp|mail|ftp|redis|mysql|postgres|pg|ldap|proxy|key';
const codes = 'verification|mfa|otp|2fa|totp|one[-_ ]?time|recovery|backup';
// Passwords and their like in other languages, as they are written in logs and settings.
const foreign = [
  ...['passwort', 'kennwort', 'zugangscode', 'geheimnis', 'mot de passe', 'mot_de_passe', 'mot-de-passe', 'motdepasse', 'mdp'],
  ...['contraseña', 'contrasena', 'clave secreta', 'clave_secreta', 'senha', 'palavra-passe', 'palavra passe'],
  ...['wachtwoord', 'hasło', 'haslo', 'heslo', 'lösenord', 'losenord', 'parola', 'parol', 'şifre', 'sifre', 'salasana'],
  ...[
    'adgangskode',
    'passord',
    'jelszó',
    'jelszo',
    'lozinka',
    'geslo',
    'slaptažodis',
    'kata sandi',
    'kata_sandi',
    'mật khẩu',
    'mat khau',
  ],
  ...['пароль', 'секрет', 'парола', 'лозинка', 'κωδικός', 'סיסמה', 'كلمة المرور', 'كلمة السر', 'पासवर्ड', 'รหัสผ่าน'],
  ...['密码', '密碼', '口令', 'パスワード', '暗証番号', '비밀번호', '암호'],
];

/** Names of secrets. */
export const names = [
  String.raw`(?:pass(?:word|wd)|secret)e?[-_. ]?(?:confirm(?:ation)?|hash|digest|salt|key(?:[-_. ]?base)?)?`,
  'pass(?:phrase|code|key)',
  String.raw`(?<![A-Za-z]|---\s)(?:${prefixed})?pass`,
  String.raw`pwd(?!=\/(?:[\s;]|(?:home|root|usr|var|srv|opt|tmp|etc|app|mnt|data)\b|[\w.@-]{1,60}(?:\/[\w.@-]{1,60}){1,20}(?:[\s;,"']|$)))`,
  '_auth',
  String.raw`(?:${keyed})[-_. ]?key(?:[-_. ]?id)?`,
  String.raw`(?<![A-Za-z])(?:app|application|private|rsa|aes|hmac|server|service|client|write|license)[-_]key`,
  'token',
  'jwt',
  'credentials?',
  '(?<![A-Za-z])creds?(?![A-Za-z])',
  String.raw`signature(?:[-_]\d{1,3})?`,
  'sig',
  'session[-_. ]?(?:id|key)',
  String.raw`connect\.sid|phpsessid|jsessionid|asp\.net_sessionid`,
  '(?:t|h)?otp',
  `(?:${codes})[-_ ]?(?:code|password|pin)s?`,
  '(?<![A-Za-z])(?:pw|psw)(?![A-Za-z])',
  String.raw`(?<![A-Za-z_-])pin(?=\\?["']?\s?[:=]\s?\\?["']?\d{4,8}(?!\d))`,
  'saml(?:response|request)',
  '[?&](?:auth|sid)',
  '(?<=[a-z0-9])_session(?==)',
  String.raw`__(?:host|secure)-[\w.-]{1,60}(?==)`,
  '(?<![A-Za-z])(?:cvv2?|cvc2?|ssn)(?![A-Za-z])',
  'authorization[-_. ]?code',
  'code[-_]?verifier',
  'client[-_. ]?assertion',
  '(?<![A-Za-z])crumb',
  ...foreign.map((word) => `(?<![A-Za-z])${word}`),
].join('|');

/** The beginnings of all names, as keywords. */
const nameStarts: readonly string[] = [
  ...['passw', 'secret', 'passphrase', 'passcode', 'passkey', 'pass', 'pwd', '_auth', 'token', 'jwt', 'credential', 'cred'],
  ...prefixed.split('|').map((word) => `${word}pass`),
  ...combine(keyed.replace('licen[cs]e', 'license|licence').split('|'), ['key']),
  ...combine('app|application|private|rsa|aes|hmac|server|service|client|write|license'.split('|'), ['key']),
  ...combine(['session'], ['id', 'key']),
  ...combine(['authorization'], ['code']),
  ...combine(['code'], ['verifier']),
  ...combine(['client'], ['assertion']),
  ...combine(codes.replace('one[-_ ]?time', 'onetime|one-time|one_time|one time').split('|'), ['code', 'password', 'pin']),
  ...['signature', 'sig', 'connect.sid', 'phpsessid', 'jsessionid', 'asp.net_sessionid', 'otp', 'totp', 'hotp', 'pw', 'psw'],
  ...[
    'pin=',
    'pin:',
    'pin"',
    "pin'",
    'pin\\',
    'pin ',
    'saml',
    '?auth',
    '&auth',
    '?sid',
    '&sid',
    '_session=',
    '__host-',
    '__secure-',
  ],
  ...['cvv', 'cvc', 'ssn', 'crumb'],
  ...foreign,
];

/** After a name: a number, a word for where or when it counts, which may be followed by a separator. */
const stage =
  'old|new|prev(?:ious)?|current|next|prod(?:uction)?|dev(?:elopment)?|test(?:ing)?|stag(?:e|ing)|live|sandbox|demo|local|qa|uat|int|primary|secondary|main|backup|default|temp|tmp|us|eu|value|val|raw|plain|encrypted|b64|base64|hex|admin|root|db|ro|rw|master';
export const suffix = String.raw`(?:[-_. ]?v?\d{1,3}(?![\d.])|[-_.]?(?:${stage})(?![A-Za-z])|(?<=secret)[-_]id(?![A-Za-z])){0,3}`;

// A value may be nested: `{"stringValue": "…"}`, as OpenTelemetry has it, `["…"]`, `Some("…")`, Go's `[]string{"…"}`, PHP's
// `string(8) "…"`, as YAML's item, or behind a letter for its kind: `b'…'`, `N'…'`.
const wrapped = String.raw`(?:-\s{1,2}(?=\S))?(?:\[\]string(?=\{)|string\(\d{1,6}\)\s|(?:Some|Just)(?=\()|Optional(?=\[)|[Nnb@](?=\\?["']))?(?:[{[(]\s{0,2}(?:\\?["']\w{1,20}\\?["']\s{0,2}:\s{0,2})?){0,5}`;
// `Token::expired` is a name, and `api.token:refresh:12 - …` a place, as loguru writes it. A value on the next line is indented
// or quoted, and no name of its own.
const nextLine = String.raw`\r?\n(?:[^\S\r\n]{1,60}|(?=["']))(?!(?:-\s)?\\?["']?[\w.-]{1,60}\\?["']?\s{0,5}(?::\s|=))`;
const assignment = String.raw`(?:=>|:{0,3}={1,3}(?!=)|!={1,2}|[?+]=|\|\|:?=?|[:：](?![:=])|-(?=\s{1,3}["']))`;
// `var token string = …`, `char secret[25] = …`
const typed = String.raw`(?:\[\d{0,6}\]|\s{1,2}(?:string|str|text|char)(?=\s{0,2}:?=))?`;
export const separator = String.raw`${typed}(?:\\?["'${'`'}\]]){0,2}[\s.]{0,40}${assignment}[^\S\r\n]{0,80}(?:${nextLine})?${wrapped}`;
// A text before a colon is the next name: `"grant_type":"password","scope":…`.
export const listed = String.raw`\\?["'](?:\s{0,2},\s{0,2}(?!\\?["'](?!\w{0,20}value\b)[\w.@-]{1,60}\\?["']\s{0,2}:)|\s{1,3}(?=value))(?:["']?\w{0,20}value["']?\s{0,2}[:=]\s{0,2}${wrapped})?`;
export const harmless =
  /^(?:the|is|was|has|must|not|yes|no|ok|passed|failed|on|off|true|false|null|undefined|none|nil|missing|invalid|expired|required|empty|enabled|disabled|string|number|boolean|SIG(?:TERM|KILL|INT|SEGV|ABRT|HUP|PIPE|QUIT|BUS|FPE|ILL|USR[12]|CHLD|ALRM|TRAP)|(?:(?:is|must|should|can't|cannot|needs?|does|please|too|field|this field|not|has)\s(?:a|be|have|contain|not|match|include|to|too|required|invalid|missing|blank|empty|short|long|only|enter|provide|check|choose|use|expired|incorrect|weak|common|allowed|valid)(?!\w).{0,300})|[|>][+-]?\d?|\*+|\*{3,}\w{1,4}|[[(]?(?:redacted|filtered|removed|masked|hidden|scrubbed)(?!\w).*|<.*>|\d{1,2}|\$\d{1,2}|\?|%s|(?:process\.|import\.meta\.)?env[.[].{1,100}|os\.(?:environ|getenv).{0,100}|\$[A-Z_][A-Z\d_]*|\$[a-z]+(?:_[a-z]+)+|\$[{(].{0,200}|%[A-Z_]{2,60}%|[#{]\{.{0,200}|\{{1,2}\s?[A-Za-z_.$-]{1,40}\s?\}{1,2}|\[[A-Z_ -]{3,30}\]|(?:basic|bearer|token|digest)\s{0,3}|[a-z]\w{0,40}(?:Secret|Token|Key|Password|Signature)\)|arn:aws:iam::aws:.{0,100}|#[a-z]{2,20}(?:-[a-z]{2,20})*|y?our[-_ ].{2,40}|x{3,40}|X{3,40}|\.{3}|…|mismatch(?:ed)?|not[-_ ](?:found|set|provided|valid|present)|unauthori[sz]ed|rejected|revoked|absent|unknown|malformed|wrong|incorrect|denied|unset|n\/a|valid(?:ated)?|granted|allowed|permitted|accepted|refused|active|inactive|ready|present|set|used|unused|ignored|skipped|issued|consumed|reused|changed|stale|verified|updated|refreshed|rotated|renewed|generated|created|deleted|success(?:ful)?|error|failure|timeout|\/(?:run|etc|var|opt|home|root|srv|mnt|usr|tmp)(?:\/[\w.@-]{1,60}){1,20})$/i;

/** Whether a value is more than a word in the place of one, such as `null` or `[redacted]`. */
export function isNoWord(secret: string): boolean {
  return !harmless.test(secret);
}

/** A rule for values by the names before them, in any case, where it may match and what else it asks for. */
export function secretValue(source: string, more: Omit<SecretRule, 'kind' | 'pattern'>): SecretRule {
  return { kind: 'secret value', pattern: new RegExp(source, 'gi'), ...more };
}

/** For a pattern that begins with a name. */
export const beginsWithName = { keywords: nameStarts, atKeyword: true } as const;
/** For a pattern that contains a name on the line that it is in. Abbreviations, which many words contain, do not count there. */
export const containsName = {
  keywords: nameStarts.filter(
    (name) => !['sig', 'cred', 'otp', 'pw', 'psw', 'cvv', 'cvc', 'ssn', 'pin ', 'hotp', 'totp'].includes(name),
  ),
} as const;
