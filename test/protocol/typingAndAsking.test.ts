import assert from 'node:assert/strict';
import type { Hover } from 'vscode-languageserver';
import { waitFor } from './support/testClient.ts';
import { switchText, useServer } from './support/useServer.ts';

/** A text that takes the parser seconds, of a size that people open: nested brackets and comparisons without an end. */
const hostile = `switch (err.code) {\n  case 'INSUFFICIENT_CREDITS': break;\n}\n${"if (err.code === 'INSUFFICIENT_CREDITS') return f(1);\n".repeat(4_000)}`;

describe('the server while the user types', function () {
  this.timeout(60_000);
  const own = useServer();
  const { start, putClient } = own;
  const position = { line: 1, character: 12 };
  const range = { start: { line: 0, character: 0 }, end: { line: 3, character: 0 } };

  it('answers what is asked of versions in a burst', async () => {
    putClient();
    const { open, change, pull, connection, logged } = await start();
    const uri = own.folder.uri('src/handle.ts');
    await open(uri, switchText);
    const textDocument = { uri };
    for (let version = 2; version < 400; version += 7) {
      const answers: Promise<unknown>[] = [];
      for (let step = 0; step < 7; step += 1) {
        await change(uri, version + step, `${switchText}// ${'x'.repeat((version + step) % 30)}\n`);
        for (const method of ['hover', 'definition', 'documentHighlight', 'completion'])
          answers.push(connection.sendRequest(`textDocument/${method}`, { textDocument, position }));
        answers.push(connection.sendRequest('textDocument/codeLens', { textDocument }));
        answers.push(connection.sendRequest('textDocument/inlayHint', { textDocument, range }));
        answers.push(
          connection.sendRequest('textDocument/codeAction', { textDocument, range, context: { diagnostics: [] } }),
          pull(uri),
        );
      }
      await Promise.all(answers);
    }
    assert.equal((await pull(uri)).length, 1);
    assert.deepEqual(
      logged.filter((message) => /failed/.test(message)),
      [],
    );
  });

  it('explains a code in one file while a different one is read, reports that, and gives it up for the next key', async () => {
    putClient();
    const { open, change, pull, connection } = await start();
    const said: string[] = [];
    connection.onNotification('$/apiErrorCodes/status', ({ notices }: { notices: string[] }) => void said.push(...notices));
    const [long, small] = [own.folder.uri('src/long.ts'), own.folder.uri('src/small.ts')];
    await open(small, switchText);
    assert.equal((await pull(small)).length, 1);
    await open(long, hostile);
    const pulled = pull(long);
    const hover = async (): Promise<number> => {
      const begun = performance.now();
      const answer = await connection.sendRequest<Hover | null>('textDocument/hover', { textDocument: { uri: small }, position });
      assert.ok(answer);
      return performance.now() - begun;
    };
    const times: number[] = [];
    let done = false;
    void pulled.then(() => (done = true));
    while (!done) times.push(await hover());
    assert.deepEqual(await pulled, []);
    const middle = times.sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0;
    assert.ok(middle < 100, `a hover took ${middle} ms, of ${times.length}`);
    await waitFor('a notice', () => said.some((notice) => notice.startsWith('long.ts takes too long to parse')));
    // A code is explained without a tree, too.
    const there = { textDocument: { uri: long }, position };
    assert.ok(await connection.sendRequest('textDocument/hover', there));
    await change(long, 2, `${hostile} `);
    const slow = pull(long);
    await change(long, 3, switchText);
    await slow;
    assert.equal((await pull(long)).length, 1);
  });
});
