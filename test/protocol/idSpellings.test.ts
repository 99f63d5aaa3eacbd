import assert from 'node:assert/strict';
import path from 'node:path';
import { Client } from '@modelcontextprotocol/client';
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio';
import type { LookupResult } from '../../server/src/protocol/lookupProtocol.ts';
import { runCommand } from './support/runCommand.ts';
import { useServer } from './support/useServer.ts';

const trace = '4bf92f3577b34da6a3ce929d0e0e4736';
const uuid = '0b1c2d3e-4f5a-4b7c-8d9e-0f1a2b3c4d5e';

/** A text that somebody asks with, the line of a log, and how the line writes the id; undefined: it is not found. */
const rows: readonly (readonly [asked: string, line: string, foundAs: string | undefined])[] = [
  [uuid, `request_id=${uuid} x`, uuid],
  [uuid, `request_id=${uuid.toUpperCase()} x`, uuid.toUpperCase()],
  [uuid, `request_id=${uuid.replaceAll('-', '')} x`, uuid.replaceAll('-', '')],
  [`urn:uuid:${uuid}`, `request_id=${uuid} x`, uuid],
  [`{"error":"x","request_id":"${uuid}"}`, `request_id=${uuid} x`, uuid],
  [`リクエストID：${uuid}。`, `request_id=${uuid} x`, uuid],
  [`https://status.shop.test/?rid=${uuid}`, `request_id=${uuid} x`, uuid],
  ['01hf3zk7q2v9x8wyb4t6n5m3rc', 'request_id=01HF3ZK7Q2V9X8WYB4T6N5M3RC', '01HF3ZK7Q2V9X8WYB4T6N5M3RC'],
  ['65A1B2C3D4E5F60718293A4B', 'id 65a1b2c3d4e5f60718293a4b', '65a1b2c3d4e5f60718293a4b'],
  [`00-${trace}-00f067aa0ba902b7-01`, `trace_id=${trace}`, trace],
  [`00-${trace}-00f067aa0ba902b7-01`, `traceparent: 00-${trace}-1111111111111111-01`, trace],
  [trace, `b3: ${trace}-00f067aa0ba902b7-1`, trace],
  [trace, 'X-Amzn-Trace-Id: Root=1-4bf92f35-77b34da6a3ce929d0e0e4736;Sampled=1', '1-4bf92f35-77b34da6a3ce929d0e0e4736'],
  ['Root=1-4bf92f35-77b34da6a3ce929d0e0e4736', `trace_id=${trace}`, trace],
  [trace, 'dd.trace_id=11803532876627986230', '11803532876627986230'],
  ['11803532876627986230', `trace_id=${trace}`, 'a3ce929d0e0e4736'],
  [trace, 'X-B3-TraceId: a3ce929d0e0e4736', 'a3ce929d0e0e4736'],
  ['a3ce929d0e0e4736', 'X-B3-TraceId: 0000000000000000a3ce929d0e0e4736', 'a3ce929d0e0e4736'],
  ['0000000000000000a3ce929d0e0e4736', 'dd.trace_id=11803532876627986230', '11803532876627986230'],
  ['03ce929d0e0e4736', 'uber-trace-id: 3ce929d0e0e4736:00f067aa0ba902b7:0:1', '3ce929d0e0e4736'],
  ['3ce929d0e0e4736:00f067aa0ba902b7:0:1', 'trace_id=03ce929d0e0e4736', '03ce929d0e0e4736'],
  [`${trace}/1;o=1`, `{"trace":"projects/p/traces/${trace}"}`, trace],
  ['7d2c8f1a2b3c4d5e-FRA', 'cf_ray=7d2c8f1a2b3c4d5e x', '7d2c8f1a2b3c4d5e'],
  ['7d2c8f1a2b3c4d5e', 'CF-RAY: 7d2c8f1a2b3c4d5e-FRA', '7d2c8f1a2b3c4d5e'],
  ['c0de:1a2b:3f4e5d:7a8b9c:65a1b2c3', 'x C0DE:1A2B:3F4E5D:7A8B9C:65A1B2C3', 'C0DE:1A2B:3F4E5D:7A8B9C:65A1B2C3'],
  ['fra1::iad1::q8x7z-1700000000123-9f2a1e0b1234', 'id q8x7z-1700000000123-9f2a1e0b1234', 'q8x7z-1700000000123-9f2a1e0b1234'],
  ['tx/2026/000123', 'GET /tx%2F2026%2F000123', 'tx%2F2026%2F000123'],
  ['V1StGXR8_Z5jdHi6B-myT', 'reqId=V1StGXR8_Z5jdHi6B-myT', 'V1StGXR8_Z5jdHi6B-myT'],
  ['v1stgxr8_z5jdhi6b-myt', 'reqId=V1StGXR8_Z5jdHi6B-myT', undefined],
  ['req_vQ8x7zK2m1nB4c', 'Request-Id: REQ_VQ8X7ZK2M1NB4C', undefined],
  ['11803532876627986230', 'order 118035328766279862301', '11803532876627986230'],
];

