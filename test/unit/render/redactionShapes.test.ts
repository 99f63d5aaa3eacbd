import assert from 'node:assert/strict';
import { findSecrets } from '../../../server/src/adapters/files/secretScanner.ts';
import { loadBuiltinCatalogues } from '../../../server/src/service/catalogue/builtinCatalogues.ts';
import { redactText } from '../../../server/src/service/redaction/redaction.ts';

// Put together at run time, so that no scanner takes this file's own examples for leaked credentials. Every value is invented.
const join = (...parts: readonly string[]) => parts.join('');
const secret = 'hunter22zq';
const long = secret.repeat(4);
const hex = '0123456789abcdef'.repeat(2);

/** Texts that reveal `hunter22zq` (and `other33zq`), by their origin. */
const secrets: Readonly<Record<string, readonly string[]>> = {
  YAML: [
    'password: |\n  hunter22zq\nuser: bob',
    '  password: |-\n    hunter22zq\n    other33zq\n  user: bob',
    'secret: >-\n  hunter22zq\n',
    '{"msg":"password: |\\n  hunter22zq\\nuser: bob"}',
    'password:\n  - hunter22zq',
    'tokens:\n  - hunter22zq\n  - "other33zq"\nuser: bob',
    '- name: DB_PASSWORD\n  value: hunter22zq',
    '- name: "API_TOKEN"\n  value: "hunter22zq"',
    '{"log":"- name: API_TOKEN\\n  value: \\"hunter22zq\\""}',
    'name: DB_PASSWORD, value: hunter22zq',
  ],
  'names and values': [
    '{"value":"hunter22zq","name":"DB_PASSWORD"}',
    '{"ParameterKey":"DBPassword","ParameterValue":"hunter22zq"}',
    '<setting key="apiKey">hunter22zq</setting>',
    '| password | hunter22zq |',
    'password                : hunter22zq',
    'password..........: hunter22zq',
    'GET /x?auth=hunter22zq',
    'GET /x?pw=hunter22zq&sid=other33zq',
    '{"pw":"hunter22zq"}',
    'laravel_session=hunter22zq',
    '__Host-session=hunter22zq',
    '<Cookie sid=hunter22zq for example.com/>',
    'https://example.com/cb?SAMLResponse=hunter22zqhunter22zq',
    '//registry.npmjs.org/:_authToken=hunter22zq',
  ],
  'what languages print': [
    'http.Header{"X-Api-Key":[]string{"hunter22zq"}}',
    '["password"]=>\n  string(10) "hunter22zq"',
    'Config { password: Some("hunter22zq") }',
    'Password: Some(hunter22zq)',
    'password=Optional[hunter22zq]',
    'map[X-Api-Key:[hunter22zq]]',
  ],
  sentences: [
    'hunter22zq is the password',
    '"hunter22zq" is not a valid password',
    "'hunter22zq' is not a valid API key",
    '{"msg":"\\"hunter22zq\\" is not a valid password"}',
    'using hunter22zq as password',
    'logged in with hunter22zq as the password',
    'invalid value "hunter22zq" for field password',
    "Invalid value 'hunter22zq' for parameter api_key",
    "field 'password' has invalid value 'hunter22zq'",
    'password "hunter22zq" is too short',
    'wrong password `hunter22zq`',
    'password <hunter22zq> rejected',
    'password [hunter22zq] rejected',
    'password(hunter22zq)',
    'password -> hunter22zq',
    'machine api.example.com login bob password hunter22zq',
  ],
  'command lines': [
    'curl -su admin:hunter22zq https://example.com',
    'curl -b "sid=hunter22zq" https://example.com',
    'curl --cookie sid=hunter22zq https://example.com',
    'http -a admin:hunter22zq https://example.com',
    'docker login -u=bob -p=hunter22zq',
    'echo hunter22zq | docker login --password-stdin',
    'kubectl create secret generic db --from-literal=value=hunter22zq --from-literal=b=other33zq',
    'vault login hunter22zq',
    'aws configure set aws_secret_access_key hunter22zqhunter22zq',
    'mongosh -u app -p hunter22zq --host db',
    '["mongodump","-u","app","-p","hunter22zq"]',
    'sqlcmd -S db -U sa -P hunter22zq',
    'rabbitmqctl change_password bob hunter22zq',
    'htpasswd -b file bob hunter22zq',
    'net use x: \\\\srv\\s /user:bob hunter22zq',
    'smbclient //srv/s -U bob%hunter22zq',
    'openssl enc -aes-256-cbc -k hunter22zq',
    'unzip -P hunter22zq a.zip',
    '7z x -phunter22zq a.7z',
    'keytool -storepass hunter22zq -keypass other33zq',
  ],
  'what servers are told': [
    "ALTER USER bob WITH PASSWORD 'hunter22zq'",
    "CREATE USER 'bob'@'%' IDENTIFIED BY 'hunter22zq'",
    "SET PASSWORD FOR 'bob' = PASSWORD('hunter22zq')",
    "CREATE LOGIN bob WITH PASSWORD = N'hunter22zq'",
    '< PASS hunter22zq',
    '1777896000.123456 [0 127.0.0.1:60866] "AUTH" "default" "hunter22zq"',
    'AUTH LOGIN hunter22zqhunter22zq==',
    'Sec-WebSocket-Protocol: bearer, hunter22zq',
    'WWW-Authenticate: Negotiate YIIhunter22zqhunter22zq',
  ],
  keys: [
    join('PuTTY-User-Key-File-2: ssh-rsa\nPrivate-Lines: 2\nAAAAhunter22zq\nAAAAother33zq\nPrivate-MAC: 0a'),
    join('---- BEGIN SSH2 ENCRYPTED PRI', 'VATE KEY ----\nhunter22zq\n---- END SSH2 ENCRYPTED PRIVATE KEY ----'),
    join('dp', `.pt.${long}`),
    join('sq0', `csp-${long}123`),
    join('EAA', `CEdEose0cBA${long}`),
    join('figd', `_${long}`),
    join('r8', `_${long}`),
    join('pplx', `-${long}`),
    join('sntr', `ys_${long}`),
    join('NRAK', `-${long}`),
    join('PMAK', `-${long}`),
    join('CFPAT', `-${long}`),
    join('tskey', `-auth-kabcdef1CNTRL-${long}`),
    join('rubygems', `_${long}`),
    join('xo', `xc-1234567890-1234567890-${long}`),
    join('MTIzNDU2Nzg5', `MDEyMzQ1Njc4.GhIjKl.hunter22zqhunter22zqhunter22zq`),
  ],
  'web hooks': [
    join('https://disc', `ord.com/api/webhooks/123456789012345678/${long}`),
    join('https://shop.web', `hook.office.com/webhookb2/7f3c@7f3c/IncomingWebhook/${long}/7f3c`),
    join('https://api.tele', `gram.org/bot123456789:AA${long}/sendMessage`),
    join('https://hooks.zap', 'ier.com/hooks/catch/123456/hunter22zq/'),
  ],
};

