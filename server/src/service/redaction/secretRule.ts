/** A kind of text that must not be in a support report, by its shape or by the name before it. */
export interface SecretRule {
  /** For people: the kind of the removed text. */
  readonly kind: string;
  /** The group `secret` is removed; without it the whole match. Every repetition is bounded. */
  readonly pattern: RegExp;
  /** Matches somewhere in each text that the pattern matches in: quicker, so that most texts are done with. */
  readonly holds?: RegExp;
  /** A last test of the secret. */
  readonly accept?: (secret: string) => boolean;
}

// A quoted value with its escapes, or a bare one.
export const value = String.raw`(?:"(?<secret1>(?:[^"\\]|\\.){1,8000})"?|'(?<secret2>(?:[^'\\]|\\.){1,8000})'?|(?<secret3>[^\s"'${'`'}&,;<>{}()[\]]{1,8000}))`;
export const names = String.raw`(?:pass(?:word|wd)|secret)[-_. ]?(?:confirm(?:ation)?|hash|digest|salt|key(?:[-_. ]?base)?)?|pass(?:phrase|code)|(?<![A-Za-z]|---\s)(?:ssh|require|root|admin|user|login|db|smtp|mail|ftp|redis|mysql)?pass|pwd(?!=\/(?:[\s;]|(?:home|root|usr|var|srv|opt|tmp|etc|app|mnt|data)\b|[\w.@-]{1,60}(?:\/[\w.@-]{1,60}){1,20}(?:[\s;,"']|$)))|(?<=_)auth|api[-_. ]?key|(?:access|private|signing|encryption|fernet|master|account|auth|subscription|functions|shared|consumer)[-_. ]?key(?:[-_. ]?id)?|(?:auth|access|refresh|id|session|csrf|xsrf|bearer|api|security|reset|device)?[-_. ]?token|jwt|credentials?|signature(?:[-_]\d{1,3})?|sig|session[-_. ]?(?:id|key)|connect\.sid|phpsessid|jsessionid|(?:t|h)?otp|(?:verification|mfa|otp|2fa|totp|one[-_ ]?time|recovery|backup)[-_ ]?(?:code|password|pin)s?|(?<![A-Za-z])(?:pw|psw)(?![A-Za-z])|(?<![A-Za-z_-])pin(?=\\?["']?\s?[:=]\s?\\?["']?\d{4,8}(?!\d))|saml(?:response|request)|(?<=[?&])(?:auth|sid)|[a-z0-9]_session(?==)|__(?:host|secure)-[\w.-]{1,60}(?==)|cvv2?|cvc|ssn|private[-_. ]?key|authorization[-_. ]?code|code[-_]?verifier|licen[cs]e[-_ ]?key|client[-_. ]?assertion`;
/** Whether a text contains one of the names at all: one search for all rules that begin with a name. */
export const holdsName = new RegExp(names, 'i');

// A value may be nested: `{"stringValue": "…"}`, as OpenTelemetry has it, `["…"]`, `Some("…")`, Go's `[]string{"…"}`, PHP's
// `string(8) "…"`, as YAML's item, or behind a letter for its kind: `b'…'`, `N'…'`.
const wrapped = String.raw`(?:-\s{1,2}(?=\S))?(?:\[\]string(?=\{)|string\(\d{1,6}\)\s|(?:Some|Just)(?=\()|Optional(?=\[)|[Nnb@](?=\\?["']))?(?:[{[(]\s{0,2}(?:\\?["']\w{1,20}\\?["']\s{0,2}:\s{0,2})?){0,5}`;
// `Token::expired` is a name, and `api.token:refresh:12 - …` a place, as loguru writes it.
export const separator = String.raw`(?:\\?["'\]]){0,2}[\s.]{0,40}(?:=>|:?={1,3}|:(?!:))\s{0,5}${wrapped}`;
// A text before a colon is the next name: `"grant_type":"password","scope":…`.
export const listed = String.raw`\\?["'](?:\s{0,2},\s{0,2}(?!\\?["'](?!\w{0,20}value\b)[\w.@-]{1,60}\\?["']\s{0,2}:)|\s{1,3}(?=value))(?:["']?\w{0,20}value["']?\s{0,2}[:=]\s{0,2}${wrapped})?`;
export const harmless =
  /^(?:the|is|was|has|must|not|yes|no|ok|passed|failed|on|off|true|false|null|undefined|none|nil|missing|invalid|expired|required|empty|enabled|disabled|string|number|boolean|SIG(?:TERM|KILL|INT|SEGV|ABRT|HUP|PIPE|QUIT|BUS|FPE|ILL|USR[12]|CHLD|ALRM|TRAP)|(?:(?:is|must|should|can't|cannot|needs?|does|please|too|field|this field|not|has)\s(?:a|be|have|contain|not|match|include|to|too|required|invalid|missing|blank|empty|short|long|only|enter|provide|check|choose|use|expired|incorrect|weak|common|allowed|valid)(?!\w).{0,300})|[|>][+-]?\d?|\*+|\*{3,}\w{1,4}|x{3,}|[[(]?(?:redacted|filtered|removed|masked|hidden|scrubbed)(?!\w).*|<.*>|\d{1,2}|\$\d{1,2}|\?|%s|process\.env\.\w{1,100}|\/(?:run|etc|var|opt|home|root|srv|mnt|usr|tmp)(?:\/[\w.@-]{1,60}){1,20})$/i;

/** Whether a value is more than a word in the place of one, such as `null` or `[redacted]`. */
export function isNoWord(secret: string): boolean {
  return !harmless.test(secret);
}

/** A rule for values by the names before them, in any case. */
export function secretValue(source: string, accept?: SecretRule['accept'], holds?: RegExp): SecretRule {
  return { kind: 'secret value', pattern: new RegExp(source, 'gi'), ...(accept && { accept }), ...(holds && { holds }) };
}
