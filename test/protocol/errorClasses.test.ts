import assert from 'node:assert/strict';
import { type CompletionList, type Hover, type Location, type SymbolInformation, SymbolKind } from 'vscode-languageserver/node';
import { runCommand } from './support/runCommand.ts';
import { createTestFolder, startClient, type TestClient } from './support/testClient.ts';

const catalogue = `id: shop
title: Shop API
codes:
  - { code: CARD_DECLINED, status: 402, cause: The card was declined }
  - { code: OUT_OF_STOCK, status: 409, cause: None are left }
classes:
  - { name: ShopError, in: { python: [shop], typescript: ['@shop/sdk'] } }
  - { name: CardError, in: { python: [shop], typescript: ['@shop/sdk'] }, extends: ShopError, codes: [CARD_DECLINED] }
  - { name: StockError, in: { python: [shop], typescript: ['@shop/sdk'] }, extends: ShopError, status: 409 }
  - { name: LateError, in: { python: [shop] }, extends: ShopError }
`;
const python = `import shop

try:
    pay()
except shop.CardError:
    ask()
except shop.StockError:
    wait()
`;
const script =
  "import { CardError } from '@shop/sdk';\n\nexport const isCard = (error: unknown) => error instanceof CardError;\n";

describe('error classes of a workspace', function () {
  this.timeout(30_000);
  let folder: ReturnType<typeof createTestFolder>;
  let client: TestClient | undefined;

  beforeEach(() => {
    folder = createTestFolder();
    folder.put('package.json', '{}');
    folder.put('shop.error-codes.yaml', catalogue);
    folder.put('src/pay.py', python);
    folder.put('src/card.ts', script);
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

  it('lead from a code in a log to the places that catch its class, and are found from each other', async () => {
    client = await startClient({ folders: [folder.root] });
    const log = folder.uri('logs/app.log');
    await client.open(log, '2026-01-02T03:04:05Z error code=CARD_DECLINED request_id=1\n', 'log');
    const uri = folder.uri('src/pay.py');
    await client.open(uri, python, 'python');
    const { connection } = client;
    const references = { ...at(uri, 4, 14), context: { includeDeclaration: false } };
    assert.deepEqual(names(await connection.sendRequest('textDocument/references', references)), [
      'src/card.ts:3',
      'src/pay.py:5',
    ]);
    const fromLog = await connection.sendRequest<Location[]>('textDocument/definition', at(log, 0, 34));
    assert.deepEqual(names(fromLog), ['src/card.ts:3', 'src/pay.py:5']);
    const hover = await connection.sendRequest<Hover>('textDocument/hover', at(log, 0, 34));
    assert.match(JSON.stringify(hover.contents), /caught in 2 places/);
    const list = await connection.sendRequest<CompletionList>('textDocument/completion', at(uri, 4, 12));
    assert.ok(list.items.some(({ label }) => label === 'shop.LateError'));
  });

  it('are reported and counted on the command line', async () => {
    const checked = await runCommand(['check', '--format', 'json', '--fail-on', 'hint'], folder.root);
    const { findings } = JSON.parse(checked.out) as { findings: { file: string; line: number; classes?: string[] }[] };
    assert.deepEqual(
      findings.map(({ file, line, classes }) => [file, line, classes]),
      [['src/pay.py', 5, ['LateError']]],
    );
    assert.equal(checked.code, 1);
    const { out } = await runCommand(['coverage', '--format', 'json'], folder.root);
    const { catalogues } = JSON.parse(out) as {
      catalogues: { handled: number; codes: { code: string; caught: { file: string; line: number }[] }[] }[];
    };
    assert.equal(catalogues[0]?.handled, 2);
    const caught = catalogues[0].codes.map(({ code, caught: places }) => [
      code,
      places.map(({ file, line }) => `${file}:${line}`),
    ]);
    assert.deepEqual(caught, [
      ['CARD_DECLINED', ['src/card.ts:3', 'src/pay.py:5']],
      ['OUT_OF_STOCK', ['src/pay.py:7']],
    ]);
  });

  it('are symbols of the workspace, and are explained by their names', async () => {
    client = await startClient({ folders: [folder.root] });
    const symbols = await client.connection.sendRequest<SymbolInformation[]>('workspace/symbol', { query: 'carderr' });
    assert.deepEqual(
      symbols.map(({ name, kind, location }) => [name, kind, location.range]),
      [['CardError', SymbolKind.Class, { start: { line: 7, character: 12 }, end: { line: 7, character: 21 } }]],
    );
    const explained = await client.connection.sendRequest<{ markdown?: string }>('apiErrorCodes/explain', {
      code: 'shop.CardError',
    });
    assert.match(explained.markdown ?? '', /\*\*CardError\*\*[\s\S]*CARD\\?_DECLINED/);
    const printed = await runCommand(['explain', 'StockError'], folder.root);
    assert.match(
      printed.out,
      /^StockError · 409 Conflict · Shop API\nAn error class below ShopError\.\nCovers: OUT_OF_STOCK \(409\)/,
    );
    const base = await runCommand(['explain', 'ShopError', '--format', 'json'], folder.root);
    assert.deepEqual(
      (JSON.parse(base.out) as { classes: { name: string; catalogue: string }[] }).classes.map(({ name, catalogue: id }) => [
        name,
        id,
      ]),
      [['ShopError', 'shop']],
    );
  });
});
