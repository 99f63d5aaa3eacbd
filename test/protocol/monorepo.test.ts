import assert from 'node:assert/strict';
import { mkdirSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { runCommand } from './support/runCommand.ts';
import { runGit, shopCatalogue, shopSite } from './support/shop.ts';
import { createTestFolder, startClient } from './support/testClient.ts';

describe('a repository of many packages', function () {
  this.timeout(60_000);
  let folder: ReturnType<typeof createTestFolder>;
  const text = shopSite('CARD_DECLINED');
  const filesIn = async (command: 'check' | 'coverage', cwd = '.', ...args: string[]): Promise<readonly string[]> => {
    const { out } = await runCommand([command, '--no-builtin', '--format', 'json', ...args], path.join(folder.root, cwd));
    return [...new Set([...out.matchAll(/"file": "([^"]*)"/g)].flatMap(([, file]) => file ?? []))].sort();
  };

  beforeEach(() => {
    folder = createTestFolder();
    runGit(folder.root, 'init', '-q');
    folder.put('package.json', '{ "workspaces": ["packages/*"] }');
    folder.put('shop.error-codes.yaml', shopCatalogue('CARD_DECLINED', 'OUT_OF_STOCK'));
    for (const name of ['packages/web', 'packages/mail', 'services/pay', 'elsewhere'])
      folder.put(`${name}/${name === 'services/pay' ? 'go.mod' : 'package.json'}`, '{}');
    folder.put('packages/web/src/pay.ts', text);
    folder.put('services/pay/pay.go', 'package p\n\nfunc f(code string) {\n\tswitch code {\n\tcase "CARD_DECLINED":\n\t}\n}\n');
    folder.put(
      'packages/mail/mail.error-codes.yaml',
      'id: mail\ntitle: Mail\ncodes:\n  - { code: BAD_ADDRESS, cause: Bad }\n  - { code: NO_QUOTA, cause: Late }\n',
    );
    // A package's own catalogue and calls are only its own.
    folder.put('packages/web/src/mail.ts', shopSite('BAD_ADDRESS'));
    folder.put('packages/mail/src/mail.ts', shopSite('BAD_ADDRESS'));
    // A different repository within this one.
    folder.put('elsewhere/pay.ts', text);
    mkdirSync(path.join(folder.root, 'elsewhere/.git'));
  });
  afterEach(() => folder.remove());

  it('has the catalogue at its top in all of its packages, in the editor and on the command line', async () => {
    const expected = ['packages/mail/src/mail.ts', 'packages/web/src/pay.ts', 'services/pay/pay.go'];
    assert.deepEqual(await filesIn('check'), expected);
    assert.deepEqual(await filesIn('check', '.', 'packages'), expected.slice(0, 2));
    assert.deepEqual(await filesIn('coverage'), expected);
    assert.deepEqual(await filesIn('check', 'packages/web'), ['src/pay.ts']);
    assert.deepEqual(await filesIn('coverage', 'services/pay'), ['pay.go']);
    assert.deepEqual(await filesIn('check', 'elsewhere'), []);
    const client = await startClient({ folders: [folder.root] });
    try {
      const found: number[] = [];
      for (const name of [
        'packages/web/src/pay.ts',
        'packages/web/src/mail.ts',
        'packages/mail/src/mail.ts',
        'elsewhere/pay.ts',
      ]) {
        const code = name.endsWith('mail.ts') ? 'BAD_ADDRESS' : 'CARD_DECLINED';
        await client.open(folder.uri(name), shopSite(code));
        found.push((await client.pull(folder.uri(name))).length);
      }
      assert.deepEqual(found, [1, 0, 1, 0]);
    } finally {
      await client.stop();
    }
  });

  it('has it only in the files of its globs, if there are any', async () => {
    folder.put('api-error-codes.yaml', 'files: { shop: { include: [services/**] } }\n');
    assert.deepEqual(await filesIn('check'), ['packages/mail/src/mail.ts', 'services/pay/pay.go']);
    folder.put('api-error-codes.yaml', 'files: { shop: { exclude: [services/**] } }\n');
    assert.deepEqual(await filesIn('check'), ['packages/mail/src/mail.ts', 'packages/web/src/pay.ts']);
  });

  it('is checked once, however its packages are linked to each other', async () => {
    mkdirSync(path.join(folder.root, 'packages/web/node_modules/@acme'), { recursive: true });
    symlinkSync('../../../mail', path.join(folder.root, 'packages/web/node_modules/@acme/mail'));
    symlinkSync('..', path.join(folder.root, 'packages/web/loop'));
    assert.deepEqual(await filesIn('check'), ['packages/mail/src/mail.ts', 'packages/web/src/pay.ts', 'services/pay/pay.go']);
  });
});
