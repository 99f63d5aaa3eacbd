import assert from 'node:assert/strict';
import { findSecrets } from '../../../server/src/adapters/files/secretScanner.ts';
import { loadBuiltinCatalogues } from '../../../server/src/service/catalogue/builtinCatalogues.ts';
import { redactText } from '../../../server/src/service/redaction/redaction.ts';

// Put together at run time, so that no scanner takes this file's own examples for leaked credentials. Every value is invented.
const join = (...parts: readonly string[]) => parts.join('');
const long = 'hunter22zq'.repeat(4);
const hex = '0123456789abcdef'.repeat(2);

/** Texts that reveal `hunter22zq` (and `other33zq`), by their origin. */
const secrets: Readonly<Record<string, readonly string[]>> = {
  'what Redis is told': [
    'AUTH hunter22zq',
    'AUTH default hunter22zq',
    '127.0.0.1:6379> auth hunter22zq',
    "wrong command 'AUTH hunter22zq'",
    'sent AUTH hunter22zq',
    'CONFIG SET requirepass hunter22zq',
    '"CONFIG" "SET" "requirepass" "hunter22zq"',
    'requirepass hunter22zq',
    'HELLO 3 AUTH default hunter22zq SETNAME x',
    'ACL SETUSER bob on >hunter22zq >other33zq ~* +@all',
    '*2\r\n$4\r\nAUTH\r\n$10\r\nhunter22zq\r\n',
  ],
  'what mail and file servers are told': [
    'USER bob\r\nPASS hunter22zq',
    'a001 LOGIN bob hunter22zq',
    'A1 LOGIN "bob" "hunter22zq"',
  ],
  tables: [
    '| password | hunter22zq',
    'password | hunter22zq',
    '│ password │ hunter22zq │',
    '| id | user | password |\n|----|------|----------|\n| 1  | bob  | hunter22zq |\n| 2  | jo   | other33zq |',
    ' id | password   | user\n----+------------+------\n  1 | hunter22zq | bob\n(1 row)',
    '+----+------------+\n| id | api_key    |\n+----+------------+\n|  1 | hunter22zq |\n+----+------------+',
    '│ id │ secret     │\n├────┼────────────┤\n│ 1  │ hunter22zq │',
  ],
  'command lines': [
    'cqlsh -u cassandra -p hunter22zq',
    'useradd -m -p hunter22zq bob',
    'lftp -u bob,hunter22zq sftp://h',
    'mc alias set minio http://minio:9000 minioadmin hunter22zq',
    'wpa_passphrase ssid hunter22zq',
    'plink -ssh -pw hunter22zq bob@h',
    'ipmitool -H h -U bob -P hunter22zq',
    'xfreerdp /u:bob /p:hunter22zq /v:h',
    'snmpget -v3 -u bob -A hunter22zq -X other33zq h',
    'echo "bob:hunter22zq" | chpasswd',
    "echo -n 'hunter22zq' | cryptsetup luksOpen x",
    'cryptsetup open x --key-file - <<< hunter22zq',
    'net user bob hunter22zq /add',
    'Step 4/10 : ENV API_SECRET hunter22zq',
  ],
  'connections and cookies': [
    'Driver={x};Uid=sa;Pwd={hunter22zq;other33zq};Encrypt=yes',
    'bob:hunter22zq@tcp(db:3306)/shop?parseTime=true',
    '.AspNetCore.Session=hunter22zq; .ASPXAUTH=other33zq',
    'wordpress_logged_in_0a1b=bob|1777896000|hunter22zq',
    '/cb?state=x&code=hunter22zqhunter22zq',
    'code_verifier=hunter22zqhunter22zq',
    'license_key=hunter22zq',
    'smtp_pass hunter22zq',
    `hmac=${long}`,
    `Stripe-Signature: t=1777896000,v1=${long}`,
  ],
  'what programs print when they are started first': [
    'A temporary password is generated for root@localhost: hunter22zq',
    'Password for the elastic user (reset with `bin/elasticsearch-reset-password -u elastic`):\n  hunter22zq',
    'Password for user bob: hunter22zq',
    'Initial admin password:\n\nhunter22zq',
    'RootUser: admin RootPass: hunter22zq',
  ],
  'sessions and pairs': [
    '{"session":{"id":"hunter22zq","age":1}}',
    'session=hunter22zqhunter22zq',
    '{"api":{"key":"hunter22zq"}}',
    "auth=('bob', 'hunter22zq')",
    '--auth bob:hunter22zq',
    'X-MS-CLIENT-PRINCIPAL: hunter22zq==',
  ],
  XML: [
    '<saml:Assertion ID="x"><saml:NameID>hunter22zq</saml:NameID></saml:Assertion>',
    '<ds:SignatureValue>hunter22zq=</ds:SignatureValue>',
    '<password value="hunter22zq"/>',
  ],
  hashes: [
    '$2y$10$hunter22zqhunter22zq',
    'root:$6$saltsalt$hunter22zq:19000:0:99999:7:::',
    'pbkdf2_sha256$600000$salt$hunter22zq=',
    '$argon2id$v=19$m=65536,t=3,p=4$salt$hunter22zq',
    'userPassword: {SSHA}hunter22zq',
    'userPassword:: hunter22zq==',
  ],
  keys: [
    join('gl', `rt-${long}`),
    join('LT', 'AI5thunter22zqother33z'),
    join('xkey', `sib-${long}`),
    join('12345678', '9:AAhunter22zqhunter22zqhunter22zqhun'),
    join('abc8', 'Q~hunter22zqhunter22zqhunter22zqhunt'),
    's.hunter22Zqhunter22zqhunt is no longer valid',
    join('APP_KEY=base64', `:${long}abc=`),
    'FERNET_KEY=hunter22zq=',
    `{"kty":"oct","k":"${long}"}`,
    `{"d":"${long}","kty":"RSA","n":"x"}`,
    join('LS0tLS1', 'CRUdJTiBSU0EgUFJJVkFURSBLRVktLS0tLQhunter22zq'),
    'client-key-data: hunter22zqhunter22zq',
    '"auths":{"ghcr.io":{"auth":"Ym9ihunter22zq=="}}',
  ],
};

