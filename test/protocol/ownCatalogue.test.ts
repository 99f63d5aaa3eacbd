import assert from 'node:assert/strict';
import type { Hover } from 'vscode-languageserver/node';
import { runCommand } from './support/runCommand.ts';
import { createTestFolder, startClient, type TestClient } from './support/testClient.ts';

const catalogue = (codes: readonly string[]): string =>
  `id: shop\ntitle: Shop API\ncodes:\n${codes.map((code) => `  - code: ${code}\n    status: 402\n    cause: ${code} happened\n`).join('')}`;
const site = "switch (err.code) {\n  case 'CARD_DECLINED': break;\n}\n";

describe('a catalogue of the user’s own, in the workspace', function () {
  this.timeout(30_000);
  let folder: ReturnType<typeof createTestFolder>;
  let client: TestClient | undefined;

  beforeEach(() => {
    folder = createTestFolder();
    folder.put('package.json', '{}');
    folder.put('docs/shop.error-codes.yaml', catalogue(['CARD_DECLINED', 'OUT_OF_STOCK']));
  });
  afterEach(async () => {
    await client?.stop();
    client = undefined;
    folder.remove();
  });

  it('shows its API there: hover and checks know its codes', async () => {
    client = await startClient({ folders: [folder.root] });
    const uri = folder.uri('src/handle.ts');
    await client.open(uri, site);
    const [diagnostic] = await client.pull(uri);
    assert.match(JSON.stringify(diagnostic?.message), /The Shop API error code OUT_OF_STOCK \(402\) is not handled/);
    const hover = await client.connection.sendRequest<Hover>('textDocument/hover', {
      textDocument: { uri },
      position: { line: 1, character: 12 },
    });
    assert.match(JSON.stringify(hover.contents), /CARD_DECLINED happened/);
  });

  it('takes effect as it is edited; broken, its last good version stays, with the problem at its place', async () => {
    client = await startClient({ folders: [folder.root] });
    const uri = folder.uri('src/handle.ts');
    const own = folder.uri('docs/shop.error-codes.yaml');
    await client.open(uri, site);
    assert.equal((await client.pull(uri)).length, 1);
    await client.open(own, catalogue(['CARD_DECLINED', 'OUT_OF_STOCK']), 'yaml');
    assert.deepEqual(await client.pull(own), []);
    await client.change(own, 2, catalogue(['CARD_DECLINED']));
    assert.deepEqual(await client.pull(uri), []);
    await client.change(own, 3, `${catalogue(['CARD_DECLINED', 'OUT_OF_STOCK'])}    status: 7000\n`);
    const [problem] = await client.pull(own);
    assert.equal(problem?.code, 'catalogue-error');
    assert.deepEqual(await client.pull(uri), []);
  });

  it('is found by the command line too, which names what is wrong in it', async () => {
    folder.put('src/handle.ts', site);
    const { code, out } = await runCommand(['check', '--format', 'json'], folder.root);
    assert.equal(code, 1);
    assert.deepEqual(
      (JSON.parse(out) as { findings: { catalogue: string; codes: string[] }[] }).findings.map(({ catalogue: id, codes }) => [
        id,
        codes,
      ]),
      [['shop', ['OUT_OF_STOCK']]],
    );
    folder.put('docs/bad.error-codes.json', '{"id":"bad","title":"Bad","codes":[{"code":"A B","cause":"x"}]}');
    const bad = await runCommand(['check'], folder.root);
    assert.equal(bad.code, 2);
    assert.match(bad.error, /^docs\/bad\.error-codes\.json:1:44: catalogue-error: codes\.0\.code must be/m);
  });
});
