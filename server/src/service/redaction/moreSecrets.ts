import { entropyOf, looksRandom } from './entropy.ts';
import { beginsWithName, containsName, isNoWord, names, type SecretRule, secretValue, separator, value } from './secretRule.ts';
import { looksGenerated } from './sentenceSecrets.ts';

// Keys that name a place, not a secret.
const noSecretKey =
  'public|primary|foreign|partition|sort|cache|idempotency|routing|object|message|row|lookup|dedup(?:lication)?|group|hash|event|record|map|index|composite|natural|surrogate|unique|registry|shard|item|entity|bucket|s3|redis|kafka|i18n|translation|setting|config|feature|flag|job|lock|storage|query|search|page|range|start|end|last|next|continuation|any|press|arrow|enter|escape|shift';
// A name behind which other words follow: `password_super_secure`. These say something about the secret.
const about =
  '(?:file|path|url|uri|host|type|kind|len|length|count|size|min|max|limit|expir\\w*|expires?|ttl|age|at|date|time|policy|polic\\w*|name|field|column|reset|error|errors|invalid|valid|required|hint|help|label|title|description|message|placeholder|prompt|version|status|state|strength|attempts?|retries|changed|updated|created|service|endpoint|provider|manager|store|class|factory|encoder|algorithm|alg|method|mode|format|enabled|disabled|ref|refs?|arn|budget|usage|used|per|rate|index|position|offset|types?|scopes?|issuer|audience|bucket|verified|verification|check|match|mismatch|exists|rotation|rotated|group|role|user|username|email|id|ids|key_?id)';

/** Whether a text is as random as a key: of both cases and digits, or hexadecimal, or long. */
function looksLikeKey(secret: string): boolean {
  if (
    secret.length < 16 ||
    !/\d/.test(secret) ||
    !/[a-z]/i.test(secret) ||
    /^\d{4}-\d\d|^[a-z]+:\/\/|\/\w+\/|\.\w{2,4}$/.test(secret)
  )
    return false;
  if (/^(?:[0-9a-f]{32}|[0-9a-f]{40}|[0-9a-f]{64}|[0-9a-f]{8}-[0-9a-f-]{27})$/i.test(secret)) return true;
  return entropyOf(secret) > 3.3 && (secret.match(/\d/g) ?? []).length > 1 && !/^[a-z]+(?:[-_:.][a-z\d]{1,20})+$/.test(secret);
}

