import assert from 'node:assert/strict';
import { CancellationTokenSource } from 'vscode-languageserver/node';
import { waitFor } from './support/testClient.ts';
import { switchText, useServer } from './support/useServer.ts';

describe('the server under stress', function () {
  this.timeout(30_000);
  const own = useServer();
  const { start, putClient } = own;

  it('keeps up with incremental changes', async () => {
    putClient();
    const { open, connection, pull } = await start();
    const uri = own.folder.uri('src/handle.ts');
    await open(uri, switchText);
    assert.equal((await pull(uri)).length, 1);
    await connection.sendNotification('textDocument/didChange', {
      textDocument: { uri, version: 2 },
      contentChanges: [
        { range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } }, text: '// error-codes: ignore\n' },
      ],
    });
    assert.deepEqual(await pull(uri), []);
  });

  it('answers cancelled requests, and goes on', async () => {
    putClient();
    const { open, pull, connection } = await start();
    const uri = own.folder.uri('src/handle.ts');
    await open(uri, switchText.repeat(500));
    const source = new CancellationTokenSource();
    const cancelled = connection.sendRequest(
      'textDocument/codeAction',
      {
        textDocument: { uri },
        range: { start: { line: 0, character: 0 }, end: { line: 1, character: 0 } },
        context: { diagnostics: [] },
      },
      source.token,
    );
    source.cancel();
    await cancelled.then(
      () => undefined,
      (error: { code?: number }) => assert.ok(error.code === -32800 || error.code === -32802, String(error.code)),
    );
    assert.equal((await pull(uri)).length, 500);
  });

  it('reports that there are more findings than it shows', async () => {
    putClient();
    const { open, pull, connection } = await start({ initializationOptions: { settings: { limits: { findings: 10 } } } });
    const said: string[] = [];
    connection.onNotification('$/apiErrorCodes/status', ({ notices }: { notices: string[] }) => void said.push(...notices));
    const uri = own.folder.uri('src/handle.ts');
    await open(uri, switchText.repeat(20));
    assert.equal((await pull(uri)).length, 10);
    await waitFor('a notice', () => said.some((notice) => /^handle.ts has 20 findings; the first 10 are shown/.test(notice)));
  });

  it('survives documents that are no code, unknown methods, wrong parameters and a folder that goes away', async () => {
    putClient();
    const { open, pull, connection } = await start();
    const uri = own.folder.uri('src/odd.ts');
    await open(uri, `\ud83d\u0000 'INSUFFICIENT_CREDITS ${'x'.repeat(3_000_000)}`);
    assert.deepEqual(await pull(uri), []);
    await assert.rejects(connection.sendRequest('textDocument/nonsense', {}));
    for (const params of [undefined, 7, { textDocument: 7 }, { textDocument: { uri }, position: 'here' }]) {
      await assert.rejects(connection.sendRequest('textDocument/hover', params), { code: -32602 });
    }
    await assert.rejects(connection.sendRequest('textDocument/inlayHint', { textDocument: { uri }, range: {} }), {
      code: -32602,
    });
    await assert.rejects(connection.sendRequest('apiErrorCodes/lookup', { requestId: 7 }), { code: -32602 });
    await assert.rejects(connection.sendRequest('apiErrorCodes/explain', 7), { code: -32602 });
    await connection.sendNotification('textDocument/didChange', { nonsense: true });
    own.folder.remove();
    await connection.sendNotification('workspace/didChangeWorkspaceFolders', {
      event: { added: [], removed: [{ uri: own.folder.uri(''), name: 'x' }] },
    });
    const other = 'untitled:Untitled-1';
    await open(other, `// pikzels\n${switchText}`);
    assert.equal((await pull(other)).length, 1);
  });

  it('survives invalid messages', async () => {
    putClient();
    const { open, pull, process: server } = await start();
    const send = (body: string): void => void server.stdin?.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
    send('{"half": ');
    send('[1, 2]');
    send('"text"');
    send('{"jsonrpc":"2.0","method":7}');
    const uri = own.folder.uri('src/handle.ts');
    await open(uri, switchText);
    assert.equal((await pull(uri)).length, 1);
  });
});
