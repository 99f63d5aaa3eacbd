import assert from 'node:assert/strict';
import { rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Hover } from 'vscode-languageserver/node';
import type { ReadCatalogueResult, StatusParams } from '../../server/src/protocol/protocol.ts';
import { runCommand } from './support/runCommand.ts';
import { createTestFolder, startClient, type TestClient, waitFor } from './support/testClient.ts';

const page = (rows: readonly string[]): string =>
  `# Mail API\n\n| Code | HTTP | Description |\n|---|---|---|\n${rows.map((row) => `| \`${row}\` | 422 | About ${row}. |\n`).join('')}`;
const site = "switch (err.code) {\n  case 'BAD_ADDRESS': break;\n}\n";

describe('catalogues that settings link to', function () {
  this.timeout(30_000);
  let folder: ReturnType<typeof createTestFolder>;
  let other: ReturnType<typeof createTestFolder>;
  let client: TestClient | undefined;

  beforeEach(() => {
    folder = createTestFolder();
    other = createTestFolder();
    folder.put('package.json', '{}');
    other.put('package.json', '{}');
    folder.put('docs/errors.md', page(['BAD_ADDRESS', 'OUT_OF_QUOTA']));
  });
  afterEach(async () => {
    await client?.stop();
    client = undefined;
    folder.remove();
    other.remove();
  });

  const start = (section: (uri: string) => unknown, options: object = {}, folders = [folder.root]) =>
    startClient({
      folders,
      capabilities: { workspace: { configuration: true }, textDocument: { diagnostic: {} } },
      configuration: (uri) => section(uri ?? ''),
      ...options,
    });
  const messages = async (uri: string): Promise<readonly string[]> =>
    (await client?.pull(uri))?.map(({ message }) => (typeof message === 'string' ? message : JSON.stringify(message))) ?? [];

  for (const [form, catalogues] of [
    ['a list of paths', ['docs/*.md']],
    ['a list of objects', [{ path: 'docs/errors.md', title: 'Mail API' }]],
    ['an object by id', { mail: { path: 'docs/errors.md' } }],
  ] as const) {
    it(`${form}: a Markdown page is read in place, and edits to it take effect at once`, async () => {
      client = await start(() => ({ catalogues }));
      const uri = folder.uri('src/send.ts');
      await client.open(uri, site);
      assert.match((await messages(uri)).join(), /The Mail API error code OUT_OF_QUOTA \(422\) is not handled\./);
      const document = folder.uri('docs/errors.md');
      await client.open(document, page(['BAD_ADDRESS', 'OUT_OF_QUOTA', 'TOO_LONG_TEXT']), 'markdown');
      assert.match(
        (await messages(uri)).join(),
        /^2 Mail API error codes are not handled: OUT_OF_QUOTA \(422\) and TOO_LONG_TEXT/,
      );
      // A page that is broken for a moment leaves the last good version in use.
      await client.change(document, 2, '# Mail API\n');
      assert.match((await messages(uri)).join(), /^2 Mail API/);
      assert.match((await messages(document)).join(), /No error code was found|no table|no error code/i);
    });
  }

  it('leads from a code to its row in the page', async () => {
    client = await start(() => ({ catalogues: { mail: { path: 'docs/errors.md' } } }));
    const uri = folder.uri('src/send.ts');
    await client.open(uri, site);
    const [definition] = await client.connection.sendRequest<{ uri: string; range: { start: object } }[]>(
      'textDocument/definition',
      {
        textDocument: { uri },
        position: { line: 1, character: 12 },
      },
    );
    assert.deepEqual([definition?.uri, definition?.range.start], [folder.uri('docs/errors.md'), { line: 4, character: 3 }]);
  });

  it('shows its API only in the files that it is mapped to', async () => {
    client = await start(() => ({ catalogues: [{ path: 'docs/errors.md', files: ['src/mail/**'] }] }));
    const [inside, outside] = [folder.uri('src/mail/send.ts'), folder.uri('src/other.ts')];
    await client.open(inside, site);
    await client.open(outside, site);
    assert.equal((await messages(inside)).length, 1);
    assert.deepEqual(await messages(outside), []);
  });

  it('counts in the folder whose settings name it, and in no other one', async () => {
    other.put('docs/errors.md', page(['BAD_ADDRESS', 'SOMETHING_ELSE']));
    client = await start(
      (uri) => ({
        catalogues: {
          mail: { path: 'docs/errors.md', title: uri.includes(path.basename(other.root)) ? 'Other API' : 'Mail API' },
        },
      }),
      {},
      [folder.root, other.root],
    );
    const [one, two] = [folder.uri('src/send.ts'), other.uri('src/send.ts')];
    await client.open(one, site);
    await client.open(two, site);
    assert.match((await messages(one)).join(), /^The Mail API error code OUT_OF_QUOTA/);
    assert.match((await messages(two)).join(), /^The Other API error code SOMETHING_ELSE/);
  });

  it('reports the target of a link that leads nowhere; one that goes away takes its codes with it', async () => {
    let status: StatusParams | undefined;
    client = await start(() => ({ catalogues: ['docs/errors.md', 'docs/none.md', 'api/*.yaml'] }));
    client.connection.onNotification('$/apiErrorCodes/status', (params: StatusParams) => void (status = params));
    const uri = folder.uri('src/send.ts');
    await client.open(uri, site);
    assert.equal((await messages(uri)).length, 1);
    await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
    rmSync(path.join(folder.root, 'docs'), { recursive: true });
    await client.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: folder.uri('docs/errors.md'), type: 3 }],
    });
    await waitFor('the notices about missing documents', () =>
      status?.notices.includes('The setting apiErrorCodes.catalogues names docs/errors.md does not exist.'),
    );
    assert.ok(status?.notices.includes('The setting apiErrorCodes.catalogues names api/*.yaml matches no file.'));
    assert.deepEqual(await messages(uri), []);
  });

  it('answers while a very long page is read', async () => {
    folder.put('docs/long.md', page(Array.from({ length: 8_000 }, (_, index) => `LONG_CODE_${index}`)));
    client = await start(() => ({}));
    let isRead = false;
    const reading = client.connection
      .sendRequest<ReadCatalogueResult>('apiErrorCodes/readCatalogue', { documents: [{ uri: folder.uri('docs/long.md') }] })
      .then(({ codes }) => {
        isRead = true;
        return codes.length;
      });
    await client.connection.sendRequest('apiErrorCodes/explain', { code: 'NOT_FOUND' });
    assert.equal(isRead, false, 'the short answer comes first');
    assert.equal(await reading, 8_000);
  });

  it('leaves out files outside of a workspace that is not trusted', async () => {
    const outside = other.put('errors.md', page(['BAD_ADDRESS', 'OUT_OF_QUOTA']));
    for (const trusted of [true, false]) {
      client = await start(() => ({ catalogues: [{ path: outside, files: ['**'] }] }), { initializationOptions: { trusted } });
      const uri = folder.uri('src/send.ts');
      await client.open(uri, site);
      assert.equal((await messages(uri)).length, trusted ? 1 : 0);
      await client.stop();
    }
    client = undefined;
  });

  it('renders nothing of a document as markup', async () => {
    folder.put(
      'evil.error-codes.json',
      JSON.stringify({
        id: 'evil',
        title: '[x](command:workbench.action.quit)',
        codes: [{ code: 'BAD_ADDRESS', cause: '<img src=x onerror=alert(1)> [click](command:workbench.action.quit) `a` **b**' }],
      }),
    );
    client = await start(() => ({}));
    const uri = folder.uri('src/send.ts');
    await client.open(uri, site);
    const hover = await client.connection.sendRequest<Hover>('textDocument/hover', {
      textDocument: { uri },
      position: { line: 1, character: 12 },
    });
    const { value } = hover.contents as { value: string };
    assert.doesNotMatch(value, /(?<!\\)\]\(command:|(?<!\\)<img|(?<!\\)`a|(?<!\\)\*\*b/);
    assert.match(value, /click/);
  });

  it('reads documents for a preview: files, pasted tables, and what was left out', async () => {
    client = await start(() => ({}));
    const read = (params: object) => client?.connection.sendRequest<ReadCatalogueResult>('apiErrorCodes/readCatalogue', params);
    const file = await read({
      documents: [{ uri: folder.uri('docs/errors.md') }],
      id: 'mail',
      hosts: ['api.mail.test'],
      leaveOut: ['OUT_OF_QUOTA'],
    });
    assert.deepEqual(
      file?.codes.map(({ code, status }) => [code, status]),
      [
        ['BAD_ADDRESS', '422'],
        ['OUT_OF_QUOTA', '422'],
      ],
    );
    assert.equal(file.summary, '2 codes from 1 table');
    assert.match(
      file.text,
      /^id: mail\ntitle: Mail API\ndetect:\n {2}hosts:\n {4}- api\.mail\.test\ncodes:\n {2}- code: BAD_ADDRESS\n/m,
    );
    assert.doesNotMatch(file.text, /OUT_OF_QUOTA\n/);
    const pasted = await read({ documents: [{ text: 'Code\tStatus\tMeaning\nA_B\t404\tNot there\nC_D\t409\tToo late\n' }] });
    assert.deepEqual(
      pasted?.codes.map(({ code, status, cause }) => [code, status, cause]),
      [
        ['A_B', '404', 'Not there'],
        ['C_D', '409', 'Too late'],
      ],
    );
    const nothing = await read({ documents: [{ text: 'Hello\n' }] });
    assert.deepEqual([nothing?.codes, nothing?.text], [[], '']);
    assert.ok((nothing?.notes.length ?? 0) > 0);
    await assert.rejects(
      client.connection.sendRequest('apiErrorCodes/readCatalogue', { documents: 7 }),
      /documents must be a list/,
    );
  });

  it('may be the models that a package has installed, compressed as they are', async () => {
    const model = {
      metadata: { endpointPrefix: 'states', serviceFullName: 'AWS Step Functions' },
      shapes: {
        ExecutionLimitExceeded: { type: 'structure', members: {}, exception: true, documentation: '<p>Too many run.</p>' },
        InvalidArn: { type: 'structure', members: {}, exception: true, documentation: '<p>The ARN is wrong.</p>' },
      },
    };
    const place = '.venv/lib/python3.12/site-packages/botocore/data/stepfunctions/2016-11-23';
    folder.put(`${place}/examples-1.json`, '{}');
    writeFileSync(path.join(folder.root, place, 'service-2.json.gz'), gzipSync(JSON.stringify(model)));
    const link = '.venv/lib/python3.12/site-packages/botocore/data/stepfunctions/*/service-2.json.gz';
    folder.put('api-error-codes.yaml', `catalogues:\n  step-functions: { path: "${link}", files: ["src/**"] }\n`);
    folder.put('src/a.py', 'if err.code == "InvalidArn":\n    a()\nelif err.code == "ExecutionLimitExceded":\n    b()\n');
    const { out } = await runCommand(['check', 'src'], folder.root);
    assert.match(out, /AWS Step Functions has no error code ExecutionLimitExceded\. Did you mean ExecutionLimitExceeded\?/);
  });
});
