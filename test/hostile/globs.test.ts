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
  'no end': { glob: 'a'.repeat(70_000), said: /longer than \d+ characters/ },
};

/** Where settings have globs. A path of a catalogue must not be empty in any case, and is named as what it is. */
const places: Readonly<Record<string, (globs: readonly string[]) => object>> = {
  'logs.files': (globs) => ({ logs: { files: [...globs, '*.trace'] } }),
  'files.shop.include': (globs) => ({ files: { shop: { include: [...globs, '**/use.ts'] } } }),
  'files.shop.exclude': (globs) => ({ files: { shop: { include: ['**/use.ts'], exclude: globs } } }),
  'catalogues.0.files': (globs) => ({ catalogues: [{ path: 'shop.json', files: [...globs, '**/use.ts'] }] }),
  'catalogues.0.exclude': (globs) => ({ catalogues: [{ path: 'shop.json', files: ['**/use.ts'], exclude: globs }] }),
  'catalogues.\\d.path': (globs) => ({ catalogues: [...globs.map((glob) => `docs/${glob}`), 'shop.json'] }),
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
      const isPath = place.endsWith('path');
      const globs = Object.values(bombs).filter(({ glob }) => !isPath || glob !== '');
      folder.put('api-error-codes.json', JSON.stringify(write(globs.map(({ glob }) => glob))));
      const begun = Date.now();
      const args = place === 'logs.files' ? ['lookup', id, '--format', 'json'] : ['check', '--format', 'json'];
      const { code, out, error } = await runCommand(args, folder.root);
      assert.ok(Date.now() - begun < soon, `took ${Date.now() - begun} ms`);
      // The glob beside them works.
      assert.match(out, place === 'logs.files' ? /app\.trace/ : /OUT_OF_STOCK/, error);
      for (const { said } of globs)
        if (said) assert.match(error, new RegExp(`api-error-codes\\.json:1:\\d+: apiErrorCodes\\.${place}.*${said.source}`));
      assert.equal(code, 2, error.slice(0, 300));
      assert.ok(error.length < 20_000, `says ${error.length} characters`);
    });

  for (const trusted of [true, false])
    it(`in the editor, in a folder that is ${trusted ? '' : 'not '}trusted`, async () => {
      const globs = Object.values(bombs).map(({ glob }) => (glob.length > 10_000 ? glob.slice(0, 10_000) : glob));
      const all = {
        logs: { files: globs },
        files: { shop: { include: [...globs, '**/use.ts'], exclude: globs } },
        catalogues: [
          ...globs.map((glob) => ({ path: `docs/${glob}` })),
          { path: 'shop.json', files: [...globs, '**/use.ts'], exclude: globs },
        ],
      };
      folder.put('api-error-codes.json', JSON.stringify(all));
      folder.put('.gitignore', `${globs.join('\n')}\n`);
      const client = await startClient({
        folders: [folder.root],
        capabilities: { workspace: { configuration: true }, textDocument: { diagnostic: {} } },
        configuration: () => Object.fromEntries(globs.map((glob) => [glob, true])),
        initializationOptions: { trusted },
      });
      const begun = Date.now();
      const uri = folder.uri('src/use.ts');
      await client.open(uri, source);
      const [diagnostic] = await client.pull(uri);
      assert.ok(Date.now() - begun < soon, `took ${Date.now() - begun} ms`);
      assert.match(JSON.stringify(diagnostic?.message), /OUT_OF_STOCK/);
      const told = client.logged.join('\n');
      for (const { said } of Object.values(bombs))
        if (said)
          for (const key of ['logs.files', 'files.shop.include']) assert.match(told, new RegExp(`${key}.*${said.source}`));
      assert.ok(told.length < 50_000, `logs ${told.length} characters`);
      await client.stop();
    });
});
