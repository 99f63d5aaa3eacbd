import assert from 'node:assert/strict';
import { symlinkSync } from 'node:fs';
import path from 'node:path';
import type { Location } from 'vscode-languageserver/node';
import type { CoverageResult } from '../../server/src/protocol/protocol.ts';
import { compiledSources } from './support/compiledSources.ts';
import { runCommand } from './support/runCommand.ts';
import { createTestFolder, startClient, type TestClient } from './support/testClient.ts';

interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly role: string;
}

/** A workspace of all languages, in packages, with what must be left out. */
describe('the answers about one workspace', function () {
  this.timeout(120_000);
  let folder: ReturnType<typeof createTestFolder>;
  let client: TestClient;
  const sources = new Map<string, readonly [languageId: string, text: string]>();
  const nameOf = (uri: string): string => decodeURIComponent(uri.slice(folder.uri('').length + 1));

  before(async () => {
    folder = createTestFolder();
    folder.put('.gitignore', 'build/\n');
    folder.put('package.json', '{ "name": "shop", "dependencies": { "pikzels": "1" } }');
    for (const { languageId, file, source } of compiledSources)
      sources.set(`src/${languageId} files/${file}`, [languageId, source]);
    const [typescript] = compiledSources.filter(({ languageId }) => languageId === 'typescript');
    assert.ok(typescript);
    const text = typescript.source;
    sources.set('src/codes.ts', ['typescript', "export const ApiError = { Credits: 'INSUFFICIENT_CREDITS' } as const;\n"]);
    sources.set('src/uses.ts', [
      'typescript',
      "import { ApiError } from './codes';\nif (err.code === ApiError.Credits) {\n  pay();\n} else if (err.code === 'RATE_LIMIT_EXCEEDED') {\n  wait();\n}\n",
    ]);
    sources.set('src/windows.ts', ['typescript', `\ufeff${text.replaceAll('\n', '\r\n')}`]);
    sources.set('packages/quiet/a.ts', ['typescript', "switch (err.code) {\n  case 'FILE_TOO_LARGE': break;\n}\n"]);
    folder.put('packages/quiet/package.json', '{ "name": "quiet" }');
    sources.set('generated.ts', ['typescript', `// @generated\n${text}`]);
    for (const [name, [, content]] of sources) folder.put(name, content);
    folder.put('build/handle.ts', text);
    folder.put('node_modules/x/handle.js', text);
    folder.put('src/large.ts', `${text}${'// much\n'.repeat(300_000)}`);
    symlinkSync('src', path.join(folder.root, 'link'));
    client = await startClient({ folders: [folder.root] });
  });
  after(async () => {
    await client.stop();
    folder.remove();
  });

  it('is the same in the view, in references and by coverage', async () => {
    const rolesOf = ['handled', 'caught', 'compared', 'stubs', 'named'] as const;
    const { out } = await runCommand(['coverage', '--format', 'json'], folder.root);
    const [told] = (
      JSON.parse(out) as {
        catalogues: { handled: number; total: number; codes: ({ code: string } & Record<(typeof rolesOf)[number], Place[]>)[] }[];
      }
    ).catalogues;
    assert.ok(told && told.handled > 2);
    const spell = ({ file, line, column, role }: Place): string => `${file}:${line}:${column} ${role}`;
    const byCommand = new Map(
      told.codes.map((each) => [
        each.code,
        rolesOf
          .flatMap((role) => each[role])
          .map(spell)
          .sort(),
      ]),
    );
    const { catalogues } = await client.connection.sendRequest<CoverageResult>('apiErrorCodes/coverage', { wait: true });
    const [shown] = catalogues;
    const toPlace = ({ uri, range }: Location, role: string): Place => ({
      file: nameOf(uri),
      line: range.start.line + 1,
      column: range.start.character + 1,
      role,
    });
    const byView = new Map(
      shown?.codes.map(({ code, places }) => [code, places.map((place) => spell(toPlace(place, place.role))).sort()]),
    );
    assert.deepEqual(byView, byCommand);
    assert.deepEqual([shown?.handled, shown?.total], [told.handled, told.total]);
    // An unsaved file names every code, so that each can be asked for.
    const asking = 'untitled:Untitled-1';
    const codes = [...byCommand.keys()];
    await client.open(asking, `// api.pikzels.com\n${codes.map((code) => `use('${code}');\n`).join('')}`);
    for (const [index, code] of codes.entries()) {
      const found = await client.connection.sendRequest<Location[]>('textDocument/references', {
        textDocument: { uri: asking },
        position: { line: index + 1, character: 6 },
        context: { includeDeclaration: false },
      });
      const places = found.filter(({ uri }) => uri !== asking).map((location) => spell(toPlace(location, '')));
      assert.deepEqual(
        places.sort(),
        byCommand.get(code)?.map((place) => place.replace(/ \w+$/, ' ')),
        code,
      );
    }
    await client.connection.sendNotification('textDocument/didClose', { textDocument: { uri: asking } });
  });

  it('is the same by check and in open documents, in every language', async () => {
    const { out } = await runCommand(['check', '--format', 'json'], folder.root);
    const byCommand = (
      JSON.parse(out) as { findings: { file: string; line: number; column: number; rule: string; message: string }[] }
    ).findings.map(({ file, line, column, rule, message }) => `${file}:${line}:${column} ${rule}: ${message}`);
    const byEditor: string[] = [];
    for (const [name, [languageId, text]] of sources) {
      // Editors take the byte order mark away.
      await client.open(folder.uri(name), text.replace(/^\ufeff/, ''), languageId);
      for (const { range, code, message } of await client.pull(folder.uri(name)))
        byEditor.push(
          `${name}:${range.start.line + 1}:${range.start.character + 1} ${String(code)}: ${typeof message === 'string' ? message : ''}`,
        );
    }
    assert.deepEqual(byEditor.sort(), byCommand.sort());
    for (const { languageId } of compiledSources)
      assert.ok(
        byCommand.some((finding) => finding.startsWith(`src/${languageId} files/`)),
        languageId,
      );
  });
});
