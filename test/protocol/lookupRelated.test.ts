import assert from 'node:assert/strict';
import type { LookupResult } from '../../server/src/protocol/lookupProtocol.ts';
import { runCommand } from './support/runCommand.ts';
import { useServer } from './support/useServer.ts';

const trace = '4bf92f3577b34da6a3ce929d0e0e4736';
const gateway = [
  '2026-11-20T09:15:00.000Z INFO gateway started',
  `2026-11-20T09:15:01.000Z INFO gateway request_id=req-7712ab trace_id=${trace} GET /pay`,
  '2026-11-20T09:15:02.000Z INFO gateway waiting',
  '2026-11-20T09:15:05.000Z ERROR gateway request_id=req-7712ab upstream failed',
  '    at pay (/app/pay.js:10:2)',
  '    at run (/app/run.js:4:1)',
  '2026-11-20T09:15:06.000Z INFO gateway idle',
];
const worker = [
  `2026-11-20T09:15:03.000Z INFO worker traceparent: 00-${trace}-00f067aa0ba902b7-01 job_id=job-000123 began`,
  '2026-11-20T09:15:04.000Z ERROR worker job_id=job-000123 card declined',
  '2026-11-20T09:15:04.500Z INFO worker other job_id=job-000999',
];

describe('records that belong to a request without its id', function () {
  this.timeout(30_000);
  const server = useServer();
  beforeEach(() => {
    server.folder.put('gateway.log', `${gateway.join('\n')}\n`);
    server.folder.put('worker.log', `${worker.join('\n')}\n`);
  });
  const run = (...args: readonly string[]) => runCommand(['lookup', 'req-7712ab', ...args], server.folder.root);

  it('are offered by what ties them, and taken in when asked for', async () => {
    const { out } = await run();
    assert.match(out, /: 2 records in 4\.0 s/);
    assert.match(out, new RegExp(`^Related: trace ${trace} \\(--related takes their records in\\)\\.$`, 'm'));
    const all = await run('--related');
    assert.match(all.out, /: 3 records in 4\.0 s/);
    assert.match(all.out, new RegExp(`worker\\.log:1 {2}by trace ${trace}`));
    assert.doesNotMatch(all.out, /^Related/m);
  });

  it('are marked in JSON', async () => {
    const { records, related } = JSON.parse((await run('--related', '--format', 'json')).out) as {
      records: { file: string; tiedBy?: string }[];
      related: unknown;
    };
    assert.deepEqual(
      records.map(({ file, tiedBy }) => [file, tiedBy]),
      [
        ['gateway.log', undefined],
        ['worker.log', `trace ${trace}`],
        ['gateway.log', undefined],
      ],
    );
    assert.deepEqual(related, [{ kind: 'trace', id: trace }]);
  });

  it('are found from a trace as well: its requests and its jobs', async () => {
    const { out } = await runCommand(['lookup', trace, '--related'], server.folder.root);
    assert.match(out, /: 4 records/);
    assert.match(out, /gateway\.log:4 {2}by request req-7712ab/);
    assert.match(out, /worker\.log:2 {2}by job job-000123/);
    assert.doesNotMatch(out, /job-000999/);
  });

  it('are there in the editor', async () => {
    const { connection } = await server.start();
    const ask = (related: boolean) =>
      connection.sendRequest<LookupResult>('apiErrorCodes/lookup', { requestId: 'req-7712ab', related });
    const { records, related } = await ask(false);
    assert.deepEqual([records.length, related], [2, [{ kind: 'trace', id: trace }]]);
    const all = await ask(true);
    assert.deepEqual(
      all.records.map(({ file, line, tiedBy }) => [`${file}:${line}`, tiedBy]),
      [
        ['gateway.log:2', undefined],
        ['worker.log:1', `trace ${trace}`],
        ['gateway.log:4', undefined],
      ],
    );
  });
});

describe('ids of zeros', function () {
  this.timeout(30_000);
  const server = useServer();

  it('tie no records together, and belong to no request', async () => {
    const nil = '00000000-0000-0000-0000-000000000000';
    const records = [
      { request_id: 'req-7712ab', trace_id: '0'.repeat(32), msg: 'one' },
      { request_id: 'req-other1', trace_id: '0'.repeat(32), msg: 'not of it' },
      { request_id: 'req-7712ab', session_id: nil, msg: 'two' },
      { request_id: nil, session_id: nil, msg: 'not of it' },
    ];
    const time = '2026-05-04T12:00:00Z';
    server.folder.put('nil.log', records.map((record) => `${JSON.stringify({ time, ...record })}\n`).join(''));
    const { out } = await runCommand(['lookup', 'req-7712ab', 'nil.log', '--related', '--format', 'json'], server.folder.root);
    const answer = JSON.parse(out) as { records: { line: number }[]; related: unknown[] };
    assert.deepEqual([answer.records.map(({ line }) => line), answer.related], [[1, 3], []]);
    const logs = await runCommand(['logs', 'nil.log', '--format', 'jsonl'], server.folder.root);
    assert.ok(!logs.out.includes(`"requestId":"${nil}"`), logs.out);
  });
});

describe('the surroundings of a record', function () {
  this.timeout(30_000);
  const server = useServer();

  it('are shown with its whole stack trace, plain and compressed, in text and JSON', async () => {
    const { gzipSync } = await import('node:zlib');
    server.folder.put('gateway.log', `${gateway.join('\n')}\n`);
    server.folder.put('old.log.gz', gzipSync(`${gateway.join('\n')}\n`));
    for (const file of ['gateway.log', 'old.log.gz']) {
      const { out } = await runCommand(['lookup', 'req-7712ab', file, '-C', '1'], server.folder.root);
      const [first = '', second = ''] = out.split('\n\n').slice(1);
      assert.deepEqual(
        first
          .split('\n')
          .slice(1)
          .map((text) => text.trim()),
        gateway.slice(0, 3),
      );
      assert.deepEqual(
        second.split('\n').slice(1),
        gateway.slice(2, 7).map((text) => `  ${text}`),
      );
    }
    const json = await runCommand(['lookup', 'req-7712ab', 'gateway.log', '-C', '2', '--format', 'json'], server.folder.root);
    const { records } = JSON.parse(json.out) as { records: { before: string[]; after: string[] }[] };
    assert.deepEqual(records[0]?.before, gateway.slice(0, 1));
    assert.deepEqual(records[1]?.after, gateway.slice(6));
  });

  it('end a long stack trace with how many lines are left', async () => {
    const frames = Array.from({ length: 40 }, (_, index) => `    at f${index} (/app/a.js:${index}:1)`);
    server.folder.put('a.log', `${gateway[3]}\n${frames.join('\n')}\n`);
    const { out } = await runCommand(['lookup', 'req-7712ab', 'a.log'], server.folder.root);
    assert.match(out, /at f18 .*\n {2}… 21 more lines\n/);
  });
});
