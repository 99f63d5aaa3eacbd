import assert from 'node:assert/strict';
import path from 'node:path';
import { catalogueSources } from '../../server/src/service/catalogue/sources/sources.ts';
import { createTestFolder, startClient } from '../protocol/support/testClient.ts';
import { documentRows } from './documentRows.ts';
import { initializationOptions, run, runFor, server } from './support/product.ts';

const site = "switch (err.code) {\n  case 'SHOP_CLOSED': break;\n}\n// api.shop.example\n";

describe('documents, read by the installed product', function () {
  this.timeout(30_000);
  let folder: ReturnType<typeof createTestFolder>;
  beforeEach(() => {
    folder = createTestFolder();
    folder.put('package.json', '{}');
  });
  afterEach(() => folder.remove());

  it('has a row for each ending of each source', () => {
    const missing = catalogueSources.flatMap(({ id, endings }) =>
      endings
        .filter((ending) => !documentRows.some(({ source, name }) => source === id && path.extname(name) === ending))
        .map((ending) => `${id} ${ending}`),
    );
    assert.deepEqual(missing, []);
  });

  for (const { source, name, text, shorter } of documentRows) {
    const about = `${name}${source === undefined ? '' : ` (${source})`}`;
    const isCatalogue = source === undefined;

    if (!isCatalogue)
      it(`${about}: import writes a catalogue with its codes`, async () => {
        folder.put(name, text);
        await runFor(0, folder.root, ['import', name, '--out', 'shop.error-codes.yaml']);
        const listed = JSON.parse(await runFor(0, folder.root, ['catalogue', 'list', '--no-builtin', '--format', 'json'])) as {
          catalogues: { codes: number }[];
        };
        assert.deepEqual(
          listed.catalogues.map(({ codes }) => codes),
          [2],
        );
        assert.match(await runFor(0, folder.root, ['explain', 'CARD_STOLEN']), /402/);
      });

    it(`${about}: --catalogue reads it in place`, async () => {
      folder.put(name, text);
      folder.put('use.ts', site);
      assert.match(await runFor(0, folder.root, ['explain', 'SHOP_CLOSED', '--catalogue', name, '--no-builtin']), /503/);
      const { findings } = JSON.parse(
        await runFor(1, folder.root, ['check', '--catalogue', name, '--no-builtin', '--format', 'json']),
      ) as { findings: { rule: string; codes: string[] }[] };
      assert.deepEqual(
        findings.flatMap(({ rule, codes }) => [rule, ...codes]),
        ['unhandled-code', 'CARD_STOLEN'],
      );
    });

    it(`${about}: a link in the folder's settings reads it in place`, async () => {
      folder.put(`docs/${name}`, text);
      folder.put(
        'api-error-codes.yaml',
        `catalogues:\n  shop: { path: docs/${name}, title: Shop API, hosts: [api.shop.example] }\n  pikzels: { enabled: false }\n`,
      );
      assert.match(await runFor(0, folder.root, ['explain', 'CARD_STOLEN']), /402/);
      folder.put('use.ts', site);
      const uri = folder.uri('use.ts');
      const client = await startClient({ command: [server, '--stdio'], folders: [folder.root], initializationOptions });
      try {
        await client.open(uri, site);
        const [finding] = await client.pull(uri);
        assert.match(JSON.stringify(finding?.message), /CARD_STOLEN \(402\)/);
      } finally {
        await client.stop();
      }
    });

    it(`${about}: catalogue diff, validate and generate read it`, async () => {
      folder.put(name, text);
      folder.put(`shorter/${name}`, shorter);
      assert.match(await runFor(1, folder.root, ['catalogue', 'diff', name, `shorter/${name}`]), /^- CARD_STOLEN \(402/m);
      const { stdout, stderr } = await run(folder.root, ['catalogue', 'validate', name]);
      assert.match(stdout + stderr, /2 (?:error )?codes/);
      assert.match(await runFor(0, folder.root, ['generate', 'typescript', name]), /CARD_STOLEN/);
    });
  }
});
