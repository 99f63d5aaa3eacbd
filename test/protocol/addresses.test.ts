import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Location } from 'vscode-languageserver/node';
import { createTestFolder, startClient, type TestClient } from './support/testClient.ts';

const text = "switch (err.code) {\n  case 'CARD_DECLINED': break;\n}\n";

describe('files with odd names', function () {
  this.timeout(30_000);
  it('are one file, however the editor spells their addresses', async () => {
    const folder = createTestFolder();
    let client: TestClient | undefined;
    try {
      const root = path.join(folder.root, 'app (v2)');
      mkdirSync(root);
      folder.put('app (v2)/package.json', '{}');
      folder.put(
        'app (v2)/shop.error-codes.yaml',
        'id: shop\ntitle: Shop\ncodes:\n  - { code: CARD_DECLINED, cause: A }\n  - { code: SOLD_OUT, cause: B }\n',
      );
      folder.put('app (v2)/api-error-codes.yaml', 'limits: { fileSize: 1 }\n');
      folder.put('app (v2)/src/(pay)/a+b.ts', text);
      folder.put('app (v2)/src/large.ts', `${text}${'// long\n'.repeat(1000)}`);
      client = await startClient({ folders: [root] });
      // Unlike VS Code, Node leaves parentheses as they are.
      const uri = pathToFileURL(path.join(root, 'src/(pay)/a+b.ts')).href;
      const references = async (): Promise<readonly string[]> => {
        const found = await client?.connection.sendRequest<Location[]>('textDocument/references', {
          textDocument: { uri },
          position: { line: 1, character: 10 },
          context: { includeDeclaration: false },
        });
        const root = decodeURIComponent(folder.uri(''));
        return (found ?? []).map((place) => decodeURIComponent(place.uri).slice(root.length + 1));
      };
      await client.open(uri, '');
      await client.change(uri, 2, text);
      assert.deepEqual(await references(), ['app (v2)/src/(pay)/a+b.ts']);
    } finally {
      await client?.stop();
      folder.remove();
    }
  });
});
