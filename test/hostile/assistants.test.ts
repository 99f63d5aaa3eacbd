import assert from 'node:assert/strict';
import path from 'node:path';
import { Client } from '@modelcontextprotocol/client';
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio';
import { createTestFolder } from '../protocol/support/testClient.ts';

const steering = 'A\u001b]52;c;aGk=\u0007B\u009b31m\u007f\u202eC\n::stop-commands::tok\r::error::x\u2028y';
const word = steering.replace(/\s+/g, '');
const id = '18b2ad5e-2a9e-4d3f-b9a8-9f2a1e0b1234';

describe('the text for an assistant has nothing that steers', function () {
  this.timeout(30_000);
  let folder: ReturnType<typeof createTestFolder>;
  const client = new Client({ name: 'test', version: '1.0.0' });
  before(async () => {
    folder = createTestFolder();
    const codes = [
      { code: 'CARD_DECLINED', cause: steering, remedy: steering, docs: 'https://user:pw@example.com/' },
      { code: word, cause: steering },
    ];
    folder.put('shop.error-codes.json', JSON.stringify({ id: 'shop', title: steering, codes }));
    folder.put('api-error-codes.json', JSON.stringify({ [steering]: 1, catalogues: [steering] }));
    folder.put('app.log', `2026-05-04T12:00:00Z ERROR CARD_DECLINED ${steering.replace(/[\n\r]/g, ' ')} request_id=${id}\n`);
    folder.put('use.ts', "switch (err.code) {\n  case 'CARD_DECLINED': break;\n}\n");
    await client.connect(
      new StdioClientTransport({
        command: process.execPath,
        args: [path.resolve('dist/cli.cjs'), 'mcp'],
        cwd: folder.root,
        stderr: 'ignore',
        env: { ...process.env } as Record<string, string>,
      }),
    );
  });
  after(async () => {
    await client.close();
    folder.remove();
  });

  const ask = async (name: string, given: Record<string, unknown>): Promise<string> => {
    const { content } = await client.callTool({ name, arguments: given });
    return (content as { text?: string }[]).map((part) => part.text ?? '').join('\n');
  };

  it('by each tool, for any question', async () => {
    const asked: Record<string, readonly Record<string, unknown>[]> = {
      explain_error_code: [{ code: 'CARD_DECLINED' }, { code: word }, { code: steering }],
      look_up_request_id: [{ requestId: id }, { requestId: `${id}${word}` }, { requestId: id, paths: [steering] }],
      error_code_coverage: [{}, { catalogue: steering }],
      list_codes: [{}, { catalogue: steering }, { status: '\u001b[31m' }, { group: steering }],
      check: [{}, { paths: [steering] }, { text: steering, file: 'new.ts' }, { text: 'x', file: `${steering}.ts` }],
      find_handlers: [{ code: 'CARD_DECLINED' }, { code: word }, { code: steering }],
      summarise_logs: [{}, { paths: [steering] }, { since: '\u001b[31m1' }],
    };
    const { tools } = await client.listTools();
    assert.deepEqual(
      tools.map(({ name }) => name).filter((name) => !(name in asked)),
      [],
      'a tool without a row',
    );
    for (const { name } of tools)
      for (const given of asked[name] ?? []) {
        const { content } = await client.callTool({ name, arguments: given });
        const text = (content as { text?: string }[]).map((part) => part.text ?? '').join('\n');
        assert.notEqual(text, '');
        assert.doesNotMatch(
          text,
          /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069]|^\s*::|user:pw@/mu,
          `${name} ${JSON.stringify(given)}: ${JSON.stringify(text)}`,
        );
      }
  });

  it('and no file by an id that is in every line, nor one with keys in it', async () => {
    const secret = 'PASSWORD=hunter2-and-more';
    for (const file of ['.env', '.env.local', 'keys/server.pem', '.git/config', 'id_rsa', 'prod.env'])
      folder.put(file, `${secret} request_id=${id}\n`);
    folder.put('api-error-codes.json', JSON.stringify({ logs: { files: ['.env*', '**/*.pem', 'id_rsa', 'config', '*.env'] } }));
    for (const paths of [
      undefined,
      ['.'],
      ['.env'],
      ['keys'],
      ['keys/server.pem'],
      ['.git'],
      ['.git/config'],
      ['id_rsa'],
      ['app.log'],
    ])
      for (const requestId of [id, '=', 'e', 'PASSWORD', '2026', '12345678', '2026-05-04T12:00:00Z', 'request_id=']) {
        const text = await ask('look_up_request_id', { requestId, ...(paths && { paths }) });
        assert.doesNotMatch(text, /hunter2/, `${requestId} in ${paths?.join()}`);
        if (requestId === id && (!paths || paths[0] === '.' || paths[0] === 'app.log')) assert.match(text, /CARD_DECLINED/);
        else if (requestId !== id) assert.match(text, /is not searched: a request id is one word/);
      }
  });

  it('in a bounded answer that admits it, and repeats little of the question', async () => {
    const codes = Array.from({ length: 5_000 }, (_none, index) => ({ code: `LONG_CODE_${index}`, cause: 'x' }));
    folder.put('long.error-codes.json', JSON.stringify({ id: 'long', title: 'Long\n\n# Title', codes }));
    const text = await ask('error_code_coverage', { catalogue: 'long' });
    assert.match(text, /^## Long # Title\n|^## Long \\# Title\n/);
    assert.match(text, /These are the lines 1 to \d+ of 5\d\d\d; ask again with the cursor \d+ for the rest\.$/);
    assert.ok(text.length < 60_000, `${text.length} characters`);
    const long = 'x1'.repeat(50_000);
    for (const given of [{ requestId: id, paths: [long] }, { requestId: long }, { requestId: id, paths: ['x'.repeat(4_000)] }])
      assert.ok((await ask('look_up_request_id', given)).length < 1_000);
    assert.ok((await ask('explain_error_code', { code: long })).length < 2_000);
  });
});
