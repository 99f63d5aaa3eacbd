import assert from 'node:assert/strict';
import { runCommand } from './support/runCommand.ts';
import { shopCatalogue, shopSite } from './support/shop.ts';
import { createTestFolder, startClient, waitFor } from './support/testClient.ts';

describe('files that cannot be looked into', function () {
  this.timeout(60_000);
  let folder: ReturnType<typeof createTestFolder>;
  beforeEach(() => {
    folder = createTestFolder();
    folder.put('shop.error-codes.yaml', shopCatalogue('CARD_DECLINED', 'OUT_OF_STOCK'));
    folder.put('src/pay.ts', shopSite('CARD_DECLINED'));
    folder.put('src/binary.ts', `\0${shopSite('CARD_DECLINED')}`);
  });
  afterEach(() => folder.remove());

  it('are named once in the editor, and no more when they can be read', async () => {
    const client = await startClient({ folders: [folder.root] });
    try {
      let notices: readonly string[] = [];
      client.connection.onNotification('$/apiErrorCodes/status', (status: { notices: readonly string[] }) => {
        notices = status.notices;
      });
      const named = 'Left out of the workspace index: src/binary.ts is not text.';
      await waitFor('the notice', () => notices.includes(named));
      // The others are known all the same.
      await client.connection.sendRequest('apiErrorCodes/coverage', { refresh: true });
      await waitFor('the notice again', () => notices.includes(named));
      assert.equal(client.logged.filter((message) => message === named).length, 1);
      folder.put('src/binary.ts', shopSite('CARD_DECLINED'));
      const changes = [{ uri: folder.uri('src/binary.ts'), type: 2 }];
      await client.connection.sendNotification('workspace/didChangeWatchedFiles', { changes });
      await waitFor('no notice', () => notices.length === 0);
    } finally {
      await client.stop();
    }
  });

  it('are counted where there are many', async () => {
    for (const name of ['a', 'b', 'c', 'd']) folder.put(`src/${name}.ts`, `\0${shopSite('CARD_DECLINED')}`);
    const client = await startClient({ folders: [folder.root] });
    try {
      const counted =
        /^Left out of the workspace index: src\/a\.ts is not text; src\/b\.ts is not text; src\/binary\.ts is not text; and 2 more\.$/;
      const seen: string[] = [];
      client.connection.onNotification('$/apiErrorCodes/status', ({ notices }: { notices: readonly string[] }) => {
        seen.push(...notices);
      });
      await waitFor('the count', () => seen.some((notice) => counted.test(notice)));
    } finally {
      await client.stop();
    }
  });

  it('are skipped in check and coverage, which look into the others', async () => {
    for (const command of ['check', 'coverage']) {
      const { out, error } = await runCommand([command, '--no-builtin', '--format', 'json'], folder.root);
      const { skipped } = JSON.parse(out) as { skipped: unknown };
      assert.deepEqual(skipped, [{ file: 'src/binary.ts', reason: 'is not text' }], command);
      assert.equal(error, 'src/binary.ts: is not text\n');
      assert.match(out, /src\/pay\.ts/);
    }
  });
});
