import assert from 'node:assert/strict';
import path from 'node:path';
import type { Hover, Location, WorkspaceEdit, WorkspaceSymbol } from 'vscode-languageserver/node';
import type { CoverageResult } from '../../server/src/protocol/protocol.ts';
import { runCommand } from './support/runCommand.ts';
import { shopCatalogue, shopSite } from './support/shop.ts';
import { createTestFolder, startClient, type TestClient } from './support/testClient.ts';

describe('folders that have different catalogues of one id', function () {
  this.timeout(30_000);
  let folder: ReturnType<typeof createTestFolder>;
  let client: TestClient;
  const text = shopSite('CARD_DECLINED');

  beforeEach(async () => {
    folder = createTestFolder();
    for (const name of ['old', 'new', 'new/packages/web']) folder.put(`${name}/package.json`, '{}');
    folder.put('old/shop.error-codes.yaml', shopCatalogue('CARD_DECLINED', 'OUT_OF_STOCK'));
    folder.put('old/src/pay.ts', text);
    folder.put('new/shop.error-codes.yaml', shopCatalogue('CARD_DECLINED', 'CART_EMPTY', 'LATE'));
    folder.put('new/src/pay.py', 'match err.code:\n    case "CARD_DECLINED":\n        pass\n    case "LATE":\n        pass\n');
    folder.put('new/packages/web/src/pay.ts', text);
    // A workspace folder within a different one.
    folder.put('new/packages/web/shop.error-codes.yaml', shopCatalogue('CARD_DECLINED'));
    client = await startClient({
      folders: ['old', 'new/packages/web', 'new'].map((name) => path.join(folder.root, name)),
    });
    for (const name of ['old/src/pay.ts', 'new/packages/web/src/pay.ts']) await client.open(folder.uri(name), text);
  });
  afterEach(async () => {
    await client.stop();
    folder.remove();
  });

  const nameOf = (uri: string): string => uri.slice(folder.uri('').length + 1);
  const at = (name: string, line: number, character: number) => ({
    textDocument: { uri: folder.uri(name) },
    position: { line, character },
  });
  const names = (locations: readonly Location[]): string[] =>
    locations.map(({ uri, range }) => `${nameOf(uri)}:${range.start.line + 1}`).sort();

  it('have a coverage each, the same as the command line prints', async () => {
    const { catalogues } = await client.connection.sendRequest<CoverageResult>('apiErrorCodes/coverage', { wait: true });
    assert.deepEqual(
      catalogues.map(({ id, title, handled, total, openSites, codes }) => [
        id,
        title,
        handled,
        total,
        openSites,
        codes.flatMap(({ places }) => places.map(({ uri }) => nameOf(uri))),
      ]),
      [
        ['shop', 'Shop API (old)', 1, 2, 1, ['old/src/pay.ts']],
        ['shop', 'Shop API (web)', 1, 1, 0, ['new/packages/web/src/pay.ts']],
        ['shop', 'Shop API (new)', 2, 3, 1, ['new/src/pay.py', 'new/src/pay.py']],
      ],
    );
    assert.match(catalogues[0]?.markdown ?? '', /^## Shop API \(old\)$/m);
    for (const [name, handled] of [
      ['old', 1],
      ['new/packages/web', 1],
    ] as const) {
      const { out } = await runCommand(['coverage', '--format', 'json'], path.join(folder.root, name));
      const told = JSON.parse(out) as { catalogues: { handled: number }[] };
      assert.deepEqual(
        told.catalogues.map((each) => each.handled),
        [handled],
      );
    }
  });

  it('refer to and rename what is their own', async () => {
    const references = (name: string, line: number, character: number) =>
      client.connection.sendRequest<Location[]>('textDocument/references', {
        ...at(name, line, character),
        context: { includeDeclaration: true },
      });
    assert.deepEqual(names(await references('old/src/pay.ts', 1, 10)), ['old/shop.error-codes.yaml:4', 'old/src/pay.ts:2']);
    await client.open(folder.uri('new/shop.error-codes.yaml'), shopCatalogue('CARD_DECLINED', 'CART_EMPTY', 'LATE'), 'yaml');
    assert.deepEqual(names(await references('new/shop.error-codes.yaml', 3, 12)), [
      'new/shop.error-codes.yaml:4',
      'new/src/pay.py:2',
    ]);
    for (const [asked, changed] of [
      [at('old/src/pay.ts', 1, 10), ['old/shop.error-codes.yaml', 'old/src/pay.ts']],
      [at('new/shop.error-codes.yaml', 3, 12), ['new/shop.error-codes.yaml', 'new/src/pay.py']],
    ] as const) {
      const edit = await client.connection.sendRequest<WorkspaceEdit>('textDocument/rename', { ...asked, newName: 'DECLINED' });
      assert.deepEqual(
        Object.keys(edit.changes ?? {})
          .map(nameOf)
          .sort(),
        changed,
      );
    }
  });

  it('count and list what is their own', async () => {
    await client.connection.sendRequest<CoverageResult>('apiErrorCodes/coverage', { wait: true });
    const hover = await client.connection.sendRequest<Hover>('textDocument/hover', at('old/src/pay.ts', 1, 10));
    assert.match(JSON.stringify(hover.contents), /handled in 1 place/);
    const symbols = await client.connection.sendRequest<WorkspaceSymbol[]>('workspace/symbol', { query: 'CARD_DECLINED' });
    assert.deepEqual(symbols.map(({ location }) => nameOf(location.uri)).sort(), [
      'new/packages/web/shop.error-codes.yaml',
      'new/shop.error-codes.yaml',
      'old/shop.error-codes.yaml',
    ]);
  });
});
