import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { runCommand } from './support/runCommand.ts';
import { createTestFolder } from './support/testClient.ts';

const shop = `# our own
id: shop
title: Shop API
codes:
  - code: card_declined # the usual one
    status: 402
    cause: The card was declined.
  - code: auth/user-not-found
    status: [400, 404]
    cause: "No such user */ \`x\`"
  - code: class
    cause: ''
  - code: 2fa-needed
    status: 401
    cause: Second factor
`;

describe('the commands about catalogues', function () {
  this.timeout(60_000);
  let folder: ReturnType<typeof createTestFolder>;
  const run = (...args: string[]) => runCommand(args, folder.root);
  const read = (name: string): string => readFileSync(path.join(folder.root, name), 'utf8');

  beforeEach(() => {
    folder = createTestFolder();
    folder.put('shop.error-codes.yaml', shop);
  });
  afterEach(() => folder.remove());

  it('diff names what was added, removed and changed, and fails on each', async () => {
    folder.put(
      'new.error-codes.yaml',
      `${shop.slice(0, shop.indexOf('  - code: 2fa')).replace('402', '403')}  - code: late\n    cause: Late\n`,
    );
    const text = await run('catalogue', 'diff', 'shop.error-codes.yaml', 'new.error-codes.yaml');
    assert.equal(text.code, 1);
    assert.deepEqual(text.out.trim().split('\n'), [
      '+ late: Late',
      '- 2fa-needed (401): Second factor',
      '~ card_declined: status 402 is now 403',
      '1 added, 1 removed, 1 changed.',
    ]);
    const json = await run('catalogue', 'diff', 'shop.error-codes.yaml', 'new.error-codes.yaml', '--format', 'json');
    assert.deepEqual(JSON.parse(json.out), {
      version: 1,
      added: [{ code: 'late', status: [], cause: 'Late' }],
      removed: [{ code: '2fa-needed', status: [401], cause: 'Second factor' }],
      changed: [{ code: 'card_declined', field: 'status', before: '402', after: '403' }],
      parts: [],
    });
    const markdown = await run('catalogue', 'diff', 'shop.error-codes.yaml', 'new.error-codes.yaml', '--format', 'markdown');
    assert.match(
      markdown.out,
      /^### Removed\n\n\| Code \| Status \| Cause \|\n\| --- \| --- \| --- \|\n\| `2fa-needed` \| 401 \| Second factor \|$/m,
    );
    const added = await run('catalogue', 'diff', 'shop.error-codes.yaml', 'shop.error-codes.yaml');
    assert.deepEqual([added.code, added.out], [0, 'Nothing has changed.\n']);
  });

  it('diff fails on added codes, and on the changes that --fail-on names', async () => {
    folder.put('new.error-codes.yaml', `${shop}  - code: late\n    cause: Late\n`);
    const diff = async (...args: string[]) =>
      (await run('catalogue', 'diff', 'shop.error-codes.yaml', 'new.error-codes.yaml', ...args)).code;
    assert.equal(await diff(), 1);
    assert.equal(await diff('--fail-on', 'removed,changed'), 0);
    assert.equal(await diff('--fail-on', 'removed', '--fail-on', 'added'), 1);
    assert.equal(await diff('--fail-on', 'moved'), 2);
  });

  it('diff does not call it a change of one code that the one beside it was dropped', async () => {
    const document = (...codes: string[]) =>
      JSON.stringify({
        openapi: '3.1.0',
        paths: {
          '/a': {
            get: {
              responses: {
                '200': {},
                '404': {
                  description: 'Nothing there',
                  content: { 'application/json': { schema: { properties: { code: { enum: codes } } } } },
                },
              },
            },
          },
        },
      });
    folder.put('old.json', document('NO_MAP', 'NO_KEY'));
    folder.put('new.json', document('NO_MAP'));
    assert.equal(
      (await run('catalogue', 'diff', 'old.json', 'new.json')).out,
      '- NO_KEY (404)\n0 added, 1 removed, 0 changed.\n',
    );
  });

  it('import writes over its own catalogue, and over an edited one only with --force', async () => {
    folder.put('errors.md', '# Errors of the Pay API\n\n| Code | Cause |\n|-|-|\n| `NO_MONEY` | None |\n| `NO_CARD` | Lost |\n');
    const write = (...args: string[]) => run('import', 'errors.md', '--out', 'pay.error-codes.yaml', ...args);
    assert.equal((await write()).code, 0);
    assert.match(read('pay.error-codes.yaml'), /^id: pay\ntitle: Pay API\n/m);
    folder.put(
      'errors.md',
      '# Errors of the Pay API\n\n| Code | Cause |\n|-|-|\n| `NO_MONEY` | Not any |\n| `NO_CARD` | Lost |\n',
    );
    assert.equal((await write()).code, 0);
    folder.put('pay.error-codes.yaml', read('pay.error-codes.yaml').replace('Not any', 'Ours'));
    const refused = await write();
    assert.equal(refused.code, 2);
    assert.match(refused.error, /was edited.*--force/);
    assert.match(read('pay.error-codes.yaml'), /Ours/);
    assert.equal((await write('--force')).code, 0);
    assert.match(read('pay.error-codes.yaml'), /Not any/);
  });

  it('validate says no problem only where nothing was left out', async () => {
    folder.put('errors.md', '# Errors\n\n| Code | Cause |\n|-|-|\n| `NO_MONEY` | None |\n| see below | Lost |\n');
    const { out, error } = await run('catalogue', 'validate', 'errors.md');
    assert.equal(out, 'errors.md: 1 code from 1 table, 1 part left out\n');
    assert.match(error, /^errors\.md:6: Table 1: 1 of 2 entries are not read \(line 6\): "see below" is no code\.$/m);
  });

  it('diff --apply retires what was removed, keeps comments, and leaves nothing to do', async () => {
    folder.put(
      'new.error-codes.yaml',
      `${shop.slice(0, shop.indexOf('  - code: 2fa')).replace('402', '403')}  - code: late\n    cause: Late\n`,
    );
    assert.equal((await run('catalogue', 'diff', 'shop.error-codes.yaml', 'new.error-codes.yaml', '--apply')).code, 0);
    const applied = read('shop.error-codes.yaml');
    assert.match(applied, /^# our own\n/);
    assert.match(applied, /- code: card_declined # the usual one\n {4}status: 403\n/);
    assert.match(applied, /formerStatus: 402/);
    assert.match(applied, /- code: 2fa-needed\n {4}status: 401\n {4}cause: Second factor\n {4}retired: true\n/);
    assert.match(applied, /- code: late\n {4}cause: Late\n/);
    assert.equal((await run('catalogue', 'diff', 'shop.error-codes.yaml', 'new.error-codes.yaml')).out, 'Nothing has changed.\n');
  });

  it('validate names problems with their places; list names what is in use', async () => {
    folder.put('bad.error-codes.yaml', 'id: bad\ntitle: Bad\ncodes:\n  - code: A\n    status: 7\n    cause: x\n');
    const { code, out, error } = await run('catalogue', 'validate', 'shop.error-codes.yaml', 'bad.error-codes.yaml');
    assert.equal(code, 1);
    assert.equal(out, 'shop.error-codes.yaml: 4 codes, no problem\nbad.error-codes.yaml: no valid catalogue, 1 problem\n');
    assert.match(error, /^bad\.error-codes\.yaml:5:13: catalogue-error: codes\.0\.status must be an HTTP status/m);
    assert.equal((await run('catalogue', 'validate', 'none.yaml')).code, 2);
    const list = await run('catalogue', 'list', '--format', 'json');
    assert.equal(list.code, 2, 'a broken catalogue lies here');
    const { catalogues } = JSON.parse(list.out) as { catalogues: { id: string; codes: number; file: string | null }[] };
    assert.deepEqual(
      catalogues.map(({ id, codes, file }) => [id, codes, file]),
      [
        ['pikzels', 31, null],
        ['shop', 4, 'shop.error-codes.yaml'],
      ],
    );
  });

  it('import reads a document in the way the editor does, and reports the parts that it read', async () => {
    folder.put(
      'docs/errors.md',
      '# Mail API\n\n| Code | HTTP | Description |\n|---|---|---|\n| `BAD_ADDRESS` | 422 | The address is wrong. |\n| `OUT_OF_QUOTA` | 429 | Send less. |\n',
    );
    const { code, out, error } = await run('import', 'docs/errors.md', '--id', 'mail', '--host', 'api.mail.test');
    assert.equal(code, 0);
    assert.match(error, /^2 codes from 1 table\n$/);
    folder.put('mail.error-codes.yaml', out);
    assert.equal((await run('catalogue', 'validate', 'mail.error-codes.yaml')).code, 0);
    const explained = await run('explain', 'OUT_OF_QUOTA', '--catalogue', 'mail.error-codes.yaml');
    assert.match(explained.out, /^OUT_OF_QUOTA · 429 Too Many Requests · Mail API\nSend less\.$/m);
    const inPlace = await run('explain', 'BAD_ADDRESS', '--catalogue', 'docs/errors.md');
    assert.match(inPlace.out, /^BAD_ADDRESS · 422 Unprocessable (?:Entity|Content) · Mail API$/m);
    folder.put('docs/none.md', '# Nothing here\n');
    const address = await run('import', 'https://docs.example/errors.html');
    assert.equal(address.code, 2);
    assert.match(address.error, /is an address, which is not fetched/);
    const none = await run('import', 'docs/none.md');
    assert.deepEqual([none.code, none.out], [1, '']);
    assert.match(none.error, /No error code was found in docs\/none\.md\./);
  });

  it('import reads the documents of whole folders, such as a page for each code, and counts those without codes', async () => {
    const page = (code: string, status: number): string => `# ${code}\n\n**HTTP status:** ${status}\n\nCause of ${code}.\n`;
    folder.put('docs/pay/card_lost.md', page('card_lost', 402));
    folder.put('docs/pay/more/too_often.mdx', page('too_often', 429));
    folder.put('docs/pay/about.md', '# Pay API\n\nEach error has a page.\n');
    folder.put('docs/pay/.hidden.md', page('hidden_one', 400));
    folder.put('docs/pay/_category_.json', '{ "label": "Errors", "position": 3 }');
    folder.put('docs/pay/site.yml', 'site_name: Pay\n');
    folder.put('docs/pay/node_modules/a.md', page('of_others', 400));
    const { code, out, error } = await run('import', 'docs/pay');
    assert.equal(code, 0);
    assert.match(out, /^# Read from docs\/pay: 2 codes from 2 headings\.\nid: pay\ntitle: Pay API\n/);
    assert.deepEqual(
      [...out.matchAll(/code: (\w+)/g)].map(([, name]) => name),
      ['card_lost', 'too_often'],
    );
    const others = ['_category_.json', 'about.md', 'site.yml'].map((name) => `docs/pay/${name}`).join(', ');
    assert.equal(error, `3 documents without error codes: ${others}\n2 codes from 2 headings\n`);
    folder.put('docs/none/a.txt', '');
    const none = await run('import', 'docs/none');
    assert.deepEqual([none.code, none.error], [2, 'docs/none: has no documents that can be read\n']);
  });

  it('import keeps the notes of pages with codes, and names the links of a folder, which it does not follow', async function () {
    if (process.platform === 'win32') this.skip();
    folder.put(
      'docs/more/E_FULL.md',
      '# E_FULL\n\n**HTTP status:** 507\n\nNo room.\n\n| Plan | Price |\n|-|-|\n| FREE_PLAN | 0 |\n',
    );
    symlinkSync('E_FULL.md', path.join(folder.root, 'docs/more/link.md'));
    const linked = await run('import', 'docs/more');
    assert.equal(linked.code, 2);
    assert.match(linked.out, /^id: more$/m);
    assert.match(linked.error, /^docs\/more\/link\.md: is a symbolic link, which is not followed$/m);
    assert.doesNotMatch(linked.error, /without error codes/);
  });

  it('explain and lookup know the catalogues of the folder', async () => {
    assert.match((await run('explain', 'card_declined')).out, /^card_declined · 402 Payment Required · Shop API\n/);
    folder.put('app.log', '2026-01-02T03:04:05Z error code=card_declined request_id=3f8e2a94-6b1d-4c57-9e20-d4a7b85c1f36\n');
    const { out } = await run('lookup', '3f8e2a94-6b1d-4c57-9e20-d4a7b85c1f36', '--format', 'json');
    assert.equal((JSON.parse(out) as { records: { code: string }[] }).records[0]?.code, 'card_declined');
    folder.put('api-error-codes.yaml', 'catalogues: { shop: { enabled: false } }\n');
    // A catalogue that ships knows the code as well.
    assert.match((await run('explain', 'card_declined')).out, /^card_declined · 402 Payment Required · Stripe API\n/);
  });

  const compilers: Record<string, readonly [string, ...string[]]> = {
    typescript: [process.execPath, path.resolve('node_modules/typescript/bin/tsc'), '--noEmit', '--strict', '--ignoreConfig'],
    python: ['python3', '-m', 'py_compile'],
    go: ['gofmt', '-d'],
  };
  for (const [language, ending] of [
    ['typescript', 'ts'],
    ['python', 'py'],
    ['go', 'go'],
    ['json-schema', 'json'],
  ] as const) {
    it(`generate ${language} writes source that compiles, the same each time, and --check reports when it is old`, async () => {
      const file = `codes.${ending}`;
      assert.equal((await run('generate', language, 'shop.error-codes.yaml', '--out', file)).code, 0);
      const text = read(file);
      assert.match(
        text,
        /generated by api-error-codes generate \S+ from shop\.error-codes\.yaml \(Shop API, 4 codes\)\. DO NOT EDIT\./,
      );
      for (const code of ['card_declined', 'auth/user-not-found', 'class', '2fa-needed']) assert.ok(text.includes(code), code);
      assert.ok(text.includes('402: The card was declined.'));
      const [program, ...args] = compilers[language] ?? [
        process.execPath,
        '-e',
        'JSON.parse(require("fs").readFileSync(process.argv[1]))',
      ];
      const compiled = spawnSync(program, [...args, file], { cwd: folder.root, encoding: 'utf8' });
      // Without that compiler nothing is known about the source.
      if (compiled.error === undefined) assert.deepEqual([compiled.status, compiled.stdout], [0, ''], compiled.stderr);
      assert.equal((await run('generate', language, 'shop.error-codes.yaml', '--out', file, '--check')).code, 0);
      folder.put('shop.error-codes.yaml', shop.replace('402', '409'));
      const old = await run('generate', language, 'shop.error-codes.yaml', '--out', file, '--check');
      assert.equal(old.code, 1);
      assert.match(old.error, /is not what the catalogue gives today/);
      assert.equal(read(file), text);
    });
  }

  it('generate keeps text of a catalogue from ending a comment or a string', async () => {
    folder.put(
      'evil.error-codes.json',
      JSON.stringify({
        id: 'evil',
        title: 'Evil\n*/ API',
        codes: [{ code: `a'"\\`, cause: '*/ process.exit(1) /*\nimport os\u2028x' }],
      }),
    );
    for (const [language, ending] of [
      ['typescript', 'ts'],
      ['python', 'py'],
      ['go', 'go'],
    ] as const) {
      assert.equal((await run('generate', language, 'evil.error-codes.json', '--out', `evil.${ending}`)).code, 0);
      const [program, ...args] = compilers[language] ?? [''];
      const compiled = spawnSync(program, [...args, `evil.${ending}`], { cwd: folder.root, encoding: 'utf8' });
      if (compiled.error === undefined) assert.deepEqual([compiled.status, compiled.stdout], [0, ''], compiled.stderr);
    }
  });
});
