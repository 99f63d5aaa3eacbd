import assert from 'node:assert/strict';
import { crc32 } from 'node:zlib';
import { findSecrets } from '../../../server/src/adapters/files/secretScanner.ts';
import { loadBuiltinCatalogues } from '../../../server/src/service/catalogue/builtinCatalogues.ts';
import { redactText } from '../../../server/src/service/redaction/redaction.ts';

const requestId = '18b2ad5e-2a9e-4d3f-b9a8-9f2a1e0b1234';

// Put together at run time, so that no scanner takes this file's own examples for leaked credentials. Every value is invented.
const join = (...parts: readonly string[]) => parts.join('');
const base64 = (text: string) => Buffer.from(text).toString('base64');
const base64Url = (text: string) => Buffer.from(text).toString('base64url');
const json = (text: string) => JSON.stringify(text).slice(1, -1);
const unicode = (text: string) => [...text].map((c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`).join('');
const decimalEntities = (text: string) => [...text].map((c) => `&#${c.charCodeAt(0)};`).join('');
const hexEntities = (text: string) => [...text].map((c) => `&#x${c.charCodeAt(0).toString(16)};`).join('');
const inTheMiddle = (text: string, escape: (character: string) => string) => {
  const at = Math.floor(text.length / 2);
  return text.slice(0, at) + escape(text.charAt(at)) + text.slice(at + 1);
};
const entry = (fields: Readonly<Record<string, unknown>>) =>
  JSON.stringify({ level: 50, time: '2026-05-04T12:00:03.200Z', request_id: requestId, ...fields });

/** The last six characters are the checksum of those before, as GitHub's and npm's tokens have it. */
function withChecksum(prefix: string, random: string): string {
  const digits = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
  let sum = crc32(random);
  let text = '';
  for (let place = 0; place < 6; place++) {
    text = digits.charAt(sum % 62) + text;
    sum = Math.floor(sum / 62);
  }
  return prefix + random + text;
}

const pikzels = join('pkz', '_live_7d21f0c94b8e4a6fb35e');
const github = withChecksum(join('gh', 'p_'), 'q8ZrT2mVx0KcY5nLw7DbJ4hGf1SaPe');
const npm = withChecksum(join('npm', '_'), 'Zk3WqP9xTf6RbUs2NvYc8LmGd1HjEa');
const slack = join('xox', 'b-264813907455-7719038426613-Rk2vQ8sLz0TgWm4XyBn6Jd1P');
const slackApp = join('xa', 'pp-1-A04QX7RT2KD-5120938476611-9c1f4be07a3d52e86f10b7c94d2ea8356f1b0c7d9e4a2583');
const stripe = join('sk', '_live_51NqXw2KTz8VbYhRd0PmLc7GfJs');
const stripeHook = join('wh', 'sec_kR7vYp2Lx9WbTz4NqMd8GcJh1SfEaQ0u');
const stripeRestricted = join('rk', '_live_51NqXw2KTz8VbYhRd0QwErTy');
const aws = join('AK', 'IAV7QXKZ3MWRTY5BNP');
const awsSecret = join('h8Jq/2LrTzXw0VbYc+', 'KmPd5NfGs9RaEu7TiWo3Z');
const google = join('AI', 'zaSyD4kQ9wZx7VbRt2LmNc8YhJf0GpTs5UeKa');
const googleClient = join('GOC', 'SPX-v3RkTq8ZyWb1LxNm0DcJhGfSaPe2');
const googleAccess = join('ya', '29.a0AfB_byC7kQ9wZx7VbRt2LmNc8YhJf0GpTs5UeKaWdXo');
const gitlab = join('gl', 'pat-t7VqX2kZr9WbYn4LcMd8');
const openai = join('sk', '-proj-Vx7Kq2ZrT9WbYn4LcMd8GhJf1SaPe0UoTi3B');
const anthropic = join('sk', '-ant-api03-Vx7Kq2ZrT9WbYn4LcMd8GhJf1SaPe0UoTi3BXw5RkQzLy6NvCmDgHj');
const sendgrid = join('S', 'G.k7VqX2ZrT9WbYn4LcMd8Gh.Jf1SaPe0UoTi3BXw5RkQzLy6NvCmDgHjEp8At2Wq4');
const twilio = join('S', 'K3f9a0c7e5b1d28647f0e9c3ab5d1827f');
const jwt = join(
  base64Url('{"alg":"HS256","typ":"JWT"}'),
  `.${base64Url('{"sub":"user_8213","iat":1777896003}')}`,
  '.kV8q2ZrT9WbYn4LcMd8GhJf1SaPe0UoTi3BXw5RkQz0',
);
const pemLines = [
  'MIIEowIBAAKCAQEAv7QxKz3mWrTy5bNpLc8d',
  'GhJf1SaPe0UoTi3BXw5RkQzLy6NvCmDgHjEp',
  'q8ZrT2mVx0KcY5nLw7DbJ4hGf1SaPe9tUiOp',
];
const pem = (kind: string, lineBreak: string) =>
  [join('-----BEGIN ', kind, 'PRIVATE KEY-----'), ...pemLines, join('-----END ', kind, 'PRIVATE KEY-----')].join(lineBreak);
const basic = base64('svc-billing:Tr0ub4dor&3-staple');
const password = 'Tr0ub4dor&3-staple';
const opaque = 'c7e1f09b4a6d';

/** A record, and every secret in it as it is when nothing hides it. */
const secrets: readonly (readonly [record: string, ...hidden: string[]])[] = [
  // Keys of a catalogue's shape.
  [entry({ msg: `upstream refused key ${pikzels}` }), pikzels],
  [entry({ req: { headers: { 'x-api-key': pikzels } } }), pikzels],
  [entry({ body: `{"k":"${unicode(pikzels)}"}` }).replaceAll('\\\\u', '\\u'), pikzels],
  [`{"body":"{\\"k\\":\\"${inTheMiddle(pikzels, unicode)}\\"}"}`, pikzels],
  [`GET /v1/thumbnails?k=${inTheMiddle(pikzels, (c) => `%${c.charCodeAt(0).toString(16)}`)} 402`, pikzels],
  [`GET /cb?next=%252Fv1%253Fk%253D${encodeURIComponent(encodeURIComponent(pikzels)).replaceAll('_', '%255F')} 302`, pikzels],
  [`<p>Key ${decimalEntities(pikzels)} is not valid.</p>`, pikzels],
  [`<p>Key ${inTheMiddle(pikzels, hexEntities)} is not valid.</p>`, pikzels],
  // Authorization headers.
  [`> Authorization: Bearer ${opaque}`, opaque],
  [entry({ headers: { authorization: `Bearer ${jwt}` } }), jwt],
  [entry({ rawHeaders: ['Host', 'api.example.com', 'Authorization', `Bearer ${opaque}`] }), opaque],
  [`curl 'https://api.example.com/v1' -H 'authorization: Basic ${basic}'`, basic],
  [`2026-05-04 12:00:03 DEBUG wire >> "Authorization: Basic ${basic}[\\r][\\n]"`, basic],
  [`{"header":"Authorization: Basic ${basic.replaceAll('=', '\\u003d')}"}`, basic.replaceAll('=', '')],
  [`redirect to /cb?h=Authorization%3A+Bearer+${opaque}`, opaque],
  [`redirect to /cb?h=Authorization%253A%2520Bearer%2520${opaque}`, opaque],
  [`<input name="h" value="Authorization&#58; Bearer ${opaque}">`, opaque],
  [`<pre>{&quot;authorization&quot;:&quot;Bearer ${opaque}&quot;}</pre>`, opaque],
  [`Proxy-Authorization: Digest username="svc", nonce="9f1c", response="${opaque}"`, opaque],
  // Cookies.
  [`Cookie: sid=s%3A${opaque}.Qm9; theme=dark`, opaque],
  [entry({ res: { headers: { 'set-cookie': [`sid=${opaque}; Path=/; HttpOnly`, `csrf=${opaque}2; Secure`] } } }), opaque],
  [`{"h":"Cookie: a=1; \\u0073id\\u003d${opaque}"}`, opaque],
  [`<code>Set-Cookie&colon; sid=${opaque}; Path=/</code>`, opaque],
  // Passwords and tokens by name.
  [`{"user":"jo","password":"${password}"}`, password],
  [`{"user":"jo","password":"${inTheMiddle(password, unicode)}"}`, password],
  [`{"user":"jo","pass\\u0077ord":"${password}"}`, password],
  [`{"body":"{\\"password\\":\\"${json(json('back\\slash"and/quote9'))}\\"}"}`, 'slash', 'quote9'],
  ['{"password":"first\\/second\\/third9"}', 'first', 'second', 'third9'],
  ['{"password":"line one\\nline two\\nline three"}', 'line one', 'line two', 'line three'],
  [`user=jo&password=${encodeURIComponent(password)}&remember=1`, password],
  [`body=user%3Djo%26password%3D${encodeURIComponent(encodeURIComponent(password))}`, password],
  [`body=user%253Djo%2526password%253D${opaque}`, opaque],
  [`<form>password&equals;${opaque}</form>`, opaque],
  [`<td>password&#x3D;${opaque}</td>`, opaque],
  [`Server=db;Database=app;User Id=sa;Password=${opaque};Encrypt=true`, opaque],
  [`level=error msg="login failed" db_password="${password}"`, password],
  [`client_secret: '${opaque}'`, opaque],
  [`--password ${opaque} --verbose`, opaque],
  [`<Password>${opaque}</Password>`, opaque],
  [`refresh_token=1//0g${opaque}`, opaque],
  // Addresses with credentials.
  [`connecting to postgres://app:${opaque}@db.internal:5432/main`, opaque],
  [`"url":"https:\\/\\/app:${opaque}@api.example.com\\/v1"`, opaque],
  [`url=amqps%3A%2F%2Fapp%3A${opaque}%40mq.example.com`, opaque],
  // Tokens of providers.
  [`git clone failed for token ${github}`, github],
  [entry({ env: { T: inTheMiddle(github, unicode) } }).replaceAll('\\\\u', '\\u'), github],
  [`npm ERR! 401 ${npm}`, npm],
  [`slack says invalid_auth for ${slack}`, slack],
  [`slack socket ${slackApp}`, slackApp],
  [`POST https://hooks.slack${'.com'}/services/T04QX7RT2/B05KD8WZ1/Rk2vQ8sLz0TgWm4XyBn6Jd1P 404`, 'Rk2vQ8sLz0TgWm4XyBn6Jd1P'],
  [`No such customer; a similar object exists, but key ${stripe} was used`, stripe],
  [`webhook signed with ${stripeHook}`, stripeHook],
  [`restricted ${stripeRestricted}`, stripeRestricted],
  [`The AWS Access Key Id ${aws} does not exist`, aws],
  [`AWS_SECRET_ACCESS_KEY=${awsSecret}`, awsSecret],
  [`GET /maps/api?key=${google}&q=x`, google],
  [`GET /maps/api?u=%26key%3D${inTheMiddle(google, (c) => `%${c.charCodeAt(0).toString(16)}`)}`, google],
  [`oauth client ${googleClient}`, googleClient],
  [`oauth access ${googleAccess}`, googleAccess],
  [`gitlab ${gitlab}`, gitlab],
  [`Incorrect API key provided: ${openai}`, openai],
  [`invalid x-api-key ${anthropic}`, anthropic],
  [`mail: 401 for ${sendgrid}`, sendgrid],
  [`twilio key ${twilio} rejected`, twilio],
  [`session ${jwt} has expired`, jwt],
  [`{"jwt":"${jwt.replaceAll('.', '\\u002e')}"}`, ...jwt.split('.')],
  // Private keys.
  [`loaded key\n${pem('RSA ', '\n')}\ndone`, ...pemLines],
  [entry({ key: pem('', '\n') }), ...pemLines],
  [entry({ body: JSON.stringify({ key: pem('EC ', '\n') }) }), ...pemLines],
  [`key=${encodeURIComponent(pem('', '\n'))}`, ...pemLines],
  [`<pre>${pem('OPENSSH ', '&#10;')}</pre>`, ...pemLines],
  [`2026-05-04 12:00:03 key: ${pem('', '\n    | ')}`, ...pemLines],
  [`loaded ${pem('', '\n').slice(0, -40)}…\nnext line`, ...pemLines.slice(0, 2)],
  // Personal data.
  ['invited jane.doe+team@mail.example.co.uk', 'jane.doe', 'mail.example.co.uk'],
  ['{"email":"jane.doe\\u0040example.com"}', 'jane.doe'],
  ['GET /u?e=jane.doe%2540example.com', 'jane.doe'],
  ['<td>jane.doe&#64;example.com</td>', 'jane.doe'],
  ['<td>jane.doe&commat;example.com</td>', 'jane.doe'],
  ['card 4000 0566 5566 5556 declined', '0566 5566'],
  ['{"number":"5555555555554444"}', '55555555'],
  ['amex 3782-822463-10005 expired', '822463'],
  ['card=4242%204242%204242%204242', '4242 4242'],
];

/** Lines that stay as they are. */
const ordinary: readonly string[] = [
  entry({ code: 'INSUFFICIENT_CREDITS', statusCode: 402, msg: 'request failed' }),
  `X-Request-Id: ${requestId}`,
  'correlation_id=7b0d0f0e-5c43-4e1e-9a51-0c1d2e3f4a5b',
  'trace_id=4bf92f3577b34da6a3ce929d0e0e4736 span_id=00f067aa0ba902b7',
  'traceparent: 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01',
  'commit 3f9a0c7e5b1d28647f0e9c3ab5d1827f4be07a3d deployed',
  'sha256:9c1f4be07a3d52e86f10b7c94d2ea8356f1b0c7d9e4a2583c7e1f09b4a6d8213',
  'etag: W/"5f-9c1f4be07a3d52e8"',
  'x-amz-request-id: 4442587FB7D0A2F9',
  'req_7sK2mVx0KcY5nL failed with rate_limit_error',
  'job 01J9ZQ6T5N8W3K7R2X4Y6B8D0F done in 1234567890 ns',
  '2026-05-04T12:00:03.200Z [main] INFO com.example.Tokens - started',
  '2026-05-04 12:00:03,200 WARN pool-1-thread-4 c.e.auth.TokenFilter: token expired',
  'at TokenService.refresh (/srv/app/dist/auth/token-service.js:120:17)',
  'at com.example.auth.PasswordEncoder.matches(PasswordEncoder.java:88)',
  'File "/srv/app/password_reset.py", line 14, in send',
  'node v22.11.0, openssl 3.0.15+quic, npm 10.9.0',
  '@scope/package@1.2.3 and lodash@4.17.21 are installed',
  'GET /v1/thumbnails?page=2&sort=created HTTP/1.1" 200 5316',
  'host=api.example.com:443 peer=[fd00::1]:8080 from 10.0.12.7',
  'invalid_api_key: the API key is missing',
  'code=INVALID_API_KEY status=401',
  'ERR_TOKEN_EXPIRED after 3600 s',
  'password: required',
  '"password": null, "token": ""',
  'password reset mail queued',
  'Basic plan, Bearer authentication required',
  'usage prompt_tokens=1200 completion_tokens=88 max_tokens=4096',
  'cookies are disabled',
  'session expired; secret rotation is due',
  'order 4000056655665557 is no card: its check digit is wrong',
  'total 1234567890123456 bytes',
  'epoch 1777896003200, 1777896003200000000',
  'AKIA is how key ids begin, sk_live_ how secret keys do',
  'public key: -----BEGIN CERTIFICATE-----',
  'C:\\Users\\app\\logs\\token.log:120',
  'INVALID_API_KEY: The API key was revoked',
  'ratio 50%, 100%25 done, a&amp;b',
  'urn:uuid:7b0d0f0e-5c43-4e1e-9a51-0c1d2e3f4a5b',
];

const redact = (text: string) => redactText(text, { catalogues: loadBuiltinCatalogues(), findSecrets, keep: [requestId] });

/** All readings of a text for a reader who undoes every escape. */
function readAll(text: string): string {
  const readings = [text];
  for (let layer = 0; layer < 5; layer++) readings.push(undoOnce(readings.at(-1) ?? ''));
  return readings.join('\n');
}

function undoOnce(text: string): string {
  const names: Readonly<Record<string, string>> = { quot: '"', colon: ':', equals: '=', commat: '@', amp: '&' };
  return text
    .replace(/\\u([0-9a-f]{4})|%([0-9a-f]{2})|&#x([0-9a-f]+);/gi, (_, ...[a, b, c]: (string | undefined)[]) =>
      String.fromCharCode(Number.parseInt(a ?? b ?? c ?? '', 16)),
    )
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)))
    .replace(/&(\w+);/g, (whole, name: string) => names[name] ?? whole)
    .replace(/\\n/g, '\n')
    .replace(/\\(["/\\])/g, '$1');
}

/** The first stretch of a secret of a telling length that is left. */
function findRest(text: string, secret: string): string | undefined {
  const all = readAll(text);
  const length = Math.min(secret.length, 8);
  for (let at = 0; at + length <= secret.length; at++) {
    const part = secret.slice(at, at + length);
    if (all.includes(part)) return part;
  }
  return undefined;
}

/** Texts that nearly are secrets. */
const near = ['password="\\', 'password=', 'token:"a', 'eyJ-.', '://a:', 'a@', 'a.', '%41', '\\u0041', '&#65;', 'cookie: a=b;']
  .concat(['-----BEGIN PRIVATE KEY-----#', '-----BEGIN PRIVATE KEY-----', 'Bearer ', 'Authorization: Digest a=', '4111 '])
  .concat(['passwords: ["a",', 'token: {"a":', 'password provided ', 'name="password"\n', '-u a', '\u001b[3', 'cookies={'])
  .concat(['password is ', 'password for a ', 'mysql ', 'mysql -p', 'curl -ua', 'docker login ', 'connect a/', 'oracle '])
  .concat(['password: |\n  a\n', 'name: password\n value: ', '| password | a', '<a name="password" ', 'password..........'])
  .concat(['"abcdef" is a ', 'abcdef1 is the ', 'password aaaaaaa ', 'echo a | ', 'net use ', 'Private-Lines: 1\nAAAA\n', 'M.'])
  .concat(['AKIA', 'sk_live_a', 'xoxb-', 'authorization:', '"value":', 'a-', '4']);

describe('redactText, on records', () => {
  for (const [record, ...hidden] of secrets) {
    it(`leaves nothing in ${record.slice(0, 90).replaceAll('\n', ' ')}`, async () => {
      for (const secret of hidden) assert.ok(findRest(record, secret) !== undefined, `the case itself does not hold ${secret}`);
      const { text } = await redact(record);
      for (const secret of hidden) assert.equal(findRest(text, secret), undefined, text);
      assert.equal(text.includes(requestId), record.includes(requestId));
    });
  }

  for (const line of ordinary) {
    it(`leaves ${line.slice(0, 80)}`, async () => assert.equal((await redact(line)).text, line));
  }

  for (const part of near)
    it(`takes a long text of ${JSON.stringify(part)}`, async () => {
      // Twice of what a report holds at most.
      const text = part.repeat(Math.ceil(400_000 / part.length));
      assert.ok((await redactText(text, { catalogues: [], findSecrets: () => Promise.resolve([]), keep: [] })).text.length > 0);
    });
});