interface Answer {
  readonly lookups?: readonly Answer[];
  readonly requestId?: string;
  readonly records: readonly { readonly file: string; readonly text: string; readonly foundAs?: string }[];
}

describe('an id in the spellings of people, programs and tracing libraries', function () {
  this.timeout(60_000);
  const server = useServer();
  const put = () => {
    for (const [index, [, line]] of rows.entries())
      server.folder.put(`logs/${index}.log`, `2026-11-20T09:15:00.123Z INFO gateway ${line}\n`);
    return rows.map((_, index) => `logs/${index}.log`);
  };
  /** The spelling by which the records of a file were found. */
  const spelled = (files: readonly string[], { records = [] }: Partial<Answer>, asked: string, index: number) => {
    const record = records.find(({ file }) => file.endsWith(files[index] ?? '?'));
    return record && (record.foundAs ?? (record.text.includes(asked) ? asked : rows[index]?.[2]));
  };

  it('is found from the command line', async () => {
    const files = put();
    for (const [index, [asked, , foundAs]] of rows.entries()) {
      const { out } = await runCommand(['lookup', asked, files[index] ?? '', '--format', 'json'], server.folder.root);
      assert.equal(spelled(files, JSON.parse(out) as Answer, asked, index), foundAs, `${asked} in ${rows[index]?.[1]}`);
    }
  });

  it('is found out of a file of ids', async () => {
    const files = put();
    for (const [index, [asked, , foundAs]] of rows.entries()) {
      server.folder.put('ids.txt', `${asked}\n`);
      const { out } = await runCommand(
        ['lookup', '--ids-file', 'ids.txt', files[index] ?? '', '--format', 'json'],
        server.folder.root,
      );
      const [answer] = (JSON.parse(out) as Answer).lookups ?? [];
      assert.equal(spelled(files, answer ?? {}, asked, index), foundAs, `${asked} in ${rows[index]?.[1]}`);
    }
  });

  it('is found in the editor, where each record says how it writes the id', async () => {
    const files = put();
    const { connection } = await server.start();
    for (const [index, [asked, , foundAs]] of rows.entries()) {
      const answer = await connection.sendRequest<LookupResult>('apiErrorCodes/lookup', { requestId: asked });
      // Others write the last one in full: a record that only contains it is left out.
      const expected = index < rows.length - 1 ? foundAs : undefined;
      assert.equal(spelled(files, answer, asked, index), expected, `${asked} in ${rows[index]?.[1]}`);
    }
  });

  it('is found by an assistant', async () => {
    const files = put();
    const client = new Client({ name: 'test', version: '1.0.0' });
    await client.connect(
      new StdioClientTransport({
        command: process.execPath,
        args: [path.resolve('dist/cli.cjs'), 'mcp'],
        cwd: server.folder.root,
        stderr: 'ignore',
        env: { ...process.env } as Record<string, string>,
      }),
    );
    try {
      for (const [index, [asked, line, foundAs]] of rows.entries()) {
        const input = { requestId: asked, paths: [files[index] ?? ''] };
        const { content } = await client.callTool({ name: 'look_up_request_id', arguments: input });
        assert.equal(
          JSON.stringify(content).includes('## Log records'),
          foundAs !== undefined,
          `${asked} in ${line}: ${JSON.stringify(content)}`,
        );
      }
    } finally {
      await client.close();
    }
  });

  it('is looked up with others at once', async () => {
    server.folder.put('a.log', `2026-11-20T09:15:00Z INFO a request_id=${uuid}\n2026-11-20T09:15:02Z INFO c trace_id=${trace}\n`);
    server.folder.put('b.log', `2026-11-20T09:15:01Z INFO b request_id=req_vQ8x7zK2m1nB4c\n`);
    const { out } = await runCommand(
      ['lookup', uuid, 'req_vQ8x7zK2m1nB4c', 'a.log', 'b.log', '--format', 'json'],
      server.folder.root,
    );
    const found = (JSON.parse(out) as Answer).lookups?.map(({ requestId, records }) => [requestId, records.length]);
    assert.deepEqual(found, [
      [uuid, 1],
      ['req_vQ8x7zK2m1nB4c', 1],
    ]);
    const { connection } = await server.start();
    const answer = await connection.sendRequest<LookupResult>('apiErrorCodes/lookup', {
      requestId: `${trace}\nreq_vQ8x7zK2m1nB4c, ${uuid}`,
    });
    assert.equal(answer.requestId, `${trace}, req_vQ8x7zK2m1nB4c, ${uuid}`);
    assert.deepEqual(
      answer.records.map(({ file, line }) => `${file}:${line}`),
      ['a.log:1', 'b.log:1', 'a.log:2'],
    );
    assert.match(answer.report, /request_id=0b1c2d3e/);
  });
});