const codes: readonly string[] = [
  'your verification code is 482913',
  'Your OTP is 482913',
  '{"verification_code":"482913"}',
  '{"mfa_code":"482913"}',
  '{"pin":"482913"}',
];

/** Texts that stay as they are, though they look similar. */
const ordinary: readonly string[] = [
  'MountVolume.SetUp failed for volume "certs" : secret "web-tls-2" not found',
  `Unexpected token '<', "<!DOCTYPE "... is not valid JSON`,
  "SyntaxError: Unexpected token 'export2'",
  'PASS src/app.test.ts',
  '--- PASS: TestLogin2 (0.00s)',
  'password must be at least 8 characters',
  'password argon2id verified in 12 ms, password sha256-hashed',
  'password expired 2026-05-04T12:00:00Z',
  'password reset for user12345',
  'password (attempt 3 of 5)',
  'API key limit 1000/day reached',
  'api key must_be_set',
  'sha256 as password hash, user1234 is the password owner',
  'password: |',
  'password: string, token: >',
  '- name: TOKEN_TTL\n  value: "3600"',
  '| token | count |',
  'curl -sSL https://example.com | bash',
  'mongod --port 27017 -pidfile x',
  'vault login successful, vault login -method=github',
  'zip -r a.zip b; 7z x a.7z',
  'echo "$TOKEN" | docker login --password-stdin',
  'verification code sent, otp expired, security code 404',
  'GPIO pin=4, pin: 12',
  "identified by 'uid', WITH PASSWORD '$1'",
  'secret_key_rotation_job_2026_05_04',
  'key-value-store-2026-cluster-01',
  'sudo: bob : TTY=pts/6 ; PWD=/auto/w/project ; USER=root',
  '"meta.feature_category":"authentication_and_authorization","remote_ip":"10.1.1.1"',
  'com.example.MyClass.method123.abcdefghijklmnopqrstuvwxyz123',
  'Negotiate authentication required',
  'name: DB_PASSWORD, value: /run/secrets/db',
  'password: /etc/app/password.txt',
  '| token | 2026-05-04 12:00:00 |',
  '| secret | count 12 |',
  'request-12 is the password reset request, using version2 as password hasher',
  'secret-store-csi-driver-7d9f8b6c5d-x2x4z, gsk-production-eu-west-1, rk-production-eu-west-1-cluster-2',
  '{"token":"INSUFFICIENT_CREDITS"}',
];

