import assert from 'node:assert/strict';
import type { Diagnostic, DocumentLink, Hover } from 'vscode-languageserver/node';
import type { TestClient } from './support/testClient.ts';
import { switchText, useServer } from './support/useServer.ts';

const id = '18b2ad5e-2a9e-4d3f-b9a8-9f2a1e0b1234';
const answer = `{
  "error": {
    "code": "INSUFFICIENT_CREDITS",
    "message": "API balance is too low"
  },
  "request_id": "${id}"
}
`;

describe('Documents that are no files', () => {
  const own = useServer();
  const rules = (found: readonly Diagnostic[]) => found.map(({ code }) => code);
  const hoverAt = async ({ connection }: TestClient, uri: string, text: string, word: string): Promise<string> => {
    const before = text.slice(0, text.indexOf(word) + 2).split('\n');
    const position = { line: before.length - 1, character: (before.at(-1) ?? '').length };
    const hover = await connection.sendRequest<Hover | null>('textDocument/hover', { textDocument: { uri }, position });
    return hover ? (hover.contents as { value: string }).value : '';
  };

  it('belong to the first folder: its evidence, settings and catalogues count for an untitled document', async () => {
    own.putClient();
    own.folder.put('api-error-codes.yaml', 'severity: { unhandled-code: error }\n');
    const client = await own.start();
    await client.open('untitled:Untitled-1', switchText);
    const [finding] = await client.pull('untitled:Untitled-1');
    assert.deepEqual([finding?.code, finding?.severity], ['unhandled-code', 1]);
  });

  it('belong to the folder of their notebook, and a cell knows what the others show', async () => {
    own.folder.put('package.json', '{}');
    own.folder.put(
      'own.error-codes.yaml',
      'id: own\ntitle: Own API\ncodes:\n  - { code: OWN_LIMIT, status: 429, cause: Much }\n',
    );
    const client = await own.start();
    const cell = (name: string): string => `${own.folder.uri('work.ipynb').replace('file:', 'vscode-notebook-cell:')}#${name}`;
    await client.open(cell('two'), switchText.replaceAll('err', 'error'), 'typescript');
    assert.deepEqual(rules(await client.pull(cell('two'))), []);
    await client.open(cell('one'), "const base = 'https://api.pikzels.com';\n");
    assert.deepEqual(rules(await client.pull(cell('two'))), ['unhandled-code']);
    // A catalogue in the folder of the notebook shows its API in the notebook.
    const text = "if (err.code === 'OWN_LIMIT') wait();\n";
    await client.open(cell('three'), text);
    assert.match(await hoverAt(client, cell('three'), text, 'OWN_LIMIT'), /429 Too Many Requests · Own API/);
  });

  it('are explained like a record where they are an answer with an error', async () => {
    own.putClient();
    const client = await own.start({ initializationOptions: { commandLinks: true } });
    const http = `POST https://api.pikzels.com/v2/thumbnail HTTP/1.1\n\nHTTP/1.1 402 Payment Required\nX-Request-Id: ${id}\n\n${answer}`;
    for (const [uri, languageId, text] of [
      ['untitled:Untitled-1', 'json', answer],
      ['untitled:Untitled-2', 'plaintext', `< HTTP/1.1 402 Payment Required\n${answer}`],
      [own.folder.uri('try.http'), 'http', http],
    ] as const) {
      await client.open(uri, text, languageId);
      const hover = await hoverAt(client, uri, text, 'INSUFFICIENT_CREDITS');
      assert.match(hover, /402 Payment Required · Pikzels API/, languageId);
      assert.ok(hover.includes(`Request ID \`${id}\``), `${languageId}: ${hover}`);
      const links = await client.connection.sendRequest<DocumentLink[]>('textDocument/documentLink', { textDocument: { uri } });
      assert.ok(links.length > 0 && links.every(({ target }) => target?.includes(id)), languageId);
      assert.deepEqual(rules(await client.pull(uri)), [], languageId);
    }
  });

  it('have the request id of the headers of their own answer', async () => {
    own.putClient();
    const client = await own.start({ initializationOptions: { commandLinks: true } });
    const [first, second] = ['3f8e2a94-6b1d-4c57-9e20-d4a7b85c1f36', '77b1f0de-04aa-4e6c-8f51-c2a5d3e60b18'];
    const answerWith = (id: string, code: string) =>
      `HTTP/1.1 402 Payment Required\nX-Request-Id: ${id}\n\n{"error":{"code":"${code}"}}\n`;
    const text = `### One\nPOST https://api.pikzels.com/v2/x\n\n${answerWith(first, 'INSUFFICIENT_CREDITS')}\n### Two\n${answerWith(second, 'SMART_BALANCE_PAYMENT_FAILED')}`;
    const uri = own.folder.uri('both.http');
    await client.open(uri, text, 'http');
    const hovers = [
      await hoverAt(client, uri, text, 'INSUFFICIENT_CREDITS'),
      await hoverAt(client, uri, text, 'SMART_BALANCE_PAYMENT_FAILED'),
    ];
    assert.ok(hovers[0]?.includes(first) && !hovers[0].includes(second), hovers[0]);
    assert.ok(hovers[1]?.includes(second) && !hovers[1].includes(first), hovers[1]);
  });

  it('stay what they are where they are no answer', async () => {
    own.putClient();
    const client = await own.start({ initializationOptions: { commandLinks: true } });
    const text = `{ "ids": ["request_id=${id}"], "codes": ["INSUFFICIENT_CREDITS"] }\n`;
    await client.open('untitled:data', text, 'json');
    assert.deepEqual(
      await client.connection.sendRequest('textDocument/documentLink', { textDocument: { uri: 'untitled:data' } }),
      [],
    );
    assert.doesNotMatch(await hoverAt(client, 'untitled:data', text, 'INSUFFICIENT_CREDITS'), /Request ID/);
  });
});
