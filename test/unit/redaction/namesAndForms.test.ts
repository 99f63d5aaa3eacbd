import assert from 'node:assert/strict';
import { findSecrets } from '../../../server/src/adapters/files/secretScanner.ts';
import { redactText } from '../../../server/src/service/redaction/redaction.ts';

// Put together at run time, so that no scanner takes this file's own examples for leaked credentials. Every value is invented.
const join = (...parts: readonly string[]) => parts.join('');
const secret = 'hunterQ22zq';
const key = 'a8Kf3Zq91LmX7vRt2BnC';
const hex = '0123456789abcdef'.repeat(2);
const words = 'abandon ability able about above absent absorb abstract absurd abuse access accident';
const encoded = Buffer.from(`{"password":"${secret}"}`).toString('base64');

/** Texts that must not hold the last part of their row any more, by the form that it is in. */
const taken: Readonly<Record<string, readonly (readonly [string, string])[]>> = {
  'a name with something behind it': [
    ...[
      'API_KEY_1=',
      'token1=',
      'TOKEN_V2=',
      'DB_PASSWORD_OLD=',
      'api_key_prod=',
      'secretKeyStaging: ',
      'PASSWORD2: ',
      'apiKeyLive=',
    ].map((name) => [`${name}${secret}`, secret] as const),
    [`{"secret1": "${secret}", "tokenOld": "x"}`, secret],
    [`password_super_secure = "${secret} and more"`, 'and more'],
    [`MY_TOKEN_FOR_CI=${key}`, key],
    [`vault_secret_id = "18b2ad5e-2a9e-4d3f-b9a8-9f2a1e0b1234"`, '18b2ad5e'],
    [`softlayer_key: "${hex}"`, hex],
    [`billing KEY=${key}`, key],
    [`Your billing key is ${key}`, key],
  ],
  'other signs between name and value': [
    ...[':=', '?=', '=>', '==', '!=', '::=', '+=', '：'].map((sign) => [`password ${sign} ${secret}`, secret] as const),
    [`password:${' '.repeat(30)}${secret}`, secret],
    [`password: \`${secret} x\` rejected`, `${secret} x`],
    [`token = \`${secret}\``, secret],
    [`var token string = "${key}"`, key],
    [`char secret[25] = "${key}"`, key],
    [`api token - '${key}'`, key],
    [`if ("${secret}" == my_password) {`, secret],
    [`client.secret("${key}")`, key],
    [`password=a{{b}c)d${secret}`, `d${secret}`],
    [`Connect-Server -User bob -Password ${secret}`, secret],
    [`machine a.example login bob password ${secret}`, secret],
    [`machine a.example\n  login bob\n  password ${secret}\n`, secret],
  ],
  'a value in another line': [
    [`jwt:\n  secret: ${secret}`, secret],
    [`credentials:\n  user: bob\n  secret: ${secret}`, secret],
    [`token:\n  value: ${secret}\n`, secret],
    [`token:\n  expires: 10\n  value: ${secret}\n`, secret],
    [`{"log":"jwt:\\n  secret: ${secret}\\n"}`, secret],
    [`kind: Secret\nmetadata:\n  name: a\ndata:\n  extra: ${encoded}\n`, encoded],
    [`credentials = password: ${secret}`, secret],
  ],
  'other languages': [
    ...[
      'Passwort',
      'Kennwort',
      'mot de passe',
      'MOT_DE_PASSE',
      'contraseña',
      'CONTRASEÑA',
      'senha',
      'wachtwoord',
      'hasło',
      'пароль',
      'ПАРОЛЬ',
    ].map((name) => [`${name}: ${secret}`, secret] as const),
    ...['密码', 'パスワード', '비밀번호'].map((name) => [`${name}=${secret}`, secret] as const),
  ],
  columns: [
    [`INSERT INTO users (email, password, age) VALUES ('a@b.example', '${secret}', 3)`, secret],
    [`insert into "t" ("id", "api_key") values (1, 'x'), (2, '${secret}')`, secret],
    [`id,email,password\n1,a@b.example,${secret}\n2,c,"${secret},x"\n`, secret],
    [`id;token;name\n1;${secret};x`, secret],
    [`id\tpassword\n1\t${secret}`, secret],
    [`{"query":"mutation($p:String!){login(password:$p){id}}","variables":{"p":"${secret}"}}`, secret],
    [
      `{"body":"{\\"query\\":\\"mutation($p:String!){login(password: $p){id}}\\",\\"variables\\":{\\"p\\":\\"${secret}\\"}}"}`,
      secret,
    ],
  ],
  'links and bodies': [
    [`GET /reset-password/${key}${key} 200`, key],
    [`https://a.example/users/confirm/${hex}?x=1`, hex],
    [`/auth/magic-link/${key}`, key],
    [`{"body":"${encoded}","isBase64Encoded":true}`, encoded],
    [`{"isBase64Encoded":true,"body":"${encoded}"}`, encoded],
    [`body (base64): ${encoded}`, encoded],
    [`base64=${encoded}`, encoded],
    [`data:application/json;base64,${encoded}`, encoded],
    [`Content-Transfer-Encoding: base64\n\n${encoded}\n`, encoded],
  ],
  'shapes of their own': [
    [`x ${join('HRKU', '-AA')}${key}${key}${key.slice(2)} x`, key],
    [`x ${join('re', '_')}${key.slice(0, 8)}_${key}1234 x`, key],
    [`x ${join('AAAAbCdEfGh:', 'APA91b')}${key}${key}${key}${key}${key}${key}${key} x`, key],
    [`private key 0x${hex}${hex}`, hex],
    [`seed phrase: ${words}`, words],
    [`{"mnemonic":"${words}"}`, words],
    [`curl -u ":${secret}" https://a.example`, secret],
    [`Unseal Key 2: ${key}${key}xx`, key],
  ],
};

