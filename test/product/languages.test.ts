import assert from 'node:assert/strict';
import type { CodeAction, Diagnostic } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { scriptHosts } from '../../server/src/service/languages/embeddedScripts.ts';
import { languages } from '../../server/src/service/languages/registry.ts';
import { createTestFolder, startClient, type TestClient } from '../protocol/support/testClient.ts';
import { allCases } from '../unit/languages/cases/allCases.ts';
import { type Change, has } from '../unit/languages/languageCases.ts';
import { initializationOptions, runFor, server } from './support/product.ts';

interface Row extends Change {
  readonly id: string;
  readonly languageId: string;
  readonly extension: string;
}

const script = { before: '', after: '', ...typescriptSwitch() };

/** Each language with a site, and each document that holds scripts with that of TypeScript in it. */
const rows: readonly Row[] = [
  ...languages.flatMap(({ id, extensions }) => {
    const cases = allCases.find((candidate) => candidate.id === id);
    const change = [cases?.switch, cases?.chain].find((kind) => kind !== undefined && has(kind)) as Change | undefined;
    return cases && change
      ? extensions.map((extension) => ({
          id,
          languageId: cases.languageId,
          extension,
          before: change.before,
          after: change.after,
        }))
      : [];
  }),
  ...scriptHosts.flatMap(({ id, languageIds: [languageId = id], extensions }) =>
    extensions.map((extension) => {
      const put = (code: string) =>
        extension === '.astro' ? `---\n${code}---\n<p>x</p>\n` : `<p>x</p>\n<script lang="ts">\n${code}</script>\n`;
      return { id, languageId, extension, before: put(script.before), after: put(script.after) };
    }),
  ),
];

function typescriptSwitch(): Partial<Change> {
  const change = allCases.find(({ id }) => id === 'typescript')?.switch;
  return change && has(change) ? change : {};
}

describe('languages, read by the installed product', function () {
  this.timeout(30_000);
  let folder: ReturnType<typeof createTestFolder>;
  let client: TestClient;
  before(async () => {
    folder = createTestFolder();
    folder.put('package.json', '{"name":"x"}');
    folder.put('api.ts', "export const base = 'https://api.pikzels.com';\n");
    for (const { id, extension, before } of rows) folder.put(`${id}/site${extension}`, before);
    client = await startClient({ command: [server, '--stdio'], folders: [folder.root], initializationOptions });
  });
  after(async () => {
    await client.stop();
    folder.remove();
  });

  it('has a row for every language', () => {
    const missing = [...languages, ...scriptHosts].filter(({ id }) => !rows.some((row) => row.id === id));
    assert.deepEqual(
      missing.map(({ id }) => id),
      [],
    );
  });

  it('check finds the site of every row', async () => {
    const { findings, skipped } = JSON.parse(
      await runFor(1, folder.root, ['check', '--fail-on', 'hint', '--format', 'json']),
    ) as {
      findings: { file: string; rule: string; codes: string[] }[];
      skipped: unknown[];
    };
    assert.deepEqual(skipped, []);
    assert.deepEqual(
      findings.map(({ file, rule, codes }) => `${file} ${rule} ${codes.join(',')}`).sort(),
      rows.map(({ id, extension }) => `${id}/site${extension} unhandled-code SMART_BALANCE_PAYMENT_FAILED`).sort(),
    );
  });

  for (const { id, languageId, extension, before, after } of rows)
    it(`${id} (${extension}): the fix adds the missing case`, async () => {
      const uri = folder.uri(`${id}/site${extension}`);
      await client.open(uri, before, languageId);
      const [diagnostic] = await client.pull(uri);
      assert.ok(diagnostic);
      const document = TextDocument.create(uri, languageId, 1, before);
      assert.equal(TextDocument.applyEdits(document, await askForFix(client, uri, diagnostic)), after);
    });
});

async function askForFix(client: TestClient, uri: string, diagnostic: Diagnostic) {
  const params = { textDocument: { uri }, range: diagnostic.range, context: { diagnostics: [diagnostic] } };
  const actions = await client.connection.sendRequest<CodeAction[]>('textDocument/codeAction', params);
  const wanted = actions.find(({ title }) => title.startsWith('Add the missing case SMART_BALANCE_PAYMENT_FAILED'));
  assert.ok(wanted, actions.map(({ title }) => title).join(' | '));
  const resolved = wanted.edit ? wanted : await client.connection.sendRequest<CodeAction>('codeAction/resolve', wanted);
  const { edit } = resolved;
  const [change] = edit?.documentChanges ?? [];
  const edits = edit?.changes?.[uri] ?? (change && 'edits' in change ? change.edits : []);
  return edits as { range: Diagnostic['range']; newText: string }[];
}
