import assert from 'node:assert/strict';
import { utimesSync } from 'node:fs';
import path from 'node:path';
import type { CodeLens, FoldingRange, Hover, SemanticTokens } from 'vscode-languageserver/node';
import type { HandlersOfResult, TerminalLinksResult } from '../../server/src/protocol/protocol.ts';
import { switchText, useServer } from './support/useServer.ts';

const id = '18b2ad5e-2a9e-4d3f-b9a8-9f2a1e0b1234';
const log = `2026-05-04T12:00:00Z INFO started request_id=${id}
2026-05-04T12:00:02Z ERROR failed: 504 GENERATION_TIMEOUT request_id=${id}
    at post (client.ts:56:11)
    at retry (retry.ts:16:14)
2026-05-04T12:00:09Z INFO something else
`;

describe('logs over LSP', function () {
  this.timeout(30_000);
  const own = useServer();
  const documentOf = (uri: string) => ({ textDocument: { uri } });

  it('folds records of several lines, only in logs', async () => {
    const { connection, capabilities, open } = await own.start();
    assert.deepEqual((capabilities['foldingRangeProvider'] as { documentSelector: unknown }).documentSelector, [
      { language: 'log' },
      { language: 'jsonl' },
      { language: 'Log' },
    ]);
    const fold = (uri: string) => connection.sendRequest<FoldingRange[] | null>('textDocument/foldingRange', documentOf(uri));
    for (const [uri, language] of [
      [own.folder.uri('app.log'), 'log'],
      ['output:extension-output-1', 'Log'],
      ['api-error-codes-excerpt:/old.log.gz:2.log?{}', 'log'],
    ] as const) {
      await open(uri, log, language);
      assert.deepEqual(await fold(uri), [{ startLine: 1, endLine: 3 }], uri);
    }
    await open(own.folder.uri('a.ts'), switchText);
    assert.equal(await fold(own.folder.uri('a.ts')), null);
    assert.equal(await fold('file:///not/open.log'), null);
  });

  for (const commandLinks of [true, false]) {
    it(`sums a request up above its first record, ${commandLinks ? 'with a command' : 'without a command that the client lacks'}`, async () => {
      const title = '2 records, 2.0 s, failed with GENERATION_TIMEOUT';
      const { connection, open, change } = await own.start({ initializationOptions: { commandLinks } });
      const uri = own.folder.uri('app.log');
      const lenses = () => connection.sendRequest<CodeLens[]>('textDocument/codeLens', documentOf(uri));
      await open(uri, log, 'log');
      const [lens, ...others] = await lenses();
      assert.deepEqual([lens?.range.start.line, others], [0, []]);
      const command = commandLinks ? { command: 'apiErrorCodes.lookUpRequestId', arguments: [id] } : { command: '' };
      assert.deepEqual(lens?.command, { title, ...command });
      await change(uri, 2, `\n${log}${log}`);
      const [changed] = await lenses();
      assert.deepEqual([changed?.range.start.line, changed?.command?.title.slice(0, 9)], [1, '4 records']);
    });
  }

  it('takes the year of a time without one from when the file was written', async () => {
    const { connection, open } = await own.start();
    const text = `Dec 31 23:59:59 web app[1]: failed request_id=${id}\n`;
    own.folder.put('old.log', text);
    const written = new Date('2024-02-10');
    utimesSync(path.join(own.folder.root, 'old.log'), written, written);
    const uri = own.folder.uri('old.log');
    await open(uri, text, 'log');
    const hover = await connection.sendRequest<Hover>('textDocument/hover', {
      ...documentOf(uri),
      position: { line: 0, character: 5 },
    });
    assert.match(JSON.stringify(hover.contents), /2023-12-31 23:59:59\.000 UTC/);
  });

  it('shows nothing above requests where code lenses are off', async () => {
    const { connection, open } = await own.start({ initializationOptions: { settings: { codeLens: { enabled: false } } } });
    await open(own.folder.uri('app.log'), log, 'log');
    assert.deepEqual(await connection.sendRequest('textDocument/codeLens', documentOf(own.folder.uri('app.log'))), []);
  });

  it('answers other requests while it reads a large log', async () => {
    const { connection, open } = await own.start();
    const uri = own.folder.uri('large.log');
    await open(uri, log.repeat(20_000), 'log');
    await open(own.folder.uri('small.log'), log, 'log');
    const order: string[] = [];
    const large = connection.sendRequest<FoldingRange[]>('textDocument/foldingRange', documentOf(uri)).then((folds) => {
      order.push('large');
      return folds;
    });
    const small = connection
      .sendRequest('textDocument/foldingRange', documentOf(own.folder.uri('small.log')))
      .then(() => order.push('small'));
    const [folds] = await Promise.all([large, small]);
    assert.deepEqual([folds.length, order], [20_000, ['small', 'large']]);
  });

  it('explains times', async () => {
    const { connection, open } = await own.start();
    await open(own.folder.uri('app.log'), log, 'log');
    const hover = await connection.sendRequest<Hover>('textDocument/hover', {
      ...documentOf(own.folder.uri('app.log')),
      position: { line: 1, character: 12 },
    });
    assert.match(JSON.stringify(hover.contents), /2026-05-04 12:00:02\.000 UTC.*2\.0 s after the record before it/);
    assert.deepEqual(hover.range, { start: { line: 1, character: 0 }, end: { line: 1, character: 20 } });
  });

  it('colours codes of the user’s own catalogues', async () => {
    own.folder.put(
      'shop.error-codes.yaml',
      'id: shop\ntitle: Shop API\ncodes:\n  - code: CART_LOCKED\n    status: 409\n    cause: Locked\n',
    );
    const { connection, open } = await own.start();
    const uri = own.folder.uri('app.log');
    await open(uri, '2026-05-04T12:00:00Z ERROR CART_LOCKED\n', 'log');
    const { data } = await connection.sendRequest<SemanticTokens>('textDocument/semanticTokens/full', documentOf(uri));
    assert.deepEqual(data, [0, 27, 'CART_LOCKED'.length, 0, 0]);
  });

  it('finds what a line of a terminal links to', async () => {
    own.putClient();
    const { connection } = await own.start();
    const find = async (line: unknown) => {
      const { links } = await connection.sendRequest<TerminalLinksResult>('apiErrorCodes/terminalLinks', { line });
      return links;
    };
    await connection.sendRequest('apiErrorCodes/coverage', { wait: true });
    const line = `curl: 402 INSUFFICIENT_CREDITS, request_id=${id}`;
    const links = await find(line);
    assert.deepEqual(
      links.map(({ kind, start, length }) => [kind, line.slice(start, start + length)]),
      [
        ['code', 'INSUFFICIENT_CREDITS'],
        ['requestId', id],
      ],
    );
    assert.match(links[0]?.tooltip ?? '', /^Explain INSUFFICIENT_CREDITS \(Pikzels API\)/);
    assert.deepEqual(await find('the request was not found'), []);
    await assert.rejects(find(5), { code: -32602 });
  });

  it('finds where a code is handled', async () => {
    own.putClient();
    own.folder.put('src/handle.ts', switchText);
    const { connection } = await own.start();
    const find = (code: unknown) => connection.sendRequest<HandlersOfResult>('apiErrorCodes/handlersOf', { code });
    const { places } = await find('GENERATION_TIMEOUT');
    assert.deepEqual(
      places.map(({ uri, range }) => [uri, range.start.line]),
      [[own.folder.uri('src/handle.ts'), 2]],
    );
    assert.deepEqual(await find('NO_SUCH'), { places: [] });
    await assert.rejects(find(null), { code: -32602 });
  });
});
