import assert from 'node:assert/strict';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { useServer } from './support/useServer.ts';
import { waitFor } from './support/testClient.ts';

const requestId = '3f8e2a94-6b1d-4c57-9e20-d4a7b85c1f36';

describe('commands for any editor', function () {
  this.timeout(60_000);
  const own = useServer();
  const showing = { window: { showDocument: { support: true } } };

  /** Starts the server, and notes the documents that it asks to show. */
  const start = async (capabilities: object = showing) => {
    own.putClient();
    own.folder.put(
      'src/pay.ts',
      "switch (err.code) {\n  case 'INSUFFICIENT_CREDITS': break;\n  case 'TITLE_TIMEOUT': break;\n}\n",
    );
    own.folder.put(
      'logs/app.log',
      `2026-01-02T03:04:05Z ERROR code=INSUFFICIENT_CREDITS request_id=${requestId} token=sk_live_51HxyzABCDEFGHIJKLMNOP\n`,
    );
    const client = await own.start({ capabilities });
    const shown: string[] = [];
    client.connection.onRequest('window/showDocument', ({ uri }: { uri: string }) => {
      shown.push(uri);
      return { success: true };
    });
    const run = (command: string, ...args: readonly unknown[]) =>
      client.connection.sendRequest<string | null>('workspace/executeCommand', { command, arguments: args });
    return { ...client, run, shown };
  };

  it('look a request up, and show the report without secrets as a document', async () => {
    const { run, shown, capabilities } = await start();
    assert.deepEqual(capabilities['executeCommandProvider'], {
      commands: ['apiErrorCodes.lookUp', 'apiErrorCodes.explain', 'apiErrorCodes.coverage'],
    });
    const report = await run('apiErrorCodes.lookUp', requestId);
    assert.match(report ?? '', /Error code: `INSUFFICIENT_CREDITS`/);
    assert.doesNotMatch(report ?? '', /sk_live_51/);
    assert.equal(shown.length, 1);
    const file = fileURLToPath(shown[0] ?? '');
    assert.equal(readFileSync(file, 'utf8'), report);
    if (process.platform !== 'win32') assert.equal(statSync(file).mode & 0o777, 0o600);
    assert.match(
      (await run('apiErrorCodes.lookUp', 'nowhere-1')) ?? '',
      /^No log record contains nowhere-1; 1 file was searched\.$/,
    );
  });

  it('explain codes, and say what is handled', async () => {
    const { run, shown } = await start();
    assert.match((await run('apiErrorCodes.explain', 'TITLE_TIMEOUT')) ?? '', /504 Gateway Timeout · Pikzels API/);
    assert.match(
      (await run('apiErrorCodes.explain', '../../x')) ?? '',
      /^No loaded catalogue has the error code \.\.\/\.\.\/x\.$/,
    );
    assert.match((await run('apiErrorCodes.coverage')) ?? '', /^## Pikzels API\n\n2 of 31 error codes are handled\./);
    assert.match((await run('apiErrorCodes.coverage', 'shop')) ?? '', /^No such catalogue is in use here; there are: pikzels\.$/);
    assert.deepEqual(
      shown.map((uri) => decodeURIComponent(uri).split('/').at(-1)),
      ['TITLE_TIMEOUT.md', '..-..-x.md', 'Coverage.md', 'shop.md'],
    );
  });

  it('answer clients that show no documents, and refuse what they do not know', async () => {
    const { run, shown } = await start({});
    assert.match((await run('apiErrorCodes.explain', 'TITLE_TIMEOUT')) ?? '', /Pikzels API/);
    assert.deepEqual(shown, []);
    await assert.rejects(run('apiErrorCodes.explain'), /takes a text as its only argument/);
    await assert.rejects(run('apiErrorCodes.format', 'x'), /There is no command apiErrorCodes\.format/);
  });

  it('leave no file behind', async () => {
    const { run, shown, connection, process: server } = await start();
    await run('apiErrorCodes.explain', 'TITLE_TIMEOUT');
    const file = fileURLToPath(shown[0] ?? '');
    assert.ok(existsSync(file));
    await connection.sendRequest('shutdown');
    await connection.sendNotification('exit');
    await waitFor('the end of the server', () => server.exitCode !== null || server.signalCode !== null, 30_000);
    assert.ok(!existsSync(file));
  });

  it('are not announced to the editor whose extension has its own', async () => {
    own.putClient();
    const { capabilities } = await own.start({ initializationOptions: { commandLinks: true } });
    assert.equal(capabilities['executeCommandProvider'], undefined);
  });
});