/** Texts that stay as they are, though they look similar. */
const ordinary: readonly string[] = [
  'AUTH failed',
  'AUTH failed for user bob1',
  '[AUTH] user12345 logged in',
  'INFO AUTH service-12 started',
  'AUTH ERR_TOKEN_EXPIRED',
  'AUTH 18b2ad5e-2a9e-4d3f-b9a8-9f2a1e0b1234',
  'auth middleware registered',
  'ERR AUTH <password> called without any password configured for the default user',
  'requirepass is not set',
  'worker1 LOGIN user failed',
  'Fri 12:00 USER bob logged in\nPASS rate 99',
  '| id | name | token_count |\n|----|------|-------------|\n| 1 | x | 12345 |',
  '| field | password |\n|---|---|\n| min | 8 |\n| max | null |',
  '| name | code |\n|---|---|\n| a1 | INSUFFICIENT_CREDITS |',
  '2026-05-04 12:00:00.123 | ERROR | api.token:refresh:12 - failed',
  'token | expired',
  '{"grant_type":"password","client_id":"abc","scope":"read"}',
  '{"path":"/token","referer":"x","field":"password","code":"too_short"}',
  '{\\"grant_type\\":\\"refresh_token\\",\\"scope\\":\\"read\\"}',
  'POST /oauth/token HTTP/1.1" 401 88',
  `path=/token status=401 request_id=${hex}`,
  'error=invalid_token error_description="The access token expired"',
  'token_type=Bearer expires_in=3600 scope=read',
  'Parameters: {"user"=>{"password"=>"[FILTERED]"}, "token"=>"[FILTERED]"}',
  'Authorization: [REDACTED], authorization: ***, authorization="[Filtered]", x-api-key: ********1234',
  'SyntaxError: Unexpected token: punc (})',
  '{"errors":{"password":["is too short (minimum is 8 characters)"],"token":"must be a string"}}',
  'denied for arn:aws:secretsmanager:us-east-1:123456789012:secret:prod/db-AbC123',
  'basic plan_2026 upgraded, token auth-service-7d9f8b6c5d-x2x4z ready, exit sig=SIGTERM, csrf=disabled',
  'ApiToken:: refresh',
  'session=12, session: expired, {"session":{"id":12}}',
  'auth: service:started, auth: db.internal:5432',
  'initial password: required',
  's.substring(24), s.someMethodNameThatIsLong',
  'db_pass: ok, bypass=1',
  'app/models/api_token.rb:12: ApiToken::Expired',
  'panicked at auth::token::verify src/token.rs:12',
  'VALUES ($1,$2,$3,$4,$5,$6,$7,$8,$9,$10)',
  'bcrypt cost 12, argon2id m=65536',
  '{"kty":"RSA","n":"0vx7agoebGcQSuuPiLJXZptN9nndrQmbXEps2aiAFbWhM78L","e":"AQAB"}',
  'LS0tLS1CRUdJTiBDRVJUSUZJQ0FURS0tLS0tCk1JSUM=',
  'GET /v1/errors?state=open&code=E1001',
  'hmac: invalid',
  'Step 4/10 : ENV TOKEN_TTL 3600',
  '{"auth":"required"} {"auth":"OAuth2"} {"auth":"basic"}',
  'license_key: missing',
  'x-amz-id-2: s9lzHYrFp76ZVxRcpX9+5cjAnEH2ROuNkd2BHfIa6UkFVdtjf5mKR3/eTPFvsiP/XV/VLi31234=',
  'x-amz-cf-id: 1pkpNfBQ39sYMnjjUQjmH2w1wdJnbHYTbag21o_3OfcQgPzdL2RSSQ==',
  '<samlp:StatusCode Value="urn:oasis:names:tc:SAML:2.0:status:Responder"/>',
];

