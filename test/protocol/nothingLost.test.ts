import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { linkSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import type { LogSearchProgress } from '../../server/src/service/requests/logSearch.ts';
import { lookInEngines, useEngine } from './support/lookInEngines.ts';
import { runCommand } from './support/runCommand.ts';
import { shopCatalogue, shopSite } from './support/shop.ts';
import { createTestFolder, startClient, type TestClient, waitFor } from './support/testClient.ts';
import { useEngineServer } from './support/useEngineServer.ts';
import { id } from './support/useLogFolder.ts';

const line = `2026-05-04T12:00:00Z ERROR failed ${id}\n`;

describe('nothing is lost without a word', function () {
  this.timeout(30_000);
  const server = useEngineServer();
  let folder: ReturnType<typeof createTestFolder>;
  let client: TestClient | undefined;
  beforeEach(() => (folder = createTestFolder()));
  afterEach(async () => {
    await client?.stop();
    client = undefined;
    folder.remove();
  });

  it('shows what files held while an engine still works', async () => {
    folder.put('app.log', line);
    let answer: (() => void) | undefined;
    server.answerWith((_, response) => (answer = () => void response.end(JSON.stringify({ data: { result: [] } }))));
    const told: LogSearchProgress[] = [];
    const engine = useEngine({ type: 'loki', fields: 'none', days: 1, url: server.address });
    const search = lookInEngines(folder.root, [engine], { onProgress: (progress) => void told.push(progress) });
    await waitFor('the record of the file', () => told.some(({ records }) => records.length === 1));
    await waitFor('the question', () => answer);
    answer?.();
    assert.equal((await search).records.length, 1);
  });

  it('has each record once, with any names for its file', async function () {
    if (process.platform === 'win32') this.skip();
    const log = folder.put('app.log', line);
    linkSync(log, path.join(folder.root, 'app.log.1'));
    const { code, out } = await runCommand(['lookup', id, '--format', 'json'], folder.root);
    const { records } = JSON.parse(out) as { records: unknown[] };
    assert.deepEqual([code, records.length], [0, 1]);
  });

  it('names pipes that have the name of a log, and waits for none', async function () {
    if (process.platform === 'win32') this.skip();
    folder.put('app.log', line);
    assert.equal(spawnSync('mkfifo', ['pipe.log', 'other'], { cwd: folder.root }).status, 0);
    const { code, error } = await runCommand(['lookup', id], folder.root);
    assert.deepEqual([code, error], [2, 'pipe.log: It is a pipe, a socket or a device.\n']);
  });

  it('waits for no pipe that has the name of a source', async function () {
    if (process.platform === 'win32') this.skip();
    folder.put('shop.error-codes.yaml', shopCatalogue('CARD_DECLINED', 'CARD_EXPIRED'));
    folder.put('src/a.ts', shopSite('CARD_DECLINED'));
    assert.equal(spawnSync('mkfifo', ['src/b.ts'], { cwd: folder.root }).status, 0);
    const { code, out } = await runCommand(['check'], folder.root);
    assert.deepEqual([code, /src\/a\.ts/.test(out)], [1, true], out);
  });

  it('reports that there is more after compressed data', async () => {
    const packed = gzipSync(`${randomBytes(150_000).toString('hex')}
${line}`);
    folder.put('app.log.gz', Buffer.concat([packed, Buffer.alloc(10_000), Buffer.from('junk')]));
    const { code, error } = await runCommand(['lookup', '4b1c7e6e-0000-4000-8000-000000000000', 'app.log.gz'], folder.root);
    assert.deepEqual([code, /There is more data after the end/.test(error)], [2, true], error);
  });

  it('reports in the editor a broken catalogue that is not open', async () => {
    folder.put('shop.error-codes.yaml', `${shopCatalogue('CARD_DECLINED')}  - code: 7\n    nonsense: yes\n`);
    client = await startClient({ folders: [folder.root] });
    const said: string[] = [];
    client.connection.onNotification(
      '$/apiErrorCodes/status',
      ({ notices }: { notices: string[] }) => void said.push(...notices),
    );
    await waitFor('a notice', () =>
      said.some((notice) => /^shop\.error-codes\.yaml is read only in part: line \d+: /.test(notice)),
    );
  });

  it('sees an API with any number of hosts, and any text in one of them', async () => {
    const hosts = Array.from({ length: 12_000 }, (_, index) => `    - h${index}.shop.example\n`).join('');
    const detect = `detect:\n  names: [shop-sdk]\n  hosts:\n    - "a\\0b.example"\n${hosts}`;
    folder.put('shop.error-codes.yaml', shopCatalogue('CARD_DECLINED', 'OUT_OF_STOCK').replace('codes:\n', `${detect}codes:\n`));
    folder.put('a.ts', shopSite('CARD_DECLINED', 'CARD_DECLINED'));
    folder.put('b.ts', "import shop from 'shop-sdk';\n");
    const { code, out } = await runCommand(['check', '.'], folder.root);
    assert.deepEqual([code, /CARD_DECLINED is handled already/.test(out)], [1, true], out);
  });

  it('does not answer an excerpt of a pipe, and goes on', async function () {
    if (process.platform === 'win32') this.skip();
    assert.equal(spawnSync('mkfifo', ['pipe.log'], { cwd: folder.root }).status, 0);
    client = await startClient({ folders: [folder.root] });
    const excerpt: unknown = await client.connection.sendRequest('apiErrorCodes/excerpt', {
      uri: folder.uri('pipe.log'),
      offset: 0,
      line: 1,
    });
    assert.equal(excerpt, null);
  });
});
