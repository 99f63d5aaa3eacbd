import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { symlinkSync } from 'node:fs';
import path from 'node:path';
import { type Hover, ResponseError } from 'vscode-languageserver/node';
import { URI } from 'vscode-uri';
import { shopCatalogue, shopSite } from './support/shop.ts';
import { type TestClient, waitFor } from './support/testClient.ts';
import { switchText, useServer } from './support/useServer.ts';

/** Says that it can do everything that the server may ask for. */
const capabilities = {
  workspace: {
    configuration: true,
    workspaceFolders: true,
    didChangeConfiguration: { dynamicRegistration: true },
    didChangeWatchedFiles: { dynamicRegistration: true },
    codeLens: { refreshSupport: true },
    semanticTokens: { refreshSupport: true },
    diagnostics: { refreshSupport: true },
  },
  window: { workDoneProgress: true },
  textDocument: { diagnostic: {} },
};

describe('the server and what it talks to', function () {
  this.timeout(30_000);
  const own = useServer();
  const { start, putClient } = own;

  const hoverAt = (client: TestClient, uri: string, line: number, character: number) =>
    client.connection.sendRequest<Hover | null>('textDocument/hover', {
      textDocument: { uri },
      position: { line, character },
    });
  /** Whether a document that is opened now is hovered and diagnosed. */
  const assertAnswers = async (client: TestClient): Promise<void> => {
    const uri = own.folder.uri('src/handle.ts');
    await client.open(uri, switchText);
    assert.equal((await client.pull(uri)).length, 1);
    assert.ok(await hoverAt(client, uri, 1, 10));
  };

  for (const [name, refusal] of [
    ['as methods that it does not know', new ResponseError<void>(-32601, 'method not found')],
    ['with another error', new ResponseError<void>(-32603, 'not here')],
  ] as const) {
    it(`goes on when a client refuses its requests ${name}`, async () => {
      putClient();
      own.folder.put('shop.error-codes.yaml', shopCatalogue('CARD_DECLINED'));
      const client = await start({ capabilities, refusal });
      await assertAnswers(client);
      const changed = own.folder.put('shop.error-codes.yaml', shopCatalogue('CARD_DECLINED', 'CARD_EXPIRED'));
      await client.connection.sendNotification('workspace/didChangeWatchedFiles', {
        changes: [{ uri: URI.file(changed).toString(), type: 2 }],
      });
      const asked = ['client/registerCapability', 'workspace/configuration', 'workspace/diagnostic/refresh'];
      for (const method of [...asked, 'workspace/codeLens/refresh', 'workspace/semanticTokens/refresh'])
        await waitFor(method, () => client.refused.includes(method));
      await assertAnswers(client);
    });
  }

  it('takes rootUri without workspaceFolders, and needs no capabilities', async () => {
    own.folder.put('shop.error-codes.yaml', shopCatalogue('CARD_DECLINED', 'CARD_EXPIRED'));
    for (const initialize of [
      { rootUri: URI.file(own.folder.root).toString(), capabilities: { textDocument: { diagnostic: {} } } },
      { rootUri: URI.file(own.folder.root).toString() },
      { rootPath: own.folder.root, capabilities: {} },
    ]) {
      const client = await start({ initialize });
      const uri = own.folder.uri('a.ts');
      await client.open(uri, shopSite('CARD_DECLINED'));
      assert.ok(await hoverAt(client, uri, 1, 10), JSON.stringify(Object.keys(initialize)));
      await client.stop();
    }
  });

  it('keeps answering beside documents with odd addresses, and one without a text', async () => {
    putClient();
    const client = await start();
    const odd = ['file:////server/share/x.ts', 'file://server/share/x.ts', 'file:///%zz%.ts', '://', '', 'untitled:%', 'file:x'];
    for (const uri of odd) await client.open(uri, switchText);
    const { connection } = client;
    await connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri: own.folder.uri('none.ts'), languageId: 'typescript', version: 1 },
    });
    await connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri: 7, languageId: 'typescript', version: 1, text: 'x' },
    });
    await connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [...odd.map((uri) => ({ uri, type: 1 })), { type: 1 }, null],
    });
    await connection.sendNotification('workspace/didChangeWorkspaceFolders', {
      event: { added: odd.map((uri) => ({ uri, name: 'x' })), removed: [] },
    });
    await assertAnswers(client);
  });

  it('reports that a large document is not analysed, with any name', async () => {
    putClient();
    const client = await start();
    const said: string[] = [];
    client.connection.onNotification(
      '$/apiErrorCodes/status',
      ({ notices }: { notices: string[] }) => void said.push(...notices),
    );
    const uri = 'file:///tmp/100%.ts';
    await client.open(uri, `${switchText}// pikzels\n${'const x = 1;\n'.repeat(200_000)}`);
    await client.pull(uri);
    await waitFor('a notice', () => said.some((notice) => notice.startsWith('100%.ts is larger')));
    await assertAnswers(client);
  });

  it('follows changed files beside links that lead in a circle', async function () {
    if (process.platform === 'win32') this.skip();
    putClient();
    const client = await start();
    await assertAnswers(client);
    symlinkSync('circle', path.join(own.folder.root, 'circle'));
    own.folder.put('src/other.ts', switchText);
    await client.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: ['circle', 'circle/x.ts', 'src/other.ts'].map((name) => ({ uri: own.folder.uri(name), type: 1 })),
    });
    const deadline = Date.now() + 10_000;
    for (let found: readonly { readonly uri: string }[] = []; !found.some(({ uri }) => uri.endsWith('/other.ts')); ) {
      assert.ok(Date.now() < deadline, 'the new file is not known');
      found = await client.connection.sendRequest('textDocument/references', {
        textDocument: { uri: own.folder.uri('src/handle.ts') },
        position: { line: 1, character: 10 },
        context: { includeDeclaration: false },
      });
    }
  });

  it('ends with a plain sentence when messages have no length', async () => {
    const child = spawn(process.execPath, [path.resolve('dist/server.cjs'), '--stdio'], { stdio: 'pipe' });
    let error = '';
    child.stderr.setEncoding('utf8').on('data', (chunk: string) => (error += chunk));
    child.stdin.write('Content-Type: application/json\r\n\r\n{}\r\n\r\n');
    const [code] = (await once(child, 'close')) as [number | null];
    assert.equal(code, 2);
    assert.match(error, /^The language server ends: [^\n]*Content-Length[^\n]*\n$/);
  });
});
