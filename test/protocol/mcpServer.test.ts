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

  it('offers tools that only read', async () => {
    const { tools } = await client.listTools();
    assert.deepEqual(
      tools.map(({ name, annotations }) => [name, annotations?.readOnlyHint]),
      [
        ['explain_error_code', true],
        ['list_codes', true],
        ['check', true],
        ['find_handlers', true],
        ['error_code_coverage', true],
        ['look_up_request_id', true],
        ['summarise_logs', true],
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

  it('lists codes by API, status and group', async () => {
    const all = await call('list_codes', { catalogue: 'shop' });
    assert.match(
      all,
      /^Shop API \(shop\): 2 codes\nCARD_DECLINED · 402 Payment Required · The card was declined\.\nSOLD_OUT · B$/,
    );
    assert.match(await call('list_codes', { status: '402', catalogue: 'shop' }), /: 1 of 2 codes\nCARD_DECLINED/);
    const servers = await call('list_codes', { status: '5xx' });
    assert.match(servers, /^Pikzels API .*\n[^]*GENERATION_TIMEOUT · 504/);
    assert.doesNotMatch(servers, /CARD_DECLINED/);
    assert.match(await call('list_codes', { group: 'billing' }), /INSUFFICIENT_CREDITS · 402 .* groups: billing/);
    assert.match(await call('list_codes', { group: 'none' }), /^No code has the group none\. The groups are: .*billing/);
    assert.match(await call('list_codes', { catalogue: 'bank' }), /^No catalogue has the id bank; there are .*shop/);
  });

  it('checks files, with the edits that add the missing cases', async () => {
    const answer = await call('check', {});
    assert.match(answer, /^1 finding in \d+ checked files?\.\n\nsrc\/pay\.ts:1:1 warning unhandled-code: .*SOLD_OUT/);
    const edit = /\nAt (\d+):(\d+) insert:\n```\n([^]*?)\n```/.exec(answer);
    const lines = "switch (err.code) {\n  case 'CARD_DECLINED': break;\n}\n".split('\n');
    const [, line, column, text] = edit ?? [];
    assert.equal(column, '1', answer);
    lines.splice(Number(line) - 1, 0, text ?? '');
    folder.put('src/pay.ts', lines.join('\n'));
    assert.match(await call('check', { paths: ['src'] }), /^0 findings in/);
  });

  it('checks a text that is not saved, and nothing outside of the folder', async () => {
    const text =
      "fetch('https://api.pikzels.com');\nswitch (err.code) {\n  case 'SCORING_TIMEOUT': break;\n  case 'TITLE_TIMEOUT': break;\n  case 'CONFICT': break;\n}\n";
    const answer = await call('check', { text, file: 'src/new.ts' });
    assert.match(
      answer,
      /src\/new\.ts:5:9 warning unknown-code: .*Did you mean CONFLICT\?\nFix: .*\nReplace 5:9 to 5:16 with:\n```\nCONFLICT\n```/,
    );
    assert.match(await call('check', { text, file: '../new.ts' }), /is no name in the working directory/);
    assert.match(await call('check', { text, file: 'notes.xyz' }), /has a name that says no language/);
    assert.match(await call('check', { paths: ['/etc'] }), /nothing else is searched/);
  });

  it('finds where codes and classes are handled', async () => {
    folder.put('src/show.ts', "if (err.code === 'SOLD_OUT') show();\n");
    const [declined, sold] = [
      await call('find_handlers', { code: 'CARD_DECLINED' }),
      await call('find_handlers', { code: 'SOLD_OUT' }),
    ];
    assert.equal(declined, 'CARD_DECLINED of Shop API: 1 place\nsrc/pay.ts:2:9 handled');
    assert.equal(sold, 'SOLD_OUT of Shop API: 1 place\nsrc/show.ts:1:19 compared');
    assert.match(await call('find_handlers', { code: 'SOLD_UOT' }), /Did you mean SOLD_OUT\?/);
  });

  it('summarises logs without secrets, in a time window', async () => {
    folder.put(
      'logs/more.log',
      '2026-01-03T03:04:05Z ERROR POST /reset-password/abcdefghijklmnop0123456789 500 request_id=req-1234abcd\n',
    );
    folder.put('.env.log', 'SECRET=1\n');
    const summary = await call('summarise_logs', {});
    assert.match(summary, /- Records: 2\n[^]*\| `CARD_DECLINED` \| 1 \|/);
    assert.doesNotMatch(summary, /abcdefghijklmnop/);
    assert.match(await call('summarise_logs', { since: '2026-01-03' }), /- Records: 1\n/);
    assert.match(await call('summarise_logs', { since: 'once' }), /^since: once is not understood\./);
    const requestId = '3f8e2a94-6b1d-4c57-9e20-d4a7b85c1f36';
    assert.match(
      await call('look_up_request_id', { requestId, since: '2026-01-03' }),
      /^No log record contains .*\n1 record outside of the time window is left out\.$/,
    );
  });

  it('hands out long answers in parts, and says how to get the rest', async () => {
    const rows = Array.from({ length: 3_000 }, (_, at) => `  - { code: LONG_${at}, cause: "It failed for the reason ${at}." }\n`);
    folder.put('long.error-codes.yaml', `id: long\ntitle: Long API\ncodes:\n${rows.join('')}`);
    const codes: string[] = [];
    let cursor: number | undefined = 0;
    while (cursor !== undefined) {
      const answer = await call('list_codes', { catalogue: 'long', cursor });
      assert.ok(answer.length < 45_000, `${answer.length}`);
      codes.push(...[...answer.matchAll(/^LONG_\d+/gm)].map(([code]) => code));
      const next: string | undefined = /; ask again with the cursor (\d+) for the rest\.$/.exec(answer)?.[1];
      cursor = next === undefined ? undefined : Number(next);
    }
    assert.deepEqual(
      codes,
      rows.map((_, at) => `LONG_${at}`),
    );
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
