import assert from 'node:assert/strict';
import { renameSync } from 'node:fs';
import path from 'node:path';
import type { StatusParams } from '../../server/src/protocol/protocol.ts';
import { runCommand } from './support/runCommand.ts';
import { createTestFolder, startClient, type TestClient, waitFor } from './support/testClient.ts';

const catalogue = (title: string, ...codes: string[]): string =>
  `id: shop\ntitle: ${title}\ncodes:\n${codes.map((code) => `  - { code: ${code}, status: 402, cause: Bad }\n`).join('')}`;
const site = "switch (err.code) {\n  case 'CARD_DECLINED': break;\n}\n";

describe('catalogues with the same id', function () {
  this.timeout(30_000);
  let folder: ReturnType<typeof createTestFolder>;
  let client: TestClient | undefined;
  beforeEach(() => {
    folder = createTestFolder();
    for (const [name, code] of [
      ['a', 'OUT_OF_STOCK'],
      ['b', 'CART_EMPTY'],
    ] as const) {
      folder.put(`${name}/package.json`, '{}');
      folder.put(`${name}/shop.error-codes.yaml`, catalogue(`Shop ${name}`, 'CARD_DECLINED', code));
      folder.put(`${name}/pay.ts`, site);
    }
  });
  afterEach(async () => {
    await client?.stop();
    client = undefined;
    folder.remove();
  });

  it('each apply to their own workspace folder', async () => {
    client = await startClient({ folders: ['a', 'b'].map((name) => path.join(folder.root, name)) });
    const notices: string[] = [];
    client.connection.onNotification('$/apiErrorCodes/status', (status: StatusParams) => void notices.push(...status.notices));
    const said: string[] = [];
    for (const name of ['a', 'b']) {
      await client.open(folder.uri(`${name}/pay.ts`), site);
      for (const { message } of await client.pull(folder.uri(`${name}/pay.ts`)))
        said.push(typeof message === 'string' ? (message.split(' is not')[0] ?? '') : '');
    }
    assert.deepEqual(said, ['The Shop a error code OUT_OF_STOCK (402)', 'The Shop b error code CART_EMPTY (402)']);
    assert.deepEqual(notices, []);
  });

  it('are named when one hides another in a folder, in the editor and on the command line', async () => {
    const sentence = 'a/shop.error-codes.yaml and b/shop.error-codes.yaml have the same id, shop: only the second one is used.';
    const { code, error } = await runCommand(['check'], folder.root);
    assert.deepEqual([code, error], [2, `${sentence}\n`]);
    client = await startClient({ folders: [folder.root] });
    const notices: string[] = [];
    client.connection.onNotification('$/apiErrorCodes/status', (status: StatusParams) => void notices.push(...status.notices));
    await client.open(folder.uri('a/pay.ts'), site);
    await client.pull(folder.uri('a/pay.ts'));
    await waitFor('the notice', () => notices.includes(sentence));
    // A copy, as in a second checkout, hides nothing.
    folder.put('b/shop.error-codes.yaml', `# copy\n${catalogue('Shop a', 'CARD_DECLINED', 'OUT_OF_STOCK')}`);
    assert.deepEqual((await runCommand(['check'], folder.root)).error, '');
    // A catalogue that is also named on the command line is the same one.
    renameSync(path.join(folder.root, 'b/shop.error-codes.yaml'), path.join(folder.root, 'b/shop.yaml'));
    const once = await runCommand(['check', '--catalogue', 'a/shop.error-codes.yaml', 'a'], folder.root);
    assert.deepEqual([once.code, once.error], [1, '']);
  });
});
