import assert from 'node:assert/strict';
import { readFileSync, renameSync } from 'node:fs';
import path from 'node:path';
import type { Hover, Location, SymbolInformation, WorkspaceEdit } from 'vscode-languageserver/node';
import { createTestFolder, startClient, type TestClient } from './support/testClient.ts';

const catalogue = `id: shop
title: Shop API
codes:
  - code: CARD_DECLINED
    status: 402
    cause: The card was declined.
  - code: "OUT_OF_STOCK"
    status: 409
    cause: None are left.
    replacedBy: [CARD_DECLINED]
`;
const site = "switch (err.code) {\n  case 'CARD_DECLINED': break;\n  case 'OUT_OF_STOCK': break;\n}\n";

describe('the workspace index', function () {
  this.timeout(30_000);
  let folder: ReturnType<typeof createTestFolder>;
  let client: TestClient | undefined;

  beforeEach(() => {
    folder = createTestFolder();
    folder.put('package.json', '{}');
    folder.put('.gitignore', 'build/\n');
    folder.put('shop.error-codes.yaml', catalogue);
    folder.put('src/handle.ts', site);
    folder.put('src/track.py', 'track("CARD_DECLINED")\n');
    folder.put('build/handle.js', site);
    folder.put('logs/app.log', '2026-01-02T03:04:05Z error code=CARD_DECLINED request_id=1\n');
  });
  afterEach(async () => {
    await client?.stop();
    client = undefined;
    folder.remove();
  });

  const at = (uri: string, line: number, character: number) => ({ textDocument: { uri }, position: { line, character } });
  const names = (locations: readonly Location[]): string[] =>
    locations.map(({ uri, range }) => `${uri.slice(folder.uri('').length + 1)}:${range.start.line + 1}`);

  it('knows every place of a code, handled ones first, from code, logs and catalogues alike', async () => {
    client = await startClient({ folders: [folder.root] });
    const uri = folder.uri('src/open.ts');
    await client.open(uri, "if (err.code === 'CARD_DECLINED') {}\n");
    const log = folder.uri('logs/app.log');
    await client.open(log, '2026-01-02T03:04:05Z error code=CARD_DECLINED request_id=1\n', 'log');
    const own = folder.uri('shop.error-codes.yaml');
    await client.open(own, catalogue, 'yaml');
    for (const params of [at(uri, 0, 20), at(log, 0, 34), at(own, 3, 12)]) {
      const found: Location[] = await client.connection.sendRequest<Location[]>('textDocument/references', {
        ...params,
        context: { includeDeclaration: false },
      });
      assert.deepEqual(names(found), ['src/handle.ts:2', 'src/open.ts:1', 'src/track.py:1']);
    }
    const handled = await client.connection.sendRequest<Location[]>('textDocument/implementation', at(uri, 0, 20));
    assert.deepEqual(names(handled), ['src/handle.ts:2']);
    const fromLog = await client.connection.sendRequest<Location[]>('textDocument/definition', at(log, 0, 34));
    assert.deepEqual(names(fromLog), ['src/handle.ts:2']);
    const fromCode = await client.connection.sendRequest<Location[]>('textDocument/definition', at(uri, 0, 20));
    assert.deepEqual(names(fromCode), ['shop.error-codes.yaml:4']);
    const successor = await client.connection.sendRequest<Location[]>('textDocument/definition', at(own, 9, 20));
    assert.deepEqual(names(successor), ['shop.error-codes.yaml:4']);
    const hover = await client.connection.sendRequest<Hover>('textDocument/hover', at(uri, 0, 20));
    assert.match(JSON.stringify(hover.contents), /handled in 1 place/);
    const symbols = await client.connection.sendRequest<SymbolInformation[]>('workspace/symbol', { query: 'outstock' });
    assert.deepEqual(
      symbols.map(({ name, containerName }) => [name, containerName]),
      [['OUT_OF_STOCK', 'Shop API']],
    );
  });

  it('renames a code of the user’s own catalogue everywhere, and no other one', async () => {
    client = await startClient({ folders: [folder.root] });
    const uri = folder.uri('src/open.ts');
    await client.open(uri, "if (err.code === 'CARD_DECLINED' || err.code === 'INVALID_API_KEY') {} // api.pikzels.com\n");
    const edit = await client.connection.sendRequest<WorkspaceEdit>('textDocument/rename', {
      ...at(uri, 0, 20),
      newName: 'PAYMENT_FAILED',
    });
    assert.deepEqual(
      Object.entries(edit.changes ?? {})
        .map(
          ([file, edits]) =>
            [
              file.slice(folder.uri('').length + 1),
              edits.map(({ range }) => `${range.start.line}:${range.start.character}-${range.end.character}`),
            ] as const,
        )
        .sort(([a], [b]) => (a < b ? -1 : 1)),
      [
        ['shop.error-codes.yaml', ['3:10-23', '9:17-30']],
        ['src/handle.ts', ['1:8-21']],
        ['src/open.ts', ['0:18-31']],
        ['src/track.py', ['0:7-20']],
      ],
    );
    await assert.rejects(
      client.connection.sendRequest('textDocument/rename', { ...at(uri, 0, 20), newName: 'OUT_OF_STOCK' }),
      /already has the error code OUT_OF_STOCK/,
    );
    await assert.rejects(
      client.connection.sendRequest('textDocument/prepareRename', at(uri, 0, 52)),
      /INVALID_API_KEY is what the documentation of Pikzels API calls it/,
    );
  });

  it('renames to what needs quotes only where there are some, and gives it quotes in the catalogue', async () => {
    client = await startClient({ folders: [folder.root] });
    const uri = folder.uri('src/handle.ts');
    await client.open(uri, site);
    const rename = async (newName: string): Promise<readonly (readonly [string, readonly string[]])[]> => {
      const edit = await client?.connection.sendRequest<WorkspaceEdit>('textDocument/rename', { ...at(uri, 1, 10), newName });
      return Object.entries(edit?.changes ?? {}).map(
        ([file, edits]) => [file.slice(folder.uri('').length + 1), edits.map(({ newText }) => newText)] as const,
      );
    };
    assert.deepEqual(
      new Map(await rename('a,b')),
      new Map([
        ['src/handle.ts', ['a,b']],
        ['src/track.py', ['a,b']],
        ['shop.error-codes.yaml', ['"a,b"', '"a,b"']],
      ]),
    );
    assert.deepEqual((await rename('card/declined')).at(-1)?.[1], ['card/declined', 'card/declined']);
    folder.put('src/texts.ts', "const texts = {\n  CARD_DECLINED: 'Declined',\n  OUT_OF_STOCK: 'Gone',\n};\n");
    await client.connection.sendRequest('apiErrorCodes/coverage', { refresh: true });
    await assert.rejects(
      rename('card/declined'),
      /“card\/declined” would need quotes where CARD_DECLINED stands without them: texts\.ts, line 2\./,
    );
    assert.deepEqual(new Map(await rename('PAYMENT_FAILED')).get('src/texts.ts'), ['PAYMENT_FAILED']);
  });

  it('follows files that change, come and go', async () => {
    client = await startClient({ folders: [folder.root] });
    const uri = folder.uri('src/open.ts');
    await client.open(uri, "if (err.code === 'CARD_DECLINED') {}\n");
    const references = () =>
      client?.connection.sendRequest<Location[]>('textDocument/references', {
        ...at(uri, 0, 20),
        context: { includeDeclaration: false },
      }) ?? Promise.resolve([]);
    assert.equal((await references()).length, 3);
    folder.put('src/handle.ts', 'export {};\n');
    folder.put('src/more.ts', "const texts = {\n  CARD_DECLINED: 'Declined',\n  OUT_OF_STOCK: 'Gone',\n};\n");
    await client.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: ['src/handle.ts', 'src/more.ts'].map((name) => ({ uri: folder.uri(name), type: 2 })),
    });
    const deadline = Date.now() + 10_000;
    let found = names(await references());
    while (found.join() !== 'src/more.ts:2,src/open.ts:1,src/track.py:1' && Date.now() < deadline)
      found = names(await references());
    assert.deepEqual(found, ['src/more.ts:2', 'src/open.ts:1', 'src/track.py:1']);
  });

  /** The places of the code in an open document, once they are the expected ones. */
  const waitForPlaces = async (expected: readonly string[]): Promise<void> => {
    const deadline = Date.now() + 10_000;
    let found: readonly string[] = [];
    do {
      const places: Location[] | undefined = await client?.connection.sendRequest<Location[]>('textDocument/references', {
        ...at(folder.uri('src/open.ts'), 0, 20),
        context: { includeDeclaration: false },
      });
      found = names(places ?? []);
    } while (found.join() !== expected.join() && Date.now() < deadline);
    assert.deepEqual(found, expected);
  };

  it('reads the files although ripgrep has something to complain of', async () => {
    folder.put('.gitignore', 'build/\n[z-a]\n');
    client = await startClient({ folders: [folder.root] });
    await client.open(folder.uri('src/open.ts'), "if (err.code === 'CARD_DECLINED') {}\n");
    await waitForPlaces(['src/handle.ts:2', 'src/open.ts:1', 'src/track.py:1']);
  });

  it('follows a folder that is moved', async () => {
    folder.put('src/old/deep/pay.ts', site);
    client = await startClient({ folders: [folder.root] });
    await client.open(folder.uri('src/open.ts'), "if (err.code === 'CARD_DECLINED') {}\n");
    await waitForPlaces(['src/handle.ts:2', 'src/old/deep/pay.ts:2', 'src/open.ts:1', 'src/track.py:1']);
    renameSync(path.join(folder.root, 'src/old'), path.join(folder.root, 'src/new'));
    await client.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [
        { uri: folder.uri('src/old'), type: 3 },
        { uri: folder.uri('src/new'), type: 1 },
      ],
    });
    await waitForPlaces(['src/handle.ts:2', 'src/new/deep/pay.ts:2', 'src/open.ts:1', 'src/track.py:1']);
  });

  it('keeps the places that name constants of other files when everything is read anew, and forgets them with the constants', async () => {
    folder.put('src/codes.ts', "export const ShopError = { Declined: 'CARD_DECLINED' } as const;\n");
    folder.put('src/use.ts', "import { ShopError } from './codes';\nswitch (err.code) {\n  case ShopError.Declined: break;\n}\n");
    client = await startClient({ folders: [folder.root] });
    await client.open(folder.uri('src/open.ts'), "if (err.code === 'CARD_DECLINED') {}\n");
    const places = ['src/handle.ts:2', 'src/use.ts:3', 'src/open.ts:1', 'src/codes.ts:1', 'src/track.py:1'];
    await waitForPlaces(places);
    await client.connection.sendRequest('apiErrorCodes/coverage', { refresh: true });
    await waitForPlaces(places);
    folder.put('src/codes.ts', 'export const nothing = {};\n');
    await client.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: folder.uri('src/codes.ts'), type: 2 }],
    });
    await waitForPlaces(['src/handle.ts:2', 'src/open.ts:1', 'src/track.py:1']);
  });

  it('reads anew the files that git begins or ceases to ignore', async () => {
    client = await startClient({ folders: [folder.root] });
    await client.open(folder.uri('src/open.ts'), "if (err.code === 'CARD_DECLINED') {}\n");
    await waitForPlaces(['src/handle.ts:2', 'src/open.ts:1', 'src/track.py:1']);
    folder.put('.gitignore', '*.py\n');
    await client.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: folder.uri('.gitignore'), type: 2 }],
    });
    await waitForPlaces(['build/handle.js:2', 'src/handle.ts:2', 'src/open.ts:1']);
  });

  it('takes files for another project’s once a manifest is put beside them', async () => {
    folder.put('src/api.ts', "export const base = 'https://api.pikzels.com';\n");
    for (const name of ['src', 'packages/web'])
      folder.put(
        `${name}/credits.ts`,
        site.replace('CARD_DECLINED', 'INSUFFICIENT_CREDITS').replace('OUT_OF_STOCK', 'FILE_TOO_LARGE'),
      );
    client = await startClient({ folders: [folder.root] });
    await client.open(folder.uri('src/open.ts'), "if (err.code === 'INSUFFICIENT_CREDITS') {} // api.pikzels.com\n");
    // A switch with a code of this API among others compares it, as a single comparison does.
    await waitForPlaces(['packages/web/credits.ts:2', 'src/credits.ts:2', 'src/open.ts:1']);
    folder.put('packages/web/package.json', '{}');
    await client.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: folder.uri('packages/web/package.json'), type: 1 }],
    });
    await waitForPlaces(['src/credits.ts:2', 'src/open.ts:1']);
  });

  it('reads the files anew when the configuration file changes', async () => {
    folder.put('api-error-codes.yaml', 'limits: { fileSize: 1 }\n');
    folder.put('src/large.ts', `${site}${'// long\n'.repeat(1000)}`);
    client = await startClient({ folders: [folder.root] });
    await client.open(folder.uri('src/open.ts'), "if (err.code === 'CARD_DECLINED') {}\n");
    await waitForPlaces(['src/handle.ts:2', 'src/open.ts:1', 'src/track.py:1']);
    folder.put('api-error-codes.yaml', 'limits: { fileSize: 1000 }\n');
    await client.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: folder.uri('api-error-codes.yaml'), type: 2 }],
    });
    await waitForPlaces(['src/handle.ts:2', 'src/large.ts:2', 'src/open.ts:1', 'src/track.py:1']);
  });

  it('leaves out what the editor leaves out of searches, at the start and later', async () => {
    folder.put('gen/pay.ts', site);
    client = await startClient({
      folders: [folder.root],
      capabilities: { workspace: { configuration: true }, textDocument: { diagnostic: {} } },
      configuration: () => ({ 'gen/**': true, '**/vendor': true }),
    });
    await client.open(folder.uri('src/open.ts'), "if (err.code === 'CARD_DECLINED') {}\n");
    await waitForPlaces(['src/handle.ts:2', 'src/open.ts:1', 'src/track.py:1']);
    folder.put('src/vendor/pay.ts', site);
    folder.put('src/late.ts', site);
    await client.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: ['gen/pay.ts', 'src/vendor/pay.ts', 'src/late.ts'].map((name) => ({ uri: folder.uri(name), type: 2 })),
    });
    await waitForPlaces(['src/handle.ts:2', 'src/late.ts:2', 'src/open.ts:1', 'src/track.py:1']);
  });

  it('knows the constants of a file that was open before it was read', async () => {
    folder.put('src/codes.ts', "export enum ShopError { Declined = 'CARD_DECLINED', Stock = 'OUT_OF_STOCK' }\n");
    const use = "import { ShopError } from './codes';\nswitch (err.code) {\n  case ShopError.Declined: break;\n}\n";
    folder.put('src/use.ts', use);
    client = await startClient({ folders: [folder.root] });
    await client.open(folder.uri('src/codes.ts'), readFileSync(path.join(folder.root, 'src/codes.ts'), 'utf8'));
    await client.open(folder.uri('src/open.ts'), "if (err.code === 'CARD_DECLINED') {}\n");
    await waitForPlaces(['src/handle.ts:2', 'src/use.ts:3', 'src/open.ts:1', 'src/codes.ts:1', 'src/track.py:1']);
    await client.open(folder.uri('src/use.ts'), use);
    assert.equal((await client.pull(folder.uri('src/use.ts'))).length, 1);
    // Text typed there counts as soon as it is saved.
    await client.change(folder.uri('src/codes.ts'), 2, "export enum ShopError { Declined = 'OUT_OF_STOCK' }\n");
    await client.connection.sendNotification('textDocument/didSave', { textDocument: { uri: folder.uri('src/codes.ts') } });
    await waitForPlaces(['src/handle.ts:2', 'src/open.ts:1', 'src/track.py:1']);
  });
});
