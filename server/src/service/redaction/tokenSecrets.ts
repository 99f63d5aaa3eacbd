import type { SecretRule } from './secretRule.ts';

const prefixes =
  'sk pk rk kk whsec ghp gho ghu ghs ghr github_pat glpat glrt glptt gldt glcbt glimt glft glsoat glagent glffct gloas glsa xapp doo_v1 dop_v1 dor_v1 dckr_pat gsk pplx rubygems figd tvly nvapi pscale_tkn cfpat nrak nrii pmak sntrys sntryu tskey xkeysib lin_api shippo_live rdme phx sb_secret'.split(
    ' ',
  );

/** Tokens and keys that are known by their own shape, and addresses of web hooks. */
export const tokenSecrets: readonly SecretRule[] = [
  { kind: 'token', keywords: ['eyj'], pattern: /(?<![A-Za-z0-9])eyJ[A-Za-z0-9_-]{4,8000}(?:\.[A-Za-z0-9_-]{0,8000}){1,4}/g },
  {
    kind: 'AWS key',
    keywords: ['akia', 'asia', 'abia', 'acca', 'aroa', 'aida', 'apka'],
    pattern: /(?<![A-Za-z0-9])(?:AKIA|ASIA|ABIA|ACCA|AROA|AIDA|APKA)[A-Z0-9]{12,124}(?![A-Za-z0-9])/g,
  },
  {
    kind: 'Google key',
    keywords: ['aiza', 'ya29.', 'gocspx-'],
    pattern: /(?<![A-Za-z0-9])(?:AIza[\w-]{30,50}|ya29\.[\w-]{10,2000}|GOCSPX-[\w-]{10,60})/g,
  },
  {
    kind: 'API key',
    keywords: ['shp', ...prefixes.flatMap((prefix) => [`${prefix}-`, `${prefix}_`])],
    pattern:
      /(?<![A-Za-z0-9])(?:[sprk]k|whsec|gh[pousr]|github_pat|gl(?:pat|rt|ptt|dt|cbt|imt|ft|soat|agent|ffct|oas|sa)|xapp|do[opr]_v1|shp[a-z]{2}|rk|dckr_pat|gsk|pplx|rubygems|figd|tvly|nvapi|pscale_tkn|CFPAT|NRAK|NRII|PMAK|sntry[su]|tskey|xkeysib|lin_api|shippo_live|rdme|phx|sb_secret)[-_](?:live_|test_|prod_|proj-|ant-[\w]{1,12}-)?(?=[\w-]{0,200}\d)[A-Za-z0-9_-]{16,300}/g,
    // Words and numbers of few digits name something: rk-production-eu-west-1.
    accept: (secret) => /[A-Za-z]\d|\d[A-Za-z]|[a-z][A-Z]|[A-Za-z0-9]{16}|\d{8}/.test(secret),
  },
  {
    // Slack's. `2018-250-xoxo-party.jpg` is a file.
    kind: 'API key',
    keywords: ['xox'],
    pattern:
      /(?<![A-Za-z0-9_-])xox[a-z][-.](?:[\w.%-]{0,20}-)?(?=[\w%-]{0,200}\d[\w%-]{0,200}\d)[\w%-]{12,300}(?!\.[a-z]{2,4}\b)/g,
    accept: (secret) => /-\d{8,}|[A-Za-z0-9]{16}/.test(secret),
  },
  {
    // A text with such a beginning may be a name as well: key-value-store-2026, secret-store-7d9f8b6c5d-x2x4z.
    kind: 'API key',
    keywords: 'npm pypi hf key secret r8 sbp tfp ntn xai pul p8e'.split(' ').flatMap((prefix) => [`${prefix}-`, `${prefix}_`]),
    pattern: /(?<![A-Za-z0-9])(?:npm|pypi|hf|key|secret|r8|sbp|tfp|ntn|xai|pul|p8e)[-_][A-Za-z0-9_-]{16,300}/g,
    accept: (secret) => (secret.match(/[A-Za-z0-9]{11,}/g) ?? []).some((run) => /\d/.test(run)),
  },
  {
    kind: 'API key',
    keywords: ['sg.', 'hvs.', 'hvb.', 'hvr.', 'atatt3', 'age-secret-key-'],
    pattern:
      /(?<![A-Za-z0-9])(?:SG\.[\w-]{16,40}\.[\w-]{16,80}|hv[sbr]\.[\w-]{20,300}|ATATT3[\w=-]{20,300}|AGE-SECRET-KEY-[0-9A-Z]{6,80})/g,
  },
  // Twilio's.
  { kind: 'API key', pattern: /(?:SK|AC)(?<![A-Za-z0-9]..)[0-9a-f]{32}(?![0-9a-f])/g },
  {
    // Doppler, Square, Facebook, Databricks.
    kind: 'API key',
    keywords: ['dp.', 'sq0', 'eaa', 'dapi'],
    pattern:
      /(?<![A-Za-z0-9])(?:dp\.(?:pt|st|ct|sa|scim|audit)\.[A-Za-z0-9_.-]{20,100}|sq0(?:csp|atp|idp)-[\w-]{20,60}|EAA[A-Za-z0-9]{24,300}|dapi[0-9a-f]{32}(?:-\d)?)(?![A-Za-z0-9])/g,
    accept: (secret) => /\d/.test(secret),
  },
  {
    // Alibaba Cloud, Mailchimp, Telegram, Microsoft Entra, Atlassian, Terraform, Airtable, Dynatrace, Google's refresh
    // tokens, Fly.
    kind: 'API key',
    keywords: ['ltai', '-us', ':aa', 'q~', 'atctt3', 'atbb', '.atlasv1.', 'pat', 'dt0', '1//0', 'fm1_', 'fm2_'],
    pattern:
      /(?<![\w.~-])(?:LTAI[A-Za-z0-9]{12,30}|[0-9a-f]{32}-us\d{1,2}|(?:bot)?\d{8,10}:AA[\w-]{32,35}|[\w~.-]{3}\dQ~[\w~.-]{31,34}|AT(?:CTT3|BB)[\w=-]{20,300}|[A-Za-z0-9]{14}\.atlasv1\.[\w-]{40,80}|pat[A-Za-z0-9]{14}\.[0-9a-f]{64}|dt0[a-z]\d\d\.[A-Z0-9]{24}\.[A-Z0-9]{64}|1\/\/0[\w-]{30,300}|fm[12]_[\w+/=,-]{40,3000})(?![\w~])/g,
  },
  {
    // Vault's older tokens.
    kind: 'API key',
    keywords: ['s.', 'b.', 'r.'],
    atKeyword: true,
    pattern: /(?<![\w.])[sbr]\.(?=[A-Za-z]{0,23}\d)(?=[a-z\d]{0,23}[A-Z])[A-Za-z0-9]{24}(?![\w.(])/g,
  },
  // Laravel's key.
  { kind: 'API key', keywords: ['base64:'], pattern: /(?<=base64:)[A-Za-z0-9+/]{43}=/g },
  {
    // bcrypt and others as crypt(3) writes them, Django's, Werkzeug's and LDAP's: a hash that allows guessing is a secret, too.
    kind: 'password hash',
    keywords: ['$', 'pbkdf2:', 'scrypt:'],
    pattern:
      /(?<![\w$])(?:\$(?:[1567y]|gy|2[abxy]?|apr1|sha1|argon2(?:id|[id])|scrypt|pbkdf2(?:-\w{1,10})?)\$[\w./$,=+-]{16,300}|(?:pbkdf2_sha\d{1,3}|bcrypt_sha256|bcrypt|argon2|scrypt|md5|sha1)\$[\w./$,=+-]{16,300}|(?:pbkdf2:\w{1,10}|scrypt:\d{1,8}:\d{1,3}):\d{1,10}\$[\w./$,=+-]{16,300})/g,
  },
  {
    kind: 'password hash',
    keywords: ['sha', 'md5', '{crypt', '{bcrypt', '{argon2', '{noop', '{scrypt', '{pbkdf2'],
    pattern:
      /\{(?:S?(?:SHA|MD5)-?(?:\d{3})?|CRYPT|bcrypt|argon2|noop|scrypt|PBKDF2(?:[-_]?\w{1,10})?)\}(?<secret>[\w+/=$.,-]{6,300})/gi,
  },
  {
    // The private part of JSON Web Keys.
    kind: 'private key',
    keywords: ['"kty"'],
    above: 12,
    below: 12,
    pattern:
      /"(?:d|p|q|dp|dq|qi|k)"\s{0,2}:\s{0,2}"(?<secret>[\w-]{20,1000})"(?:(?=[^{}]{0,2000}"kty")|(?<="kty"[^{}]{0,2000}))/g,
  },
  {
    // PEM in base64 (certificates and public keys aside), and Kubernetes' names for keys in it.
    kind: 'private key',
    keywords: ['ls0tls1crudjti', 'dockerconfigjson', 'dockercfg', 'client-key-data', '.key', 'ssh-privatekey'],
    below: 2,
    pattern:
      /(?<![\w+/])LS0tLS1CRUdJTi(?!BDRVJU|BQVUJM)[A-Za-z0-9+/]{20,20000}={0,2}|(?:\.dockerconfigjson|\.dockercfg|client-key-data|(?:tls|ca|server|client)\.key|ssh-privatekey)\\?["']?\s{0,2}[:=]\s{0,2}(?:[|>][+-]?\s{1,40})?\\?["']?(?<secret>[A-Za-z0-9+/]{16,20000}={0,2})/g,
  },
  {
    // Docker's configuration: user and password in base64.
    kind: 'credentials',
    keywords: ['"auth"'],
    pattern: /"auth"\s{0,2}:\s{0,2}"(?<secret>(?:[A-Za-z0-9+/]{4}){3,500}(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?)"/g,
    accept: (secret) => /[A-Z]/.test(secret) && /[a-z]/.test(secret) && /[\d=+/]/.test(secret),
  },
  {
    // Discord's: the bot's id in base64, a time, a signature.
    kind: 'API key',
    pattern: /[MNO](?<![\w.-].)[A-Za-z\d_-]{22,28}\.[\w-]{6}\.[\w-]{27,40}(?![\w.-])/g,
  },
  {
    kind: 'web hook address',
    keywords: ['hooks.', 'webhook', 'api.telegram.org', '.make.com', 'maker.ifttt.com'],
    pattern:
      /(?:hooks\.slack\.com\/(?:services|workflows|triggers)\/|discord(?:app)?\.com\/api\/(?:v\d{1,2}\/)?webhooks\/\d{5,30}\/|hooks\.zapier\.com\/hooks\/catch\/|(?:webhook\.office|outlook\.office|outlook\.office365)\.com\/webhook(?:b2)?\/|api\.telegram\.org\/bot|hook\.[\w.]{2,20}\.make\.com\/|maker\.ifttt\.com\/trigger\/[\w-]{1,60}\/(?:json\/)?with\/key\/)(?<secret>[\w/@:.-]{10,300})/g,
  },
];
