import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import type { ServerResponse } from 'node:http';
import path from 'node:path';
import { Client } from '@modelcontextprotocol/client';
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio';
import type { LookupResult } from '../../server/src/protocol/lookupProtocol.ts';
import { logEngines } from '../../server/src/service/engines/logEngines.ts';
import { createTestFolder } from '../protocol/support/testClient.ts';
import { useEngineServer } from '../protocol/support/useEngineServer.ts';
import { id } from '../protocol/support/useLogFolder.ts';
import { useServer } from '../protocol/support/useServer.ts';

/** Characters and lines that steer a terminal, command a GitHub runner, or read as something else. */
const steering = 'A\u001b]52;c;aGk=\u0007B\u009b31m\u007f\u202eC\n::stop-commands::tok\r::error::x\u2028y ##[add-mask]q';
const raw = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/u;
const secret = 'hunter2hunter2hunter2';
const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;

/** The id as tracing systems write it. */
const digits = id.replaceAll('-', '');

/** How each engine answers with a record of this message, a name out of a stranger's hands, and a further part of a record. */
const answers: Readonly<Record<string, (message: string, name: string, part: string) => string>> = {
  loki: (message, name, part) =>
    `{"data":{"resultType":"streams","result":[{"stream":{"app":${JSON.stringify(name)}},"values":[["${Date.now() - 60_000}000000",${JSON.stringify(message)}],["1",${part}]]}]}}`,
  elasticsearch: (message, name, part) =>
    `{"hits":{"hits":[{"_id":"1","_index":${JSON.stringify(name)},"_source":{"message":${JSON.stringify(message)},"service":${JSON.stringify(name)}},"sort":[${Date.now() - 60_000}]},{"_id":"2","_source":{"message":"${id}","x":${part}},"sort":[1]}]}}`,
  victorialogs: (message, name, part) =>
    `${JSON.stringify({ _time: new Date(Date.now() - 60_000).toISOString(), _msg: message, _stream: name })}\n{"_msg":"${id}","x":${part}}\n`,
  datadog: (message, name, part) =>
    `{"data":[${JSON.stringify({ id: '1', attributes: { timestamp: new Date(Date.now() - 60_000).toISOString(), message, service: name, status: name } })},{"id":"2","attributes":{"message":"${id}","attributes":{"x":${part}}}}]}`,
  zipkin: (message, name, part) =>
    `[${JSON.stringify({ traceId: digits, id: name, name: message, timestamp: (Date.now() - 60_000) * 1_000, localEndpoint: { serviceName: name }, tags: { error: message } })},{"traceId":"${digits}","id":"2","tags":{"x":${part}}}]`,
  jaeger: (message, name, part) =>
    `{"data":[{"processes":{"p1":{"serviceName":${JSON.stringify(name)}}},"spans":[${JSON.stringify({ traceID: digits, spanID: name, operationName: message, processID: 'p1', startTime: (Date.now() - 60_000) * 1_000 })},{"traceID":"${digits}","tags":[{"key":"x","value":${part}}]}]}]}`,
  tempo: (message, name, part) =>
    `{"batches":[{"resource":{"attributes":[{"key":"service.name","value":{"stringValue":${JSON.stringify(name)}}}]},"scopeSpans":[{"spans":[${JSON.stringify({ traceId: digits, spanId: '00f067aa0ba902b7', name: message, startTimeUnixNano: `${Date.now() - 60_000}000000`, status: { code: 2, message } })},{"traceId":"${digits}","spanId":"00f067aa0ba902b8","attributes":[{"key":"x","value":{"y":${part}}}]}]}]}]}`,
};
// CloudWatch is asked with signatures of its own; test/protocol/cloudWatch.test.ts has its answers.
const withoutRow = ['cloudwatch'];