/** Secrets by names that need more than the name: a value that looks like one, or a certain form. */
export const moreSecrets: readonly SecretRule[] = [
  // `softlayer_key`, `KEY=…`, `ado_pat`; `object_key=…` is a name.
  secretValue(String.raw`(?:key|(?<=[-_])pat|sonar[._]?login)(?<!(?:${noSecretKey})[-_. ]?key)\d{0,2}${separator}${value}`, {
    keywords: ['key', '_pat', '-pat', 'sonar.login', 'sonarlogin', 'sonar_login'],
    accept: looksLikeKey,
  }),
  secretValue(String.raw`(?:${names})(?:[-_](?!${about}(?![A-Za-z]))[A-Za-z][A-Za-z0-9]{0,20}){1,4}${separator}${value}`, {
    ...beginsWithName,
    accept: (secret, match) =>
      isNoWord(secret) && (looksGenerated(secret) || (/^pass(?:word|wd)/i.test(match) && /["'`]$/.test(match))),
  }),
  // `Your API2CART key is …`
  secretValue(String.raw`(?<![A-Za-z])key\s(?:is|was):?\s{1,2}["']?(?<secret>[\w+/=.-]{16,200})`, {
    keywords: ['key is', 'key was'],
    accept: looksLikeKey,
  }),
  secretValue(String.raw`telegr[^\r\n]{0,40}?(?<![\w:])(?<secret>\d{5,16}:A[\w-]{34})(?![\w-])`, { keywords: ['telegr'] }),
  // Bundler's: a user and a password for a host.
  secretValue(
    String.raw`BUNDLE_\w{1,60}__\w{1,60}\\?["']?\s{0,3}[=:]\s{0,3}\\?["']?(?<secret>[^\s"':;/\\]{3,100}:[^\s"';/\\]{3,100})`,
    {
      keywords: ['bundle_'],
    },
  ),
  // `token "…" is not valid`, `secret `…` rejected`: of a name only where it looks like a key, since objects have names as well.
  secretValue(
    String.raw`(?<![A-Za-z])(?:token|secret|key|credential)\s(?:"(?<secret1>[\w+/=.~-]{16,500})"|'(?<secret2>[\w+/=.~-]{16,500})'|${'`'}(?<secret3>[\w+/=.~-]{16,500})${'`'})`,
    {
      keywords: ['token ', 'secret ', 'key ', 'credential '],
      accept: looksLikeKey,
    },
  ),
  // `if ("…" == password)`
  secretValue(String.raw`["'](?<secret>[^"'\r\n]{4,200})["']\s{0,2}[!=]={1,2}\s{0,2}[\w.]{0,40}(?:${names})`, {
    ...containsName,
    accept: isNoWord,
  }),
  // `secret("…")`, `secret.assign("…")`
  secretValue(String.raw`(?:${names})e?(?:\.\w{1,20})?\(\s?@?(?:"(?<secret1>[^"\r\n]{6,500})"|'(?<secret2>[^'\r\n]{6,500})')`, {
    ...beginsWithName,
    accept: looksGenerated,
  }),
  // PowerShell's arguments.
  secretValue(
    String.raw`(?<![\w-])-(?:password|passwd|pwd|secret|token|apikey|accesskey)\s{1,3}["']?(?<secret>[^\s"'$%-][^\s"']{3,500})`,
    {
      keywords: ['-passw', '-pwd', '-secret', '-token', '-apikey', '-accesskey'],
      accept: isNoWord,
    },
  ),
  secretValue(String.raw`(?<![\w-])-[a-z]{1,20}key\s{1,3}["']?(?<secret>[\w+/=.-]{16,500})`, {
    keywords: ['key '],
    accept: looksLikeKey,
  }),
  secretValue(
    String.raw`machine\s{1,3}\S{1,200}\s{1,20}login\s{1,3}\S{1,200}\s{1,20}password\s{1,3}(?<secret>[^\s"'\\]{3,500})`,
    {
      keywords: ['machine '],
      below: 3,
    },
  ),
  secretValue(String.raw`psexec[^\r\n]{0,200}\s-p\s(?<secret>[^\s"'$%-][^\s"']{2,100})`, { keywords: ['psexec'] }),
  secretValue(String.raw`(?:unseal\skey\s\d{1,2}:\s|operator\sunseal\s|initial\sroot\stoken:\s)(?<secret>[\w+/=.-]{20,200})`, {
    keywords: ['unseal', 'initial root'],
  }),
  secretValue(
    String.raw`(?:private|wallet|signer|deployer)[-_ ]?key(?:\s(?:is|was|for\s\S{1,80}))?\\?["']?[\s:=]{1,4}\\?["']?(?<secret>(?:0x)?[0-9a-f]{64})(?![0-9a-f])`,
    {
      keywords: ['private', 'wallet', 'signer', 'deployer'],
    },
  ),
  secretValue(String.raw`api_key\\?["'],\s{0,3}\\?["']params\\?["']\s{0,2}:\s{0,2}\[\s{0,9}\\?["'](?<secret>[^"'\\]{8,500})`, {
    keywords: ['api_key'],
    below: 2,
  }),
  {
    // Links by which one resets a password, confirms an address or signs in.
    kind: 'secret value',
    keywords: ['password', 'passwd', 'verif', 'confirm', 'activat', 'invit', 'magic', 'unsubscribe', '/reset'],
    pattern:
      /\/(?:(?:reset|forgot|set|new|change)[-_]?(?:password|passwd)|(?:password|passwd)[-_/]?(?:reset|new|change|edit|set)|reset|verify(?:[-_]?e?mail)?|(?:e-?mail[-_]?)?verif(?:y|ication)|confirm(?:ation|ations)?(?:[-_]?e?mail)?|activat(?:e|ion)|invit(?:e|es|ation|ations)|magic[-_]?links?|unsubscribe)(?:\/(?:[a-z]{1,12}|\d{1,12})){0,2}[/=](?<secret>[\w.~%=-]{16,800})/gi,
    accept: (secret) => looksRandom(secret) && !/^[a-z]+(?:[-_][a-z]+)*(?:\.\w{2,4})?$/.test(secret),
  },
  {
    // Bodies in base64 that say so.
    kind: 'encoded body',
    keywords: ['base64', 'b64'],
    below: 1,
    pattern:
      /(?:(?<![A-Za-z])(?:base64|b64)(?:[-_ ]?(?:body|payload|data|content|encoded))?\\?["')\]]{0,2}\s{0,2}[:=]\s{0,2}\\?["']?|;base64,|(?:body|payload|data|content)[-_ ]?\(?(?:base64|b64)\)?\\?["']?\s{0,2}[:=]\s{0,2}\\?["']?|(?:base64|b64)[-_ ]?(?:encoded)?\s(?:body|payload|data|content|credentials?)(?:\sis)?:?\s{1,2}["']?)(?<secret>[A-Za-z0-9+/_-]{16,20000}={0,2})/gi,
    accept: (secret) => /[A-Z]/.test(secret) && /[a-z]/.test(secret),
  },
  {
    kind: 'encoded body',
    keywords: ['isbase64encoded'],
    pattern:
      /(?<![\w])body\\{0,3}["']\s{0,2}:\s{0,2}\\{0,3}["'](?<secret>[A-Za-z0-9+/_-]{8,20000}={0,2})\\{0,3}["'](?:(?=[^\r\n]{0,4000}isBase64Encoded\\{0,3}["']\s{0,2}:\s{0,2}true)|(?<=isBase64Encoded\\{0,3}["']\s{0,2}:\s{0,2}true[^\r\n]{0,24000}))/gi,
  },
  {
    kind: 'encoded body',
    keywords: ['content-transfer-encoding'],
    below: 200,
    pattern:
      /content-transfer-encoding:\s?base64\s{0,3}\r?\n(?:[\w-]{1,60}:[^\r\n]{0,300}\r?\n){0,8}\r?\n(?<secret>(?:[A-Za-z0-9+/=]{4,200}\r?\n?){1,400})/gi,
  },
  {
    // Kubernetes' secrets, whose values are in base64.
    kind: 'secret value',
    keywords: ['kind: secret', "kind: 'secret", 'kind: "secret'],
    above: 40,
    below: 40,
    pattern:
      /^[ \t]{0,20}(?:string)?data:[ \t]{0,3}\r?\n(?:[ \t]{0,20}#[^\r\n]{0,300}\r?\n){0,5}(?<secret>(?:[ \t]{1,20}[\w.-]{1,100}:[ \t]{0,3}["']?[A-Za-z0-9+/]{10,8000}={0,2}["']?[ \t]{0,3}(?:\r?\n|$)){1,60})/gim,
  },
  {
    // Kerberos' tickets, as tools that guess passwords take them.
    kind: 'password hash',
    keywords: ['$krb5'],
    pattern: /\$krb5(?:asrep|tgs|pa|db)\$\d{1,3}\$[^\s"']{32,8000}/g,
  },
  // Facebook's: the number of an app, and its token.
  {
    kind: 'API key',
    keywords: ['|', '%7c'],
    atKeyword: true,
    pattern: /(?:\||%7C)(?<=(?<!\w)\d{13,17}(?:\||%7C))(?<secret>[\w-]{27,40})(?![\w-])/gi,
  },
];