const redact = async (text: string) =>
  (await redactText(text, { catalogues: loadBuiltinCatalogues(), findSecrets, keep: [hex] })).text;
const json = (text: string) => JSON.stringify(text).slice(1, -1);
const encodings: Readonly<Record<string, (text: string) => string>> = {
  'plain text': (text) => `${text}\n${hex}`,
  JSON: (text) => `{"msg":"${json(text)}","request_id":"${hex}"}`,
  'JSON in JSON': (text) => `{"log":"${json(`{"msg":"${json(text)}"}`)}\\n","request_id":"${hex}"}`,
  "a container's lines": (text) => `${text.replace(/^/gm, 'web-1  | ')}\n${hex}`,
};

/** Texts that nearly are secrets. */
const near = ['AUTH a ', 'password |\n---|---\n', `|${'-'.repeat(3_000)}x\n`, ' >a', '"d":"aaaaaaaaaaaaaaaaaaaaaaaa"', 'USER a\n']
  .concat(['<Assertion >', 'a1 LOGIN a ', 'echo a | ', '?state=a&b=c', 'seed phrase: abc ', 'a:b@', '$2b$', '"auth":"aaaa'])
  .concat(['\u200b', 'signature=t=1,v1=', '<token value="', 'cqlsh -p ', 'ENV token ', 'ACL SETUSER a ']);

describe('redactText, on what programs print', () => {
  for (const [where, texts] of Object.entries(secrets)) {
    for (const [encoding, encode] of Object.entries(encodings)) {
      it(`leaves nothing of secrets in ${where}, in ${encoding}`, async () => {
        for (const text of texts) {
          const redacted = await redact(encode(text));
          assert.ok(!/hunter22|other33/.test(redacted), redacted);
          assert.ok(redacted.includes(hex), redacted);
        }
      });
    }
  }

  for (const text of ordinary) {
    it(`leaves ${text.slice(0, 60).replaceAll('\n', ' ')}`, async () => assert.equal(await redact(text), text));
  }

  for (const part of near)
    it(`takes a long text of ${JSON.stringify(part).slice(0, 40)}`, async () => {
      const text = part.repeat(Math.ceil(200_000 / part.length));
      assert.ok((await redactText(text, { catalogues: [], findSecrets: () => Promise.resolve([]), keep: [] })).text.length > 0);
    });
});
