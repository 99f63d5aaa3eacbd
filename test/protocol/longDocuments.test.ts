import assert from 'node:assert/strict';
import type { Hover } from 'vscode-languageserver';
import { runCommand } from './support/runCommand.ts';
import { switchText, useServer } from './support/useServer.ts';

const rowsOf = (count: number) =>
  Array.from({ length: count }, (_, at) => `| \`SHOP_ERROR_${at}\` | 40${at % 10} | It failed for reason ${at}. |\n`).join('');
const page = (count: number) => `# Errors\n\n| Code | Status | Description |\n|---|---|---|\n${rowsOf(count)}`;

describe('long documents', function () {
  this.timeout(60_000);
  const own = useServer();

  it('are read while the editor answers', async () => {
    own.putClient();
    own.folder.put('docs/errors.md', page(12_000));
    const { open, connection } = await own.start({
      initializationOptions: { settings: { catalogues: [{ path: 'docs/errors.md', id: 'shop', title: 'Shop' }] } },
    });
    const said: { title: string; codes: number }[] = [];
    connection.onNotification(
      '$/apiErrorCodes/status',
      ({ catalogues }: { catalogues: { title: string; codes: number }[] }) => void said.push(...catalogues),
    );
    const uri = own.folder.uri('src/small.ts');
    await open(uri, switchText);
    const times: number[] = [];
    const isRead = () => said.some(({ title, codes }) => title === 'Shop' && codes === 12_000);
    while (!isRead()) {
      const begun = performance.now();
      const hover = await connection.sendRequest<Hover | null>('textDocument/hover', {
        textDocument: { uri },
        position: { line: 1, character: 12 },
      });
      assert.ok(hover);
      times.push(performance.now() - begun);
      await new Promise((resolve) => setImmediate(resolve));
    }
    const middle = times.sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0;
    assert.ok(times.length > 10 && middle < 50, `${times.length} hovers, the middle one took ${middle} ms`);
  });

  it('that are shown in the wizard give the same', async () => {
    own.putClient();
    own.folder.put('docs/errors.md', page(6_000));
    const { connection } = await own.start();
    const read = connection.sendRequest<{ codes: readonly { code: string }[] }>('apiErrorCodes/readCatalogue', {
      documents: [{ uri: own.folder.uri('docs/errors.md') }],
    });
    assert.equal((await read).codes.length, 6_000);
  });

  it('give the command line what short ones give', async () => {
    const file = own.folder.put('errors.md', page(6_000));
    const { out, code } = await runCommand(['import', file], own.folder.root);
    assert.equal(code, 0);
    assert.equal(out.match(/code: SHOP_ERROR_/g)?.length, 6_000);
  });
});