/** Texts that stay as they are. */
const kept: readonly string[] = [
  'GET http://localhost:5173/@vite/client 200',
  'GET http://localhost:5173/@fs/home/app.ts 200',
  'Connecting to spark://CoarseGrainedScheduler@10.10.34.11:48069',
  'akka.tcp://Name@host-1.internal:2552/user/a#1',
  'git clone git@github.com:org/repo.git',
  'ssh://git@github.com/org/repo',
  'CSRF token: mismatch',
  'token: expired, session token: refreshed, API key: not found',
  'saved 2018-250-xoxo-20180214-party.jpg',
  "secret := ''",
  'password:\nuser: bob',
  'Invalid token:\n2026-05-04T12:00:00Z ERROR next line',
  'layer sha256:aa59c4569893555631b1c3aa4e8d158626621fc8984bffcf9dd77b0292f6e850',
  'trace bde0e5555555555554444cb66a62cb6b3f, id 795338900123456781',
  'password=$DB_PASSWORD token=${TOKEN} secret=$(cat x) key={{ .Values.key }} pass=%PASS%',
  'password = process.env.DB_PASSWORD; token = os.environ["TOKEN"]',
  'key=user:12:profile cache_key=0123456789abcdef0123456789abcdef idempotency-key: 18b2ad5e-2a9e-4d3f-b9a8-9f2a1e0b1234',
  'GET /users/confirm/email/settings 200 /reset-password/success-page-of-the-shop',
  'id,name,tokens\n1,Jane,12',
  'a, password, or something else, is missing\n1, 2, 3, 4',
  join('gh', 'p_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx'),
  's.handleIncomingConnection(x)',
  '{"query":"query($id:ID!){item(id:$id){name}}","variables":{"id":"item-12"}}',
];

const redact = async (text: string) => (await redactText(text, { catalogues: [], findSecrets, keep: [] })).text;

describe('redactText, by names and forms', () => {
  for (const [form, rows] of Object.entries(taken))
    it(`leaves nothing of a secret in ${form}`, async () => {
      for (const [text, part] of rows) {
        assert.ok(text.includes(part), text);
        const redacted = await redact(`before\n${text}\nafter`);
        assert.ok(!redacted.includes(part), redacted);
        assert.match(redacted, /^before\n[^]*\nafter$/, text);
      }
    });

  for (const text of kept) it(`leaves ${JSON.stringify(text.slice(0, 60))}`, async () => assert.equal(await redact(text), text));
});
