import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import {
  CancellationTokenSource,
  createProtocolConnection,
  type ProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import type {
  AssistantSummaryResult,
  ExcerptResult,
  LookupParams,
  LookupProgress,
  LookupResult,
} from '../../server/src/protocol/lookupProtocol.ts';

const id = '18b2ad5e-2a9e-4d3f-b9a8-9f2a1e0b1234';

describe('look-up over LSP', function () {
  this.timeout(20_000);
  let root = '';
  let child: ChildProcess | undefined;
  let connection: ProtocolConnection | undefined;
  const workspace = () => path.join(root, 'workspace');
  const put = (file: string, content: string | Uint8Array) => {
    mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
    writeFileSync(path.join(root, file), content);
  };
  const server = (): ProtocolConnection => {
    if (connection === undefined) throw new Error('The server has not been started.');
    return connection;
  };
  const start = async (options: Readonly<Record<string, unknown>> = {}) => {
    child = spawn(process.execPath, [path.resolve('dist/server.cjs'), '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
    assert.ok(child.stdout && child.stdin);
    connection = createProtocolConnection(new StreamMessageReader(child.stdout), new StreamMessageWriter(child.stdin));
    connection.listen();
    await connection.sendRequest('initialize', {
      processId: process.pid,
      rootUri: null,
      workspaceFolders: [{ uri: pathToFileURL(workspace()).href, name: 'workspace' }],
      capabilities: {},
      initializationOptions: { commandLinks: true, ...options },
    });
    await connection.sendNotification('initialized', {});
  };
  const lookUp = (changes: Partial<LookupParams> = {}) =>
    server().sendRequest<LookupResult>('apiErrorCodes/lookup', { requestId: id, ...changes });
  const open = (name: string, languageId: string, text: string) => {
    const uri = pathToFileURL(path.join(workspace(), name)).href;
    void server().sendNotification('textDocument/didOpen', { textDocument: { uri, languageId, version: 1, text } });
    return uri;
  };

  beforeEach(() => {
    root = mkdtempSync(path.join(tmpdir(), 'lookup-'));
    put('workspace/app.log', `2026-05-04T12:00:00Z INFO started request_id=${id}\n`);
    put(
      'workspace/old.log.gz',
      gzipSync(`first\n2026-05-04T12:00:02Z ERROR failed: 402 INSUFFICIENT_CREDITS ${id} for jane@example.com\n`),
    );
    put('elsewhere/far.log', `2026-05-04T12:00:09Z INFO far request_id=${id}\n`);
  });
  afterEach(async () => {
    await connection?.sendRequest('shutdown').catch(() => undefined);
    connection?.dispose();
    child?.kill('SIGKILL');
    rmSync(root, { recursive: true, force: true });
  });

  it('takes no excerpt of a log and no support report for records', async () => {
    await start();
    const line = `2026-05-04T12:00:00Z INFO started request_id=${id}\n`;
    for (const uri of [
      `api-error-codes-excerpt:/app.log:1.log?${encodeURIComponent('{"line":1}')}`,
      `api-error-codes-report:/${id}.md`,
    ])
      void server().sendNotification('textDocument/didOpen', {
        textDocument: { uri, languageId: 'log', version: 1, text: line },
      });
    const { records } = await lookUp();
    assert.deepEqual(
      records.map(({ file }) => file),
      ['app.log', 'old.log.gz'],
    );
  });

  it('shows where the message of a record goes on', async () => {
    put('workspace/app.log', `2026-05-04T12:00:00Z INFO ${'word '.repeat(100)}😀 request_id=${id}\n`);
    await start();
    const [first] = (await lookUp()).records;
    assert.match(first?.message ?? '', /word …$/);
  });

  it('answers with a timeline and a redacted report, and reports records on the way', async () => {
    await start();
    const told: LookupProgress[] = [];
    server().onNotification('$/progress', ({ token, value }: { token: string; value: LookupProgress }) => {
      if (token === 'look-up') told.push(value);
    });
    const { records, report, searched, skipped, durationMs, code } = await lookUp({ progressToken: 'look-up' });
    assert.deepEqual(
      records.map(({ file, line, level, status, code: own, gapMs, excerpt }) => [file, line, level, status, own, gapMs, excerpt]),
      [
        ['app.log', 1, 'info', null, null, null, false],
        ['old.log.gz', 2, 'error', 402, 'INSUFFICIENT_CREDITS', 2_000, true],
      ],
    );
    assert.deepEqual([durationMs, code, searched.files, skipped], [2_000, 'INSUFFICIENT_CREDITS', 2, []]);
    assert.match(report, /API balance is too low/);
    assert.doesNotMatch(report, /jane/);
    assert.deepEqual(told.flatMap((progress) => progress.records.map(({ file }) => file)).sort(), ['app.log', 'old.log.gz']);

    const [, compressed] = records;
    const excerpt = await server().sendRequest<ExcerptResult>('apiErrorCodes/excerpt', {
      uri: compressed?.uri,
      offset: compressed?.offset,
      line: compressed?.line,
    });
    assert.equal(excerpt.firstLine, 1);
    assert.match(excerpt.text, /^first\n/);
  });

  it('prefers unsaved text, and takes documents that only the client knows', async () => {
    await start();
    open('app.log', 'log', `new first line\n2026-05-04T12:00:01Z INFO unsaved request_id=${id}\n`);
    open('a.ts', 'typescript', `const example = '${id}';\n`);
    const documents = [{ uri: 'untitled:Untitled-1', text: `2026-05-04T12:00:05Z WARN pasted ${id}` }];
    const { records } = await lookUp({ documents });
    assert.deepEqual(
      records.map(({ source, file, line }) => [source, file, line]),
      [
        ['editor', 'app.log', 2],
        ['file', 'old.log.gz', 2],
        ['editor', 'Untitled-1', 1],
      ],
    );
  });

  it('keeps to a time window, and counts the records outside of it', async () => {
    await start();
    const { records, outside } = await lookUp({ window: { since: Date.parse('2026-05-04T12:00:01Z') } });
    assert.deepEqual([records.map(({ time }) => time), outside], [['2026-05-04T12:00:02.000Z'], 1]);
    assert.deepEqual((await lookUp({ window: { until: 0 } })).records, []);
  });

  it('summarises the logs of the workspace for an assistant, in a time window, without addresses', async () => {
    await start();
    put('workspace/mail.log', '2026-05-04T12:00:05Z ERROR GET /users?mail=jane@example.com 402 INSUFFICIENT_CREDITS\n');
    const summarise = (window?: LookupParams['window']) =>
      server().sendRequest<AssistantSummaryResult>('apiErrorCodes/assistantSummary', { window });
    const { markdown } = await summarise();
    assert.match(markdown, /^# Summary of logs/);
    assert.match(markdown, /`INSUFFICIENT_CREDITS` \|[^\n]* 2 \|/);
    assert.doesNotMatch(markdown, /jane@example/);
    const late = await summarise({ since: Date.parse('2026-05-04T12:00:04Z') });
    assert.match(late.markdown, /`INSUFFICIENT_CREDITS` \|[^\n]* 1 \|/);
    rmSync(workspace(), { recursive: true });
    assert.match((await summarise()).markdown, /^There are no log files here\./);
  });

  it('searches further folders of the settings, but not in restricted mode', async () => {
    await start({ settings: { lookup: { folders: [path.join(root, 'elsewhere')] } } });
    assert.equal((await lookUp()).records.length, 3);
    assert.equal((await lookUp({ trusted: false })).records.length, 2);
  });

  it('can be cancelled in the middle of a compressed file, and has reported its records so far', async () => {
    // Hours of work, were it read to its end.
    const member = gzipSync(Buffer.alloc(100_000_000, 'filler\n'), { level: 9 });
    put('workspace/big.log.gz', Buffer.concat(Array.from({ length: 300 }, () => member)));
    await start();
    const source = new CancellationTokenSource();
    const told: string[] = [];
    server().onNotification('$/progress', ({ value }: { value: LookupProgress }) => {
      told.push(...value.records.map(({ file }) => file));
      if (value.bytes > 10_000_000) source.cancel();
    });
    const params = { requestId: id, progressToken: 'look-up' };
    const part = await server().sendRequest<LookupResult>('apiErrorCodes/lookup', params, source.token);
    assert.deepEqual(told.sort(), ['app.log', 'old.log.gz']);
    // The part has its table and its report.
    assert.deepEqual([part.cancelled, part.records.map(({ file }) => file).sort()], [true, ['app.log', 'old.log.gz']]);
    assert.match(part.report, /# Request/);
    rmSync(path.join(workspace(), 'big.log.gz'));
    assert.equal((await lookUp({ requestId: 'other-id-1' })).records.length, 0);
  });

  it('calls parameters of the wrong shape invalid, finds nothing for an id that none can be, and lives', async () => {
    await start();
    for (const params of [null, [], { requestId: 5 }]) {
      await assert.rejects(server().sendRequest<LookupResult>('apiErrorCodes/lookup', params), { code: -32602 });
    }
    for (const params of [{ requestId: '' }, { requestId: 'a\nb' }, { requestId: 'x'.repeat(10_000) }]) {
      const { records } = await server().sendRequest<LookupResult>('apiErrorCodes/lookup', params);
      assert.deepEqual(records, []);
    }
    for (const params of [
      null,
      { uri: 5 },
      { uri: 'http://x/y', offset: 0, line: 1 },
      { uri: 'file:///no/such', offset: -1, line: 1 },
    ]) {
      assert.equal(await server().sendRequest('apiErrorCodes/excerpt', params), null);
    }
    assert.equal((await lookUp()).records.length, 2);
  });

  it('explains, links and marks codes and ids in an open log', async () => {
    await start();
    const text = `{"level":50,"url":"https://api.pikzels.com/v2","status":402,"code":"NOT_FOUND","request_id":"${id}"}\n`;
    const textDocument = { uri: open('http.jsonl', 'jsonl', text) };
    const hover = (what: string) =>
      server().sendRequest<{ contents: { value: string } } | null>('textDocument/hover', {
        textDocument,
        position: { line: 0, character: text.indexOf(what) + 1 },
      });
    assert.match((await hover('NOT_FOUND'))?.contents.value ?? '', /NOT_FOUND\*\* · 404 Not Found · Pikzels API/);
    assert.match((await hover('402'))?.contents.value ?? '', /402 Payment Required/);
    assert.match((await hover(id))?.contents.value ?? '', /command:apiErrorCodes\.lookUpRequestId/);
    assert.equal(await hover('level'), null);
    const links = await server().sendRequest<{ target: string }[]>('textDocument/documentLink', { textDocument });
    assert.deepEqual(
      links.map(({ target }) => target.replace(/\?.*/, '')),
      ['command:apiErrorCodes.lookUpRequestId'],
    );
    const tokens = await server().sendRequest<{ data: number[] }>('textDocument/semanticTokens/full', { textDocument });
    assert.equal(tokens.data.length, 3 * 5);
  });
});
