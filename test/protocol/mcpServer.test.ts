import assert from 'node:assert/strict';
import { symlinkSync } from 'node:fs';
import path from 'node:path';
import { Client } from '@modelcontextprotocol/client';
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio';
import { createTestFolder } from './support/testClient.ts';
import { answerLoki, useEngineServer } from './support/useEngineServer.ts';

describe('api-error-codes mcp, spoken to by the official client', function () {
  this.timeout(30_000);
  let folder: ReturnType<typeof createTestFolder>;
  let client: Client;
  const engine = useEngineServer();

  beforeEach(async () => {
    folder = createTestFolder();
    folder.put(
      'shop.error-codes.yaml',
      'id: shop\ntitle: Shop API\ncodes:\n  - { code: CARD_DECLINED, status: 402, cause: The card was declined. }\n  - { code: SOLD_OUT, cause: B }\n',
    );
    folder.put('src/pay.ts', "switch (err.code) {\n  case 'CARD_DECLINED': break;\n}\n");
    folder.put(
      'logs/app.log',
      '2026-01-02T03:04:05Z ERROR code=CARD_DECLINED request_id=3f8e2a94-6b1d-4c57-9e20-d4a7b85c1f36 Authorization: Bearer abcdefghijklmnopqrstuvwxyz0123456789\n',
    );
    await connect();
  });
  const connect = async (...args: readonly string[]): Promise<void> => {
    client = new Client({ name: 'test', version: '1.0.0' });
    await client.connect(
      new StdioClientTransport({
        command: process.execPath,
        args: [path.resolve('dist/cli.cjs'), 'mcp', ...args],
        cwd: folder.root,
        stderr: 'ignore',
        // Otherwise the client's library passes on what it deems safe, which is too little for Node under Wine.
        env: { ...process.env } as Record<string, string>,
      }),
    );
  };
  afterEach(async () => {
    await client.close();
    folder.remove();
  });

  const call = async (name: string, input: Record<string, unknown>): Promise<string> => {
    const { content } = await client.callTool({ name, arguments: input });
    return (content as { type: string; text: string }[]).map(({ text }) => text).join('\n');
  };

  it('offers three tools that only read', async () => {
    const { tools } = await client.listTools();
    assert.deepEqual(
      tools.map(({ name, annotations }) => [name, annotations?.readOnlyHint]),
      [
        ['explain_error_code', true],
        ['look_up_request_id', true],
        ['error_code_coverage', true],
      ],
    );
  });

  it('explains codes, the user’s own and the built-in ones', async () => {
    assert.match(
      await call('explain_error_code', { code: 'CARD_DECLINED' }),
      /402 Payment Required · Shop API\nThe card was declined\./,
    );
    assert.match(await call('explain_error_code', { code: 'INSUFFICIENT_CREDITS' }), /Pikzels API/);
    assert.match(await call('explain_error_code', { code: 'CARD_DECLINEDD' }), /Did you mean CARD_DECLINED\?/);
  });

  it('explains classes by their names', async () => {
    folder.put(
      'late.error-codes.yaml',
      'id: late\ntitle: Late API\ncodes:\n  - { code: SLOW, status: 429, cause: Slow. }\nclasses:\n  - { name: LateError, in: { python: [late] }, codes: [SLOW], retry: backoff }\n',
    );
    for (const code of ['LateError', 'late.LateError'])
      assert.match(await call('explain_error_code', { code }), /^LateError · Late API\nAn error class\.\nCovers: SLOW \(429\)\n/);
    assert.match(await call('explain_error_code', { code: 'other.Late' }), /^No catalogue has/);
  });

  it('looks requests up without secrets, and nowhere but in the folder', async () => {
    const requestId = '3f8e2a94-6b1d-4c57-9e20-d4a7b85c1f36';
    const report = await call('look_up_request_id', { requestId });
    assert.match(report, /Error code: `CARD_DECLINED`[\s\S]*The card was declined\./);
    assert.doesNotMatch(report, /abcdefghijklmnopqrstuvwxyz/);
    symlinkSync('/', path.join(folder.root, 'everything'));
    for (const outside of ['..', '/etc', 'everything/etc'])
      assert.match(await call('look_up_request_id', { requestId, paths: [outside] }), /nothing else is searched/, outside);
    assert.match(
      await call('look_up_request_id', { requestId: 'nowhere-1' }),
      /No log record contains nowhere-1; 1 file was searched\./,
    );
  });

  it('looks requests up in the log engines that it was started with, and in no others', async () => {
    const requestId = '3f8e2a94-6b1d-4c57-9e20-d4a7b85c1f36';
    await client.close();
    folder.put('engines.yaml', `production: { type: loki, fields: none, url: "${engine.address}" }\n`);
    await connect('--engines', 'engines.yaml');
    const { tools } = await client.listTools();
    const tool = tools.find(({ name }) => name === 'look_up_request_id');
    assert.match(tool?.description ?? '', /and in log engines \(production\)/);
    assert.equal(tool?.annotations?.openWorldHint, true);
    // The arguments of an assistant change no setting.
    folder.put('engines.yaml', 'production: { type: loki, url: "https://logs.example.com" }\n');
    const text = `refund of 12.50 failed token=abcdefghijklmnopqrstuvwxyz request_id=${requestId}`;
    engine.answerWith(answerLoki([{ ns: BigInt(Date.now() - 60_000) * 1_000_000n, text }]));
    const report = await call('look_up_request_id', { requestId });
    assert.match(report, /`production\/api`[\s\S]*refund of 12\.50 failed/);
    assert.doesNotMatch(report, /abcdefghijklmnopqrstuvwxyz/);
    const nothing = await call('look_up_request_id', { requestId: 'nowhere-1' });
    assert.match(nothing, /1 file, production \(Grafana Loki, last 7 days\) were searched\./);
  });

  it('follows the configuration file and the catalogues, and reports problems in them', async () => {
    assert.match(await call('explain_error_code', { code: 'INSUFFICIENT_CREDITS' }), /Pikzels API/);
    folder.put('docs/mail.md', '# Mail API\n\n| Code | Status |\n|---|---|\n| BAD_ADDRESS | 422 |\n| OUT_OF_QUOTA | 429 |\n');
    folder.put('api-error-codes.yaml', 'catalogues: { mail: docs/mail.md, pikzels: { enabled: false } }\n');
    assert.match(await call('explain_error_code', { code: 'BAD_ADDRESS' }), /422 .* Mail API/);
    assert.match(await call('explain_error_code', { code: 'INSUFFICIENT_CREDITS' }), /^No catalogue has .*Known are: /);
    folder.put('shop.error-codes.yaml', 'id: shop\ntitle: Shop API\ncodes:\n  - { code: CARD_LOST, cause: Lost. }\n');
    assert.match(await call('explain_error_code', { code: 'CARD_DECLINED' }), /Shop API \(1 code\)/);
    folder.put('api-error-codes.yaml', 'severity: loud\n');
    assert.match(
      await call('explain_error_code', { code: 'CARD_LOST' }),
      /Lost\.\napi-error-codes\.yaml:1:1: .*must be an object/,
    );
  });

  it('reports the coverage', async () => {
    const coverage = await call('error_code_coverage', { catalogue: 'shop' });
    assert.match(coverage, /1 of 2 error codes are handled\./);
    assert.match(coverage, /\| `SOLD_OUT` \|  \| \*\*never\*\* \|/);
  });

  it('leaves out an API that no file names, and reports files that it could not read', async () => {
    folder.put('src/large.ts', `track('SOLD_OUT');\n${'// much\n'.repeat(300_000)}`);
    const all = await call('error_code_coverage', {});
    assert.match(all, /^## Shop API\n/);
    assert.doesNotMatch(all, /Pikzels/);
    assert.match(all, /\nNot read: src\/large\.ts is larger than 2000 KB\.$/);
    assert.match(await call('error_code_coverage', { catalogue: 'pikzels' }), /0 of 31 error codes are handled\./);
    assert.equal(
      await call('error_code_coverage', { catalogue: 'none' }),
      'No catalogue has the id none; there are pikzels, shop.',
    );
  });
});
