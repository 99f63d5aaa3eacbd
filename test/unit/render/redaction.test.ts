import assert from 'node:assert/strict';
import { findSecrets } from '../../../server/src/adapters/files/secretScanner.ts';
import { loadBuiltinCatalogues } from '../../../server/src/service/catalogue/builtinCatalogues.ts';
import { redactText } from '../../../server/src/service/redaction/redaction.ts';

const requestId = '18b2ad5e-2a9e-4d3f-b9a8-9f2a1e0b1234';

// Put together at run time, so that no scanner takes this file's own examples for leaked credentials.
const join = (...parts: readonly string[]) => parts.join('');
const jwt = join('eyJhbGciOiJIUzI1NiJ9', '.eyJzdWIiOiIxMjM0NTY3ODkwIn0', '.dozjgNryP4J3jVmNHl0w5N_XgL0n3I9PlFUP0THsR8U');
const key = join('pkz', '_live_4f9a8b7c6d5e4f3a2b1c');
const json = (text: string) => JSON.stringify(text).slice(1, -1);
const unicode = (text: string) => [...text].map((c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`).join('');
const percent = (text: string) => [...text].map((c) => `%${c.charCodeAt(0).toString(16).padStart(2, '0')}`).join('');

/** A line of a log, and what must not be left of it. */
const secrets: readonly (readonly [string, string])[] = [
  [`key ${key} used`, key],
  [`{"headers":{"X-Api-Key":"${key}"}}`, key],
  [`"X-Api-Key":["${key}"]`, key],
  [`curl -H 'X-Api-Key: ${key}'`, key],
  [`GET /v1?api_key=${key}&x=1`, key],
  [`{"body":"{\\"key\\":\\"${unicode(key)}\\"}"}`, unicode(key)],
  [`GET /v1?k=${percent(key)}`, percent(key)],
  [`GET /v1?k=${percent(percent('p'))}${key.slice(1)}`, key.slice(5)],
  [`k=${percent('pkz_')}${key.slice(4)}`, key.slice(4)],
  ['Authorization: Bearer abcDEF123456789', 'abcDEF123456789'],
  ['authorization=Basic dXNlcjpwYXNz', 'dXNlcjpwYXNz'],
  ['{"authorization":"Bearer tok-12345-abc"}', 'tok-12345-abc'],
  ['{\\"authorization\\":\\"Bearer tok-12345-abc\\"}', 'tok-12345-abc'],
  ['["Authorization","Bearer tok-12345-abc"]', 'tok-12345-abc'],
  ['{"name":"Authorization","value":"Bearer tok-12345-abc"}', 'tok-12345-abc'],
  ['Proxy-Authorization: Basic dXNlcjpwYXNz', 'dXNlcjpwYXNz'],
  ['sent Bearer 0a1b2c3d4e5f to upstream', '0a1b2c3d4e5f'],
  ['Authorization: Digest username="Mufasa", response="6629fae49393a05397450978507c4ef1"', 'Mufasa'],
  ['Authorization: AWS4-HMAC-SHA256 Credential=AKID/20130524/us/s3/aws4_request, Signature=fe5f80f77d5fa3', 'fe5f80f77d5fa3'],
  ['authorization: mysecrettoken', 'mysecrettoken'],
  ['Cookie: session=abc123; theme=dark', 'abc123'],
  ['{"set-cookie":["sid=s%3Aabc.def; Path=/; HttpOnly"]}', 's%3Aabc.def'],
  ['{"cookie":"a=1; b=\\"quoted\\"; c=last"}', 'last'],
  ['cookies={"x":1} Set-Cookie: JSESSIONID=ABCDEF0123', 'ABCDEF0123'],
  [`{"msg":"headers: {\\"cookie\\":\\"sid=deepvalue\\"}"}`, 'deepvalue'],
  ['password=hunter2', 'hunter2'],
  ['password := "hunter2"', 'hunter2'],
  ['password=$1$abcdefgh$hunter2', 'hunter2'],
  ["[(b'x-api-key', b'hunter2')]", 'hunter2'],
  ["(b'Cookie', b'hunter2')", 'hunter2'],
  ['{"password":"hun\\"ter2"}', 'ter2'],
  ['{"user":{"passwd":"correct horse battery"}}', 'battery'],
  [`{"body":"{\\"password\\":\\"hunter2\\"}"}`, 'hunter2'],
  [`{"outer":"${json(json('{"password":"hunter2"}'))}"}`, 'hunter2'],
  ['login?user=a&password=p%40ssword&x=1', 'p%40ssword'],
  ['password%3Dhunter2%26x', 'hunter2'],
  ['DB_PASSWORD: s3cr3t!', 's3cr3t!'],
  ["config { secret: 'abc def' }", 'abc def'],
  ['client_secret=8f7e6d5c4b3a', '8f7e6d5c4b3a'],
  ['{"clientSecret":"8f7e6d5c4b3a"}', '8f7e6d5c4b3a'],
  ['refresh_token=1//0gabcdef', '1//0gabcdef'],
  ['{"access_token":"opaque-value-1"}', 'opaque-value-1'],
  ['{"csrfToken": "q1w2e3r4"}', 'q1w2e3r4'],
  ['x-auth-token: q1w2e3r4t5', 'q1w2e3r4t5'],
  ['session_id=9a8b7c6d5e4f', '9a8b7c6d5e4f'],
  ['https://user:hunter2@example.com/path', 'hunter2'],
  ['postgres://app:p4ssw0rd@db.internal:5432/main', 'p4ssw0rd'],
  ['redis://:longpassword@cache:6379', 'longpassword'],
  ['https://0123456789abcdef0123@git.example.com/x', '0123456789abcdef0123'],
  ['url=https%3A%2F%2Fuser%3Ahunter2%40example.com', 'hunter2'],
  ['https:\\/\\/user:hunter2@example.com', 'hunter2'],
  [`token ${jwt}`, jwt],
  [`{"t":"${jwt}"}`, 'dozjgNryP4J3jVmNHl0w5N'],
  [join('AK', 'IAIOSFODNN7EXAMPLE'), 'IOSFODNN7'],
  [join('AI', 'zaSyA1234567890abcdefghijklmnopqrstuvwx'), 'SyA1234567890'],
  [join('gh', 'p_a1B2c3D4e5F6a1B2c3D4e5F6a1B2c3D4e5F6'), 'a1B2c3D4'],
  [join('sk', '_live_4eC39HqLyjWDarjtT1zdp7dc'), '4eC39HqLyjWD'],
  [join('xox', 'b-123456789012-1234567890123-abcdefghijklmnopqrstuvwx'), 'abcdefghijklmnop'],
  [join('https://hooks.slack', '.com/services/T00000000/B00000000/XXXXXXXXXXXXXXXXXXXXXXXX'), 'B00000000'],
  [join('-----BEGIN RSA ', 'PRIVATE KEY-----\nMIIEpAIBAAKCAQEA\n-----END RSA PRIVATE KEY-----'), 'MIIEpAIBAAKCAQEA'],
  [join('{"pem":"-----BEGIN ', 'PRIVATE KEY-----\\nMIIEpAIBAAKC\\n-----END PRIVATE KEY-----"}'), 'MIIEpAIBAAKC'],
  ['from jane.doe+x@example.co.uk to', 'jane.doe'],
  ['email=jane%40example.com', 'jane'],
  ['{"email":"jane\\u0040example.com"}', 'jane'],
  ['émile@exemple.fr', 'émile'],
  ['card 4111 1111 1111 1111 declined', '1111 1111'],
  ['{"creditCardNumber":"4929-6495-8333-3657"}', '6495'],
  ['X-Amz-Signature=0a1b2c3d&X-Amz-Expires=60', '0a1b2c3d'],
  ['password=\u001b[32mhunter22\u001b[0m', 'hunter22'],
  ['\u001b[34mtoken\u001b[0m=abcd1234efgh', 'abcd1234efgh'],
  ['{"msg":"\\u001b[31mpassword\\u001b[0m=\\u001b[32mhunter22\\u001b[0m"}', 'hunter22'],
  ['{"user":"bob","pass":"hunter22"}', 'hunter22'],
  ['login user=bob pass=hunter22', 'hunter22'],
  ['{"passwordConfirmation":"hunter22"}', 'hunter22'],
  ['password_digest=$2b$10$N9qo8uLOickgx2', 'N9qo8uLOickgx2'],
  ['SECRET_KEY_BASE=abcd1234efgh5678', 'abcd1234efgh5678'],
  ['{"secretKey":"abcd1234"}', 'abcd1234'],
  ['Ocp-Apim-Subscription-Key: 0123456789abcdef', '0123456789abcdef'],
  ['X-Functions-Key: abcd1234efgh==', 'abcd1234efgh'],
  ['X-Hub-Signature-256: sha256=757107ea0eb2509f', '757107ea0eb2509f'],
  ['{"apiKey":{"value":"abcd1234efgh"}}', 'abcd1234efgh'],
  ['{"key":"password","value":{"stringValue":"hunter22"}}', 'hunter22'],
  [
    '{"key":"http.request.header.authorization","value":{"arrayValue":{"values":[{"stringValue":"opaque-value-1"}]}}}',
    'opaque-value-1',
  ],
  ['{"tokens":["abcd1234efgh","zzzz1234efgh"]}', 'zzzz1234efgh'],
  ['<add key="password" value="hunter22"/>', 'hunter22'],
  ['Content-Disposition: form-data; name="password"\r\n\r\nhunter22\r\n--x', 'hunter22'],
  ['{"body":"name=\\"user[password]\\"\\r\\n\\r\\nhunter22\\r\\n"}', 'hunter22'],
  ['cookies: {"sid": "abcd1234efgh"}', 'abcd1234efgh'],
  ['curl -u admin:hunter22 https://example.com', 'hunter22'],
  ['Invalid API key: abcd1234efgh5678', 'abcd1234efgh5678'],
  ['Incorrect API key provided: abcd1234efgh5678.', 'abcd1234efgh5678'],
  ['GET /callback?code=SplxlOBeZQQYbYS6WxSbIA&state=xyz', 'SplxlOBeZQQYbYS6WxSbIA'],
  ['jdbc:sqlserver://db;user=a;password={hunter22};x', 'hunter22'],
  [join('dckr', '_pat_abcDEF1234567890abcdefghi'), 'abcDEF1234567890'],
  // In sentences.
  ['login failed: the password is hunter22! for bob', 'hunter22'],
  ['Your temporary password is: hunter22', 'hunter22'],
  ['password was "correct horse battery"', 'battery'],
  [`{"msg":"the passphrase is \\"open sesame\\""}`, 'open sesame'],
  ['the password for admin is hunter22.', 'hunter22'],
  ['Enter password for bob: hunter22', 'hunter22'],
  ['The token is q1w2e3r4t5', 'q1w2e3r4t5'],
  ['msg=password%20is%20hunter22', 'hunter22'],
  // In command lines.
  ['+ mysql -uroot -phunter22 shop', 'hunter22'],
  ["mysqladmin -u root -p'hunter 22' status", 'hunter 22'],
  ['{"args":["mysqldump","-u","root","-phunter22","shop"]}', 'hunter22'],
  ['{"cmd":"mariadb-dump -phunter22 \\"shop\\""}', 'hunter22'],
  ['sshpass -p hunter22 ssh app@10.0.0.1', 'hunter22'],
  ['SSHPASS=hunter22 sshpass -e ssh', 'hunter22'],
  ['docker login -u bob -p hunter22 registry.example.com', 'hunter22'],
  ['redis-cli -h cache -a hunter22 ping', 'hunter22'],
  ['ldapsearch -D cn=admin -w hunter22 -b dc=example', 'hunter22'],
  ['curl -uadmin:hunter22 https://example.com', 'hunter22'],
  ['["curl","-u","admin:hunter22"]', 'hunter22'],
  ['PGPASSWORD=hunter22 psql -h db', 'hunter22'],
  ['MYSQL_PWD=hunter22 mysql -u root', 'hunter22'],
  ['openssl rsa -passin pass:hunter22', 'hunter22'],
  ['REDIS_AUTH=hunter22', 'hunter22'],
  ['//registry.example.com/:_auth=dXNlcjpwYXNz', 'dXNlcjpwYXNz'],
  // Oracle's.
  ['sqlplus -s scott/tiger22@orcl', 'tiger22'],
  ['connecting to scott/tiger22@db.internal:1521/orcl', 'tiger22'],
  ['url=jdbc:oracle:thin:scott/tiger22@//db:1521/orcl', 'tiger22'],
  ['imp system/"man ager"@db1 full=y', 'man ager'],
  // In addresses, and over several lines.
  ['GET /maps?key=4f9a8b7c6d5e4f3a2b1c0d9e&q=x', '4f9a8b7c6d5e4f3a2b1c0d9e'],
  [
    join('web-1  | -----BEGIN RSA ', 'PRIVATE KEY-----\nweb-1  | MIIEpAIBAAKCAQEA\nweb-1  | -----END RSA PRIVATE KEY-----'),
    'MIIEpAIBAAKCAQEA',
  ],
  [`t=${percent(jwt)}`, percent(jwt)],
  [`{"t":"${json(json(jwt))}","u":"${unicode('eyJ')}${jwt.slice(3)}"}`, jwt.slice(3)],
  [join('hv', 's.CAESIabcdef1234567890abcdef'), 'CAESIabcdef'],
];

/** Lines that stay as they are. */
const harmless: readonly string[] = [
  `{"level":30,"time":1745532517537,"request_id":"${requestId}","statusCode":402,"code":"INSUFFICIENT_CREDITS"}`,
  `request_id=${requestId} X-Request-Id: ${requestId}`,
  'Basic authentication failed, Bearer token missing',
  'error: token expired, password invalid',
  'usage: {"prompt_tokens":1200,"max_tokens":4096}',
  'key: value, monkey=banana',
  'trace_id=5b8aa5a2d2c872e8321cf37308d69df2 took 1234567890123 ns',
  'GET https://api.pikzels.com/v1/thumbnails?page=2 HTTP/1.1" 200',
  '2026-05-04T12:00:00.123456789Z 192.168.0.1:8080',
  'at handler (/app/node_modules/@scope/package@1.2.3/index.js:10:5)',
  'cookie consent shown',
  '12 pass, 0 fail; compass: north, bypass=yes',
  '{"total_tokens":1500,"tokens":[1,2,3]}',
  'GET /v1/errors?code=GENERATION_TIMEOUT&page=2',
  'Invalid API key: unauthorized',
  "Access denied for user 'root'@'localhost' (using password: YES)",
  'the password is incorrect. Try again.',
  'Your token is expired (401)',
  'the token is 3600 seconds old, the password is 8 characters too short',
  'token for user 12 is invalid, password for admin: required',
  'the token is INVALID_API_KEY',
  'the secret is /run/secrets/db1, the password is SHA-256 hashed',
  'the token is valid until 2026-05-04T12:00:00Z, the password was changed 2026-05-04',
  'mysql -h db -P 3306 -u root -p shop',
  'mysqldump --protocol=tcp --port=3306 shop',
  'docker run -p 8080:80 web, docker login --password-stdin',
  'redis-cli -h cache -p 6379 ping',
  'UPDATE users SET password = $1 WHERE token = ? AND secret = %s',
  'at login (auth.js:3): if (password === undefined) token = process.env.API_TOKEN',
  'uses actions/checkout@v4 and org/repo@main',
  'connected: github.com/org/repo@v1.2.3',
  'connection from library/redis@sha256:0123456789abcdef',
  'connect ECONNREFUSED 10.0.0.1:443 at /srv/app/node_modules/.pnpm/foo@1.0.0/index.js',
  'oracle: ORA-01017: invalid username/password; logon denied',
  `curl -X POST https://api.pikzels.com/v1 -H 'X-Request-Id: ${requestId}'`,
  'GET /items?key=order-2026-05-04-000012345678 200',
  'use_auth=yes smtp_auth=on basic_auth=enabled',
  '\tat oracle.jdbc.driver.T4CTTIoer.processError(T4CTTIoer.java:445)',
  'File "/usr/lib/python3.12/site-packages/mysql/connector/connection.py", line 12, in connect',
  'password {0} is wrong, keys: {"a":1}',
];

const redact = (text: string) => redactText(text, { catalogues: loadBuiltinCatalogues(), findSecrets, keep: [requestId] });

describe('redactText', () => {
  for (const [line, secret] of secrets) {
    it(`leaves nothing of the secret in ${line.slice(0, 60)}`, async () => {
      assert.ok(line.includes(secret), 'the case itself holds the secret');
      const { text, counts } = await redact(`before ${requestId} ${line}`);
      assert.ok(!text.includes(secret), text);
      assert.ok(text.includes(requestId), text);
      assert.ok(counts.size > 0);
    });
  }

  for (const line of harmless) {
    it(`leaves ${line.slice(0, 60)}`, async () => assert.equal((await redact(line)).text, line));
  }

  it('takes the secrets of many records in one pass', async () => {
    const { text } = await redact(secrets.map(([line]) => line).join('\n'));
    for (const [, secret] of secrets) assert.ok(!text.includes(secret), secret);
  });

  it('ends soon on hostile text', async () => {
    const hostile = [
      'password="\\',
      'eyJ-',
      '://a:',
      'a@',
      '%41',
      '\\u0041',
      'cookie: a=b;',
      '-----BEGIN PRIVATE KEY-----',
      'Bearer ',
    ];
    for (const part of hostile) await redact(part.repeat(20_000 / part.length));
  }).timeout(5_000);
});