const redact = async (text: string) =>
  (await redactText(text, { catalogues: loadBuiltinCatalogues(), findSecrets, keep: [hex] })).text;

describe('redactText, on further shapes', () => {
  for (const [where, texts] of Object.entries(secrets)) {
    for (const text of texts) {
      it(`leaves nothing of a secret in ${where}: ${text.slice(0, 60).replaceAll('\n', ' ')}`, async () => {
        assert.ok(text.includes(secret));
        const redacted = await redact(`trace ${hex} ${text}\nnext line`);
        assert.ok(!/hunter22zq|other33zq/.test(redacted), redacted);
        assert.ok(redacted.startsWith(`trace ${hex} `) && redacted.endsWith('\nnext line'), redacted);
      });
    }
  }

  // How one program's text comes into a different one's log.
  const json = (text: string) => JSON.stringify(text).slice(1, -1);
  const encodings: Readonly<Record<string, (text: string) => string>> = {
    JSON: (text) => `{"msg":"${json(text)}","request_id":"${hex}"}`,
    'JSON in JSON': (text) => `{"log":"${json(`{"msg":"${json(text)}"}`)}\\n","request_id":"${hex}"}`,
    'percent encoding': (text) => `GET /x?q=${encodeURIComponent(text)} 402 ${hex}`,
    'percent encoding, twice': (text) => `next=${encodeURIComponent(encodeURIComponent(text))} ${hex}`,
    'a form': (text) => `q=${encodeURIComponent(text).replaceAll('%20', '+')} ${hex}`,
    HTML: (text) => `<pre>${text.replace(/[<>&"'=:]/g, (c) => `&#${c.charCodeAt(0)};`)}\n</pre> ${hex}`,
    'colours of a terminal': (text) => `${text.replace(/[:=] ?/g, (sign) => `\u001b[36m${sign}\u001b[0m`)} ${hex}`,
    "a container's lines": (text) => `${text.replace(/^/gm, 'web-1  | ')}\n${hex}`,
  };
  for (const [encoding, encode] of Object.entries(encodings)) {
    it(`leaves nothing of them in ${encoding}, and keeps the text beside them`, async () => {
      for (const text of Object.values(secrets).flat()) {
        const redacted = await redact(encode(text));
        assert.ok(!/hunter22zq|other33zq/.test(redacted), redacted);
        assert.ok(redacted.includes(hex), `${text}: ${redacted}`);
      }
    }).timeout(20_000);
  }

  for (const text of codes) {
    it(`leaves nothing of a code in ${text}`, async () => assert.ok(!(await redact(text)).includes('482913')));
  }

  for (const text of ordinary) {
    it(`leaves ${text.slice(0, 60).replaceAll('\n', ' ')}`, async () => assert.equal(await redact(text), text));
  }

  it('leaves nothing of a secret at its second place', async () => {
    assert.equal(
      await redact(
        'login password=hunter22zq\nhunter22zq was refused, %22hunter22zq%22; hunter22zqx stays\npassword=words, two words',
      ),
      'login password=[redacted secret value]\n[redacted secret value] was refused, %22[redacted secret value]%22; hunter22zqx stays\npassword=[redacted secret value], two words',
    );
    assert.equal(await redact(`session_id=${hex} ${hex}`), `session_id=${hex} ${hex}`);
  });

  it('keeps the text after a block of YAML', async () => {
    assert.equal(
      await redact('{"msg":"password: |\\n  hunter22zq\\nuser: bob","status":402}'),
      '{"msg":"password: [redacted secret value]  [redacted secret value]\\nuser: bob","status":402}',
    );
  });
});
