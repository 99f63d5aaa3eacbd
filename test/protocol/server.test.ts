import assert from 'node:assert/strict';
import path from 'node:path';
import { type CodeAction, type CompletionItem, type CompletionList, type Hover, type Location } from 'vscode-languageserver/node';
import { waitFor } from './support/testClient.ts';
import { switchText, useServer } from './support/useServer.ts';

describe('the server', function () {
  this.timeout(30_000);
  const own = useServer();
  const { start, putClient } = own;

  it('announces what it does, in UTF-16', async () => {
    const { capabilities } = await start();
    assert.equal(capabilities['positionEncoding'], 'utf-16');
    for (const feature of [
      'hoverProvider',
      'completionProvider',
      'codeActionProvider',
      'codeLensProvider',
      'inlayHintProvider',
      'definitionProvider',
      'documentHighlightProvider',
      'diagnosticProvider',
      'documentLinkProvider',
      'semanticTokensProvider',
    ]) {
      assert.ok(capabilities[feature], feature);
    }
  });

  it('finds the workspace’s evidence on disk, and answers pulls', async () => {
    putClient();
    const { open, pull } = await start();
    const uri = own.folder.uri('src/handle.ts');
    await open(uri, switchText);
    const [diagnostic] = await pull(uri);
    assert.equal(diagnostic?.code, 'unhandled-code');
    assert.match(JSON.stringify(diagnostic.message), /Checked because this workspace calls api.pikzels.com/);
    assert.deepEqual(diagnostic.range, { start: { line: 0, character: 0 }, end: { line: 0, character: 17 } });
    assert.match(diagnostic.codeDescription?.href ?? '', /^file:.*docs\/rules\/unhandled-code\.md$/);
    assert.equal((diagnostic.data as { codes: string[] }).codes.length, 29);
  });

  it('shows nothing of git-ignored files, prose and lock files', async () => {
    own.folder.put('package.json', '{"name":"x"}');
    own.folder.put('.git/HEAD', 'ref: refs/heads/main');
    own.folder.put('.gitignore', 'generated/');
    own.folder.put('generated/api.ts', "'https://api.pikzels.com'");
    own.folder.put('README.md', 'We like api.pikzels.com');
    own.folder.put('package-lock.json', '{"pikzels":1}');
    const { open, pull } = await start();
    await open(own.folder.uri('src/handle.ts'), switchText);
    assert.deepEqual(await pull(own.folder.uri('src/handle.ts')), []);
  });

  it('pushes to clients that do not pull, also after the workspace has changed', async () => {
    own.folder.put('package.json', '{"name":"x"}');
    const { open, connection, pushed } = await start({ capabilities: {} });
    const uri = own.folder.uri('src/handle.ts');
    await open(uri, switchText);
    await waitFor('empty diagnostics', () => pushed.get(uri)?.length === 0);
    const file = own.folder.put('src/api.ts', "'https://api.pikzels.com'");
    await connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: own.folder.uri(path.basename(file)), type: 1 }],
    });
    await waitFor('a diagnostic', () => pushed.get(uri)?.length === 1);
    await connection.sendNotification('textDocument/didClose', { textDocument: { uri } });
    await waitFor('diagnostics taken back', () => pushed.get(uri)?.length === 0);
  });

  it('hovers, completes, resolves, fixes, goes to the definition and highlights', async () => {
    putClient();
    const { open, connection } = await start();
    const uri = own.folder.uri('src/handle.ts');
    await open(uri, `// 😀 before\n${switchText}`);
    const textDocument = { uri };
    const position = { line: 2, character: 12 };
    const hover = await connection.sendRequest<Hover>('textDocument/hover', { textDocument, position });
    assert.match((hover.contents as { value: string }).value, /402 Payment Required/);
    assert.deepEqual(hover.range, { start: { line: 2, character: 8 }, end: { line: 2, character: 28 } });
    const list = await connection.sendRequest<CompletionList>('textDocument/completion', { textDocument, position });
    const [first] = list.items;
    assert.equal(first?.label, 'INSUFFICIENT_CREDITS');
    const resolved = await connection.sendRequest<CompletionItem>('completionItem/resolve', first);
    assert.match((resolved.documentation as { value: string }).value, /API balance is too low/);
    const range = { start: { line: 1, character: 0 }, end: { line: 1, character: 0 } };
    const actions = await connection.sendRequest<CodeAction[]>('textDocument/codeAction', {
      textDocument,
      range,
      context: { diagnostics: [] },
    });
    const add = actions.find(({ isPreferred }) => isPreferred);
    assert.equal(add?.title, 'Add all 29 missing cases');
    assert.equal(add.diagnostics?.[0]?.code, 'unhandled-code');
    assert.ok(!actions.some(({ command }) => command), 'a command for a client that does not know it');
    const [definition] = await connection.sendRequest<Location[]>('textDocument/definition', { textDocument, position });
    assert.match(definition?.uri ?? '', /catalogues\/pikzels\.yaml$/);
    assert.equal(
      (await connection.sendRequest<unknown[]>('textDocument/documentHighlight', { textDocument, position })).length,
      1,
    );
    const [lens] = await connection.sendRequest<{ command: { title: string } }[]>('textDocument/codeLens', { textDocument });
    assert.equal(lens?.command.title, '2 of 31 Pikzels API error codes handled');
  });

  it('follows settings by resource, and names values of the wrong type', async () => {
    putClient();
    own.folder.put('other/package.json', '{}');
    const { open, pull, logged, connection } = await start({
      capabilities: { textDocument: { diagnostic: {}, inlayHint: {} }, workspace: { configuration: true } },
      configuration: (uri) =>
        uri?.includes('quiet')
          ? { severity: { 'unhandled-code': 'off' } }
          : {
              severity: { 'unhandled-code.switch': 'error', nonsense: 'off', 'wrong-status': 7 },
              codeLens: { enabled: 'no' },
              limits: 3,
            },
    });
    await open(own.folder.uri('src/quiet.ts'), switchText);
    assert.deepEqual(await pull(own.folder.uri('src/quiet.ts')), []);
    await open(own.folder.uri('src/loud.ts'), switchText);
    assert.equal((await pull(own.folder.uri('src/loud.ts')))[0]?.severity, 1);
    await waitFor('the problems in the log', () => logged.length >= 3);
    assert.deepEqual(logged.filter((line) => line.startsWith('apiErrorCodes')).sort(), [
      'apiErrorCodes.codeLens.enabled must be true or false; the default stays in force.',
      'apiErrorCodes.severity names an unknown rule "nonsense".',
      'apiErrorCodes.severity.wrong-status must be one of default, error, warning, information, hint, off; the default stays in force.',
    ]);
    void connection;
  });

  it('names what is wrong in a configuration file once, with its place', async () => {
    putClient();
    own.folder.put('api-error-codes.yaml', 'limits: { fileSize: small }\n');
    const { open, pull, logged } = await start();
    await open(own.folder.uri('src/handle.ts'), switchText);
    await pull(own.folder.uri('src/handle.ts'));
    await waitFor('the problem in the log', () => logged.length > 0);
    assert.deepEqual(
      logged.filter((line) => line.includes('fileSize')),
      ['api-error-codes.yaml:1:11: apiErrorCodes.limits.fileSize must be a number from 1; the default stays in force.'],
    );
  });

  it('switches a catalogue off', async () => {
    putClient();
    const { open, pull, connection } = await start({
      initializationOptions: { settings: { catalogues: { pikzels: { enabled: false } } } },
    });
    const uri = own.folder.uri('src/handle.ts');
    await open(uri, switchText);
    assert.deepEqual(await pull(uri), []);
    assert.equal(
      await connection.sendRequest('textDocument/hover', { textDocument: { uri }, position: { line: 1, character: 12 } }),
      null,
    );
  });

  it('answers untitled documents, notebook cells and virtual files, never the old side of a diff', async () => {
    const { open, pull } = await start();
    for (const uri of ['untitled:Untitled-1', 'vscode-notebook-cell:/a.ipynb#1', 'vscode-vfs://github/a/b/src/x.ts']) {
      await open(uri, `// pikzels\n${switchText}`);
      assert.equal((await pull(uri)).length, 1, uri);
    }
  });

  it('uses the language of the editor', async () => {
    putClient();
    const { open, connection } = await start({
      initializationOptions: {
        translations: { 'Ignore here': 'Hier nicht melden', 'Add all {0} missing cases': 'Alle {0} fehlenden Fälle' },
      },
    });
    const uri = own.folder.uri('src/handle.ts');
    await open(uri, switchText);
    const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
    const actions = await connection.sendRequest<CodeAction[]>('textDocument/codeAction', {
      textDocument: { uri },
      range,
      context: { diagnostics: [] },
    });
    const titles = actions.map(({ title }) => title);
    assert.ok(
      titles.includes('Hier nicht melden') && titles.includes('Alle 29 fehlenden Fälle') && titles.includes('Add a default case'),
      titles.join(' | '),
    );
  });

  it('explains codes', async () => {
    const { connection } = await start();
    const { markdown } = await connection.sendRequest<{ markdown: string }>('apiErrorCodes/explain', { code: 'CONFLICT' });
    assert.match(markdown, /409 Conflict/);
    assert.deepEqual(await connection.sendRequest('apiErrorCodes/explain', { code: 'NO_SUCH' }), { codes: [] });
  });

  it('exits with code 0 when the client asks for it', async () => {
    const { connection, process: child } = await start();
    const ended = new Promise((resolve) => child.once('exit', resolve));
    await connection.sendRequest('shutdown');
    await connection.sendNotification('exit');
    assert.equal(await ended, 0);
  });

  it('is also what the command line starts', async () => {
    putClient();
    const { open, pull } = await start({ command: [path.resolve('dist/cli.cjs'), 'lsp', '--stdio'] });
    await open(own.folder.uri('src/handle.ts'), switchText);
    assert.equal((await pull(own.folder.uri('src/handle.ts'))).length, 1);
  });
});
