import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { parse } from 'parse5';
import type { CoverageResult } from '../../server/src/protocol/protocol.ts';
import { runCommand } from './support/runCommand.ts';
import { createTestFolder, startClient } from './support/testClient.ts';

const catalogue = `id: shop
title: Shop <API>
groups: { pay: Payment }
codes:
  - { code: CARD_DECLINED, status: 402, cause: '<script>alert(1)</script>', groups: [pay] }
  - { code: OUT_OF_STOCK, status: 409, cause: None are left. }
  - { code: CART_EMPTY, status: 422, cause: Nothing is in it. }
  - { code: OLD_ONE, cause: Gone, retired: true }
`;

describe('api-error-codes coverage', function () {
  this.timeout(30_000);
  let folder: ReturnType<typeof createTestFolder>;
  const run = (...args: string[]) => runCommand(['coverage', ...args], folder.root);

  beforeEach(() => {
    folder = createTestFolder();
    folder.put('package.json', '{}');
    folder.put('shop.error-codes.yaml', catalogue);
    folder.put('src/codes.ts', "export const ShopError = { Declined: 'CARD_DECLINED' } as const;\n");
    folder.put('src/pay.ts', "import { ShopError } from './codes';\nswitch (err.code) {\n  case ShopError.Declined: break;\n}\n");
    folder.put('src/cart.py', 'if err.code == "OUT_OF_STOCK":\n    pass\n');
  });
  afterEach(() => folder.remove());

  it('names the files with codes that it does not analyse', async () => {
    folder.put('src/bundle.js', `${'f("CARD_DECLINED");'.repeat(4000)}\n`);
    const { code, error, out } = await run('--format', 'json');
    assert.equal(code, 0);
    assert.equal(error, 'src/bundle.js: is minified and is not analysed\n');
    const { skipped } = JSON.parse(out) as { skipped: unknown };
    assert.deepEqual(skipped, [{ file: 'src/bundle.js', reason: 'is minified and is not analysed' }]);
  });

  it('lists which codes are handled where, and which never', async () => {
    const { code, out } = await run();
    assert.equal(code, 0);
    assert.equal(
      out,
      [
        'Shop <API>',
        '  CARD_DECLINED  402         1 ×       src/pay.ts:3',
        '  OUT_OF_STOCK   409         compared  src/cart.py:1',
        '  CART_EMPTY     422         never',
        '1 of 3 error codes are handled (33 %).',
        '',
      ].join('\n'),
    );
    const { catalogues } = JSON.parse((await run('--format', 'json')).out) as {
      catalogues: { handled: number; total: number; codes: object[] }[];
    };
    assert.deepEqual(
      catalogues.map(({ handled, total }) => [handled, total]),
      [[1, 3]],
    );
    assert.deepEqual(catalogues[0]?.codes[0], {
      code: 'CARD_DECLINED',
      status: [402],
      retired: false,
      handled: [{ file: 'src/pay.ts', line: 3, column: 8, role: 'handled' }],
      caught: [],
      compared: [],
      stubs: [],
      named: [{ file: 'src/codes.ts', line: 1, column: 39, role: 'named' }],
    });
    assert.match((await run('--format', 'markdown')).out, /^\| `CART_EMPTY` \| 422 \| \*\*never\*\* \|  \|$/m);
  });

  it('lists codes that the same places take by a class together, and others with the places that name them first', async () => {
    const codes = ['DOCK_CLOSED', 'DOCK_FULL', 'DOCK_LOST', 'DOCK_SOLD', 'DOCK_WET'];
    folder.put(
      'dock.error-codes.yaml',
      `id: dock\ntitle: Dock\nclasses:\n  - { name: DockError, in: { typescript: [dock] }, codes: [${codes.join(', ')}] }\ncodes:\n${codes.map((code) => `  - { code: ${code}, status: 500, cause: Wet }\n`).join('')}`,
    );
    folder.put(
      'src/dock.ts',
      "import { DockError } from 'dock';\ntry { land(); } catch (e) {\n  if (e instanceof DockError) {\n    if (e.code === 'DOCK_LOST') search();\n    log(e);\n  } else throw e;\n}\n",
    );
    assert.match(
      (await run()).out,
      /^ {2}DOCK_CLOSED and 3 more {2}500 {9}1 × {7}src\/dock\.ts:3\n {4}DOCK_FULL, DOCK_SOLD, DOCK_WET\n {2}DOCK_LOST {15}500 {9}1 × {7}src\/dock\.ts:4, src\/dock\.ts:3$/m,
    );
  });

  it('lists the files that it leaves out', async () => {
    folder.put('src/large.ts', `track('CART_EMPTY');\n${'// much\n'.repeat(300_000)}`);
    const { code, error } = await run();
    assert.equal(code, 0);
    assert.match(error, /^src\/large\.ts: is larger than 2000 KB$/m);
  });

  it('takes a stub for handled only where that is asked for', async () => {
    const stub = "  case 'CART_EMPTY':\n    throw new Error('CART_EMPTY is not handled yet');\n";
    folder.put('src/more.ts', `switch (err.code) {\n  case 'CARD_DECLINED': return pay();\n${stub}}\n`);
    const { out } = await run();
    assert.match(out, /^ {2}CART_EMPTY {5}422 {9}stub {6}src\/more\.ts:3$/m);
    assert.match(out, /1 of 3 error codes are handled/);
    assert.match((await run('--format', 'markdown')).out, /^\| `CART_EMPTY` \| 422 \| stub \| src\/more\.ts:3 \|$/m);
    assert.equal((await run('--fail-under', '60')).code, 1);
    const counted = await run('--stubs', 'handled', '--fail-under', '60');
    assert.match(counted.out, /2 of 3 error codes are handled/);
    assert.equal(counted.code, 0);
    assert.equal((await run('--stubs', 'maybe')).code, 2);
  });

  it('counts a code once, however many places leave it out', async () => {
    for (const file of ['one', 'two']) folder.put(`src/${file}.ts`, "switch (err.code) {\n  case 'CARD_DECLINED': pay();\n}\n");
    // Handled with a default: a hint, which is in no list of problems.
    folder.put('src/three.ts', "switch (err.code) {\n  case 'CARD_DECLINED': pay(); break;\n  default: fail();\n}\n");
    // Left out on purpose.
    folder.put('src/four.ts', "// error-codes: ignore\nswitch (err.code) {\n  case 'CARD_DECLINED': pay();\n}\n");
    const client = await startClient({ folders: [folder.root] });
    try {
      const { catalogues } = await client.connection.sendRequest<CoverageResult>('apiErrorCodes/coverage', { wait: true });
      assert.deepEqual(
        catalogues.map(({ leftOut, openSites }) => [leftOut, openSites]),
        [[2, 3]],
      );
    } finally {
      await client.stop();
    }
  });

  it('fails under a part that is asked for', async () => {
    assert.equal((await run('--fail-under', '33')).code, 0);
    const { code, error } = await run('--fail-under', '34');
    assert.equal(code, 1);
    assert.match(error, /1 of 3 error codes are handled, less than 34 %/);
    assert.equal((await run('--fail-under', 'all')).code, 2);
  });

  it('passes at just the part that is asked for', async () => {
    const codes = Array.from({ length: 100 }, (_, index) => `NUMBER_${index}_WENT_WRONG`);
    folder.put(
      'shop.error-codes.yaml',
      `id: shop\ntitle: Shop\ncodes:\n${codes.map((code) => `  - { code: ${code}, cause: Bad }\n`).join('')}`,
    );
    folder.put(
      'src/pay.ts',
      `switch (err.code) {\n${codes
        .slice(0, 29)
        .map((code) => `  case '${code}': break;\n`)
        .join('')}}\n`,
    );
    const { code, out } = await run('--fail-under', '29');
    assert.match(out, /29 of 100 error codes are handled \(29 %\)\./);
    assert.equal(code, 0);
    assert.equal((await run('--fail-under', '29.01')).code, 1);
  });

  it('reports nothing when it is interrupted', async function () {
    if (process.platform === 'win32') this.skip();
    const child = spawn(process.execPath, [path.resolve('dist/cli.cjs'), 'coverage', '--catalogue', '/dev/fd/3'], {
      cwd: folder.root,
      stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
    });
    let printed = '';
    const [, out, errors, given] = child.stdio as unknown as readonly [null, Readable, Readable, Writable];
    for (const stream of [out, errors]) stream.setEncoding('utf8').on('data', (text: string) => (printed += text));
    // More than a pipe holds: once all of it is written the command is at work, and waits for the rest.
    const long = `id: own\ntitle: Own API\ncodes:\n  - code: OWN_CODE\n    cause: A cause.\n${'# filler\n'.repeat(200_000)}`;
    await new Promise((resolve) => given.write(long, resolve));
    child.kill('SIGINT');
    const [code] = (await once(child, 'close')) as [number | null];
    given.destroy();
    const left = '/dev/fd/3: cannot be read: It was not read to its end.\n';
    assert.deepEqual([code, printed], [2, `${left}Interrupted: not everything was read, and nothing is reported.\n`]);
  });

  it('writes a self-contained page and runs nothing', async () => {
    const { out } = await run('--format', 'html');
    const names: string[] = [];
    const visit = (node: object): void => {
      if ('nodeName' in node) names.push(String(node.nodeName));
      if ('childNodes' in node && Array.isArray(node.childNodes)) for (const child of node.childNodes as object[]) visit(child);
    };
    visit(parse(out));
    for (const name of ['table', 'h2', 'meter']) assert.ok(names.includes(name), name);
    for (const name of ['script', 'img', 'link', 'a', 'iframe']) assert.ok(!names.includes(name), name);
    assert.match(out, /&lt;script&gt;alert\(1\)/);
    assert.match(out, /<title>/);
  });

  it('is what the editor shows', async () => {
    const client = await startClient({ folders: [folder.root] });
    try {
      const { complete, catalogues } = await client.connection.sendRequest<CoverageResult>('apiErrorCodes/coverage', {
        wait: true,
      });
      assert.equal(complete, true);
      assert.deepEqual(
        catalogues.map(({ id, handled, total, leftOut, openSites }) => [id, handled, total, leftOut, openSites]),
        [['shop', 1, 3, 2, 1]],
      );
      assert.deepEqual(
        catalogues[0]?.codes.map(({ code, places }) => [code, places.map(({ role }) => role)]),
        [
          ['CARD_DECLINED', ['handled', 'named']],
          ['OUT_OF_STOCK', ['compared']],
          ['CART_EMPTY', []],
        ],
      );
    } finally {
      await client.stop();
    }
  });
});