describe('what log engines answer steers nothing', function () {
  this.timeout(60_000);
  const engine = useEngineServer();
  const server = useServer();
  let folder: ReturnType<typeof createTestFolder>;
  beforeEach(() => (folder = createTestFolder()));
  afterEach(() => folder.remove());

  const settingOf = (type: string) => ({ type, days: 1, url: engine.address, ...(type === 'loki' ? { fields: 'none' } : {}) });
  const put = (type: string): void => void folder.put('engines.json', JSON.stringify({ production: settingOf(type) }));
  const env = () => ({ ...process.env, API_ERROR_CODES_CREDENTIALS: `${engine.address} Bearer ${secret}` });
  const lookUp = async (format: string): Promise<{ code: number; text: string }> => {
    const child = spawn(
      process.execPath,
      [path.resolve('dist/cli.cjs'), 'lookup', id, '--engines', 'engines.json', '--format', format],
      { cwd: folder.root, env: env(), stdio: ['ignore', 'pipe', 'pipe'] },
    );
    let text = '';
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (chunk: string) => void (text += chunk));
    const [code] = (await once(child, 'close')) as [number];
    return { code, text };
  };
  const askAssistant = async (): Promise<string> => {
    const client = new Client({ name: 'test', version: '1.0.0' });
    const args = [path.resolve('dist/cli.cjs'), 'mcp', '--engines', 'engines.json'];
    const transport = { command: process.execPath, args, cwd: folder.root, stderr: 'ignore', env: env() } as const;
    await client.connect(new StdioClientTransport(transport as ConstructorParameters<typeof StdioClientTransport>[0]));
    try {
      const { content } = await client.callTool({ name: 'look_up_request_id', arguments: { requestId: id } });
      return (content as { text?: string }[]).map((part) => part.text ?? '').join('\n');
    } finally {
      await client.close();
    }
  };
  const whatIsWrong = (text: string): string | undefined => {
    const found = raw.exec(text);
    if (found) return `has ${JSON.stringify(text.slice(Math.max(0, found.index - 40), found.index + 20))}`;
    const command = text.split('\n').find((line) => /^\s*::|^\s*##\[/.test(line));
    if (command !== undefined) return `has the command ${JSON.stringify(command)}`;
    if (text.includes(secret)) return 'has the credential';
    return /\bat .*\(.*:\d+:\d+\)/.test(text) ? `has a stack trace: ${text.slice(0, 200)}` : undefined;
  };

  it('has a row for each engine', () => {
    assert.deepEqual(
      logEngines.map(({ type }) => type).filter((type) => !(type in answers) && !withoutRow.includes(type)),
      [],
    );
  });

  for (const [type, answer] of Object.entries(answers)) {
    const replies: Readonly<Record<string, (response: ServerResponse) => void>> = {
      'a record, a name and a record nested without end': (response) =>
        response.end(answer(`${steering} request_id=${id} Bearer ${secret}`, steering, deep)),
      'an error that echoes the credential': (response) =>
        response.writeHead(400).end(JSON.stringify({ message: `${steering} Authorization: Bearer ${secret}`, error: steering })),
      'no answer of its kind': (response) => response.end(`<html>${steering} ${secret}`),
      'a redirection': (response) => response.writeHead(302, { location: 'https://user:pw@example.com/\u00a0::error::x' }).end(),
    };
    for (const [reply, respond] of Object.entries(replies)) {
      it(`${type}: ${reply}`, async () => {
        engine.answerWith((_, response) => respond(response));
        put(type);
        for (const format of ['pretty', 'json']) {
          const { text } = await lookUp(format);
          assert.equal(whatIsWrong(text), undefined, `lookup --format ${format}`);
        }
        assert.equal(whatIsWrong(await askAssistant()), undefined, 'mcp');
        const engines = { production: settingOf(type) };
        const { connection } = await server.start({
          capabilities: { workspace: { configuration: true } },
          configuration: () => ({ lookup: { engines } }),
        });
        const credentials = [{ address: engine.address, authorization: `Bearer ${secret}` }];
        const { skipped, report } = await connection.sendRequest<LookupResult>('apiErrorCodes/lookup', {
          requestId: id,
          credentials,
        });
        assert.equal(whatIsWrong(skipped.map(({ reason }) => reason).join('\n')), undefined, 'the language server');
        // A report keeps the lines of a record.
        assert.ok(!raw.test(report) && !report.includes(secret), report);
        assert.ok(skipped.length > 0, 'nothing was named');
      });
    }
  }
});
