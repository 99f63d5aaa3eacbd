import assert from 'node:assert/strict';
import { runCommand } from '../protocol/support/runCommand.ts';
import { createTestFolder, startClient } from '../protocol/support/testClient.ts';

/** Globs that take long in matchers that try again, and the message about them. Harmless ones have no message. */
const bombs: Readonly<Record<string, { readonly glob: string; readonly said?: RegExp }>> = {
  'a repeated group': { glob: '(a+)+b' },
  'a repeated group of globs': { glob: '+(a+(a))b', said: /not supported/ },
  stars: { glob: `${'*a'.repeat(10)}b` },
  'stars of folders': { glob: `${'**/a/'.repeat(50)}b` },
  braces: { glob: '{a,b}'.repeat(30), said: /more than 200 alternatives/ },
  'nothing at all': { glob: '', said: /it is empty/ },
  'no end': { glob: 'a'.repeat(70_000), said: /longer than 1000 characters/ },
};

/** Where settings have globs. A path of a catalogue must not be empty in any case, and is named as what it is. */
const places: Readonly<Record<string, (glob: string) => object>> = {
  'logs.files': (glob) => ({ logs: { files: [glob, '*.trace'] } }),
  'files.shop.include': (glob) => ({ files: { shop: { include: [glob, '**/use.ts'] } } }),
  'files.shop.exclude': (glob) => ({ files: { shop: { include: ['**/use.ts'], exclude: [glob] } } }),
  'catalogues.0.files': (glob) => ({ catalogues: [{ path: 'shop.json', files: [glob, '**/use.ts'] }] }),
  'catalogues.0.exclude': (glob) => ({ catalogues: [{ path: 'shop.json', files: ['**/use.ts'], exclude: [glob] }] }),
  'catalogues.0.path': (glob) => ({ catalogues: [`docs/${glob}`, 'shop.json'] }),
};

const long = 'a'.repeat(60);
const source = "switch (err.code) {\n  case 'CARD_DECLINED': break;\n}\n";
const id = '18b2ad5e-2a9e-4d3f-b9a8-9f2a1e0b1234';
/** Milliseconds within which every answer is there, on a busy machine, too. */
const soon = 10_000;

describe('a glob of a folder takes nothing else with it', function () {
  this.timeout(60_000);
  let folder: ReturnType<typeof createTestFolder>;
  before(() => {
    folder = createTestFolder();
    const codes = ['CARD_DECLINED', 'OUT_OF_STOCK'].map((code) => ({ code, cause: 'Known.' }));
    folder.put('shop.json', JSON.stringify({ id: 'shop', title: 'Shop', codes }));
    folder.put('shop.error-codes.json', JSON.stringify({ id: 'shop', title: 'Shop', codes }));
    folder.put('package.json', '{}');
    folder.put('src/use.ts', source);
    folder.put(`docs/${'a/'.repeat(40)}${long}.md`, '# Nothing\n');
    folder.put('app.trace', `2026-05-04T12:00:00Z ERROR CARD_DECLINED request_id=${id}\n`);
  });
  after(() => folder.remove());

  for (const [place, write] of Object.entries(places))
    it(`${place}: on the command line`, async () => {
      for (const [name, { glob, said }] of Object.entries(bombs)) {
        const isPath = place.endsWith('path');
        if (isPath && glob === '') continue;
        folder.put('api-error-codes.json', JSON.stringify(write(glob)));
        const begun = Date.now();
        const args = place === 'logs.files' ? ['lookup', id, '--format', 'json'] : ['check', '--format', 'json'];
        const { code, out, error } = await runCommand(args, folder.root);
        assert.ok(Date.now() - begun < soon, `${name}: took ${Date.now() - begun} ms`);
        // The glob beside it works.
        assert.match(out, place === 'logs.files' ? /app\.trace/ : /OUT_OF_STOCK/, `${name}: ${error}`);
        if (isPath) assert.match(error, /api-error-codes\.json|catalogues names/, name);
        else if (said)
          assert.match(error, new RegExp(`api-error-codes\\.json:1:\\d+: apiErrorCodes\\.${place}.*${said.source}`), name);
        assert.equal(code === 2, said !== undefined || isPath, `${name}: ${error.slice(0, 300)}`);
        assert.ok(error.length < 10_000, `${name}: says ${error.length} characters`);
      }
    });

  for (const trusted of [true, false])
    it(`in the editor, in a folder that is ${trusted ? '' : 'not '}trusted`, async () => {
      for (const [name, { glob, said }] of Object.entries(bombs)) {
        const all = {
          logs: { files: [glob] },
          files: { shop: { include: [glob, '**/use.ts'], exclude: [glob] } },
          catalogues: [{ path: `docs/${glob}` }, { path: 'shop.json', files: [glob, '**/use.ts'], exclude: [glob] }],
        };
        folder.put('api-error-codes.json', JSON.stringify(all));
        folder.put('.gitignore', `${glob}\n`);
        const client = await startClient({
          folders: [folder.root],
          capabilities: { workspace: { configuration: true }, textDocument: { diagnostic: {} } },
          configuration: () => ({ [glob]: true }),
          initializationOptions: { trusted },
        });
        const begun = Date.now();
        const uri = folder.uri('src/use.ts');
        await client.open(uri, source);
        const [diagnostic] = await client.pull(uri);
        assert.ok(Date.now() - begun < soon, `${name}: took ${Date.now() - begun} ms`);
        assert.match(JSON.stringify(diagnostic?.message), /OUT_OF_STOCK/, name);
        const told = client.logged.join('\n');
        if (said)
          for (const key of ['logs.files', 'files.shop.include']) assert.match(told, new RegExp(`${key}.*${said.source}`), name);
        assert.ok(told.length < 20_000, `${name}: logs ${told.length} characters`);
        await client.stop();
      }
    });
});
