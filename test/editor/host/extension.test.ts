import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { waitFor } from '../../../scripts/editor/waitFor.ts';
import { journey } from '../journeys.ts';

const brokenSwitch = `import { pikzels } from './pikzels';
export function react(error: { code: string }): string {
  switch (error.code) {
    case 'INSUFFICIENT_CREDITS': return 'top up';
    case 'GENERATION_TIMEOUT': return 'retry';
  }
  return pikzels;
}
`;

/** The journeys that need the editor's own API rather than its screen. */
export function describeExtension(): void {
  describe('The extension in its host', () => {
    it('starts when a file is opened that it knows, and not before', async () => {
      const extension = vscode.extensions.getExtension('api-error-codes.api-error-codes');
      assert.ok(extension !== undefined, 'the extension is not installed');
      assert.equal(extension.isActive, false);
      await openSampleFile('src/handleError.ts');
      await waitFor('the extension to start', () => extension.isActive);
    });

    it('explains a code on hover', async () => {
      const document = await openSampleFile('src/handleError.ts');
      assert.match(await hoverOn(document, 'INSUFFICIENT_CREDITS', '402'), /API balance is too low/);
    });

    it('reports in a document that is on no disk, and takes it back when the code is right', async () => {
      const document = await vscode.workspace.openTextDocument({ language: 'typescript', content: brokenSwitch });
      const editor = await vscode.window.showTextDocument(document);
      const [finding] = await waitFor('a diagnostic', () => findings(document));
      assert.equal(ruleOf(finding), 'unhandled-code');
      assert.equal(document.getText(finding?.range).startsWith('switch'), true);
      await editor.edit((edit) => edit.delete(new vscode.Range(0, 0, document.lineCount, 0)));
      await waitFor('no diagnostic', () => findings(document) === undefined);
    });

    it('applies a changed setting at once', async () => {
      const document = await openSampleFile('src/handleError.ts');
      await waitFor('a diagnostic', () => findings(document));
      const settings = vscode.workspace.getConfiguration('apiErrorCodes');
      try {
        await settings.update('severity', { 'unhandled-code': 'off' }, vscode.ConfigurationTarget.Workspace);
        await waitFor('no diagnostic', () => findings(document) === undefined);
      } finally {
        await settings.update('severity', undefined, vscode.ConfigurationTarget.Workspace);
      }
      await waitFor('the diagnostic again', () => findings(document));
    });

    it('has no findings about the error codes of another API', async () => {
      const content = brokenSwitch
        .replaceAll('pikzels', 'grpc')
        .replace('INSUFFICIENT_CREDITS', 'NOT_FOUND')
        .replace('GENERATION_TIMEOUT', 'CANCELLED');
      const other = await vscode.workspace.openTextDocument({ language: 'typescript', content });
      await vscode.window.showTextDocument(other);
      // The other document's diagnostic, opened later, shows that the server has had the time.
      const known = await vscode.workspace.openTextDocument({ language: 'typescript', content: brokenSwitch });
      await vscode.window.showTextDocument(known);
      await waitFor('a diagnostic', () => findings(known));
      assert.equal(findings(other), undefined);
    });

    it('answers again after its server was restarted', async () => {
      const document = await openSampleFile('src/handleError.ts');
      await vscode.commands.executeCommand('apiErrorCodes.restartServer');
      assert.match(await hoverOn(document, 'GENERATION_TIMEOUT', '504'), /exceeded timeout/);
    });
  });

  journey('languageModelTools', 'in the extension host', () => {
    it('gives assistants its tools, where the editor has such', async function () {
      const api = (vscode as { lm?: { tools?: readonly { name: string }[]; invokeTool?: InvokeTool } }).lm;
      // An editor of the oldest version that is supported has none.
      if (!api?.tools || !api.invokeTool) return this.skip();
      const names = api.tools.map(({ name }) => name).filter((name) => name.startsWith('apiErrorCodes_'));
      const offered = ['check', 'coverage', 'explain', 'findHandlers', 'listCodes', 'lookUp', 'summariseLogs'];
      assert.deepEqual(
        names.sort(),
        offered.map((name) => `apiErrorCodes_${name}`),
      );
      const { content } = await api.invokeTool('apiErrorCodes_explain', {
        input: { code: 'INSUFFICIENT_CREDITS' },
        toolInvocationToken: undefined,
      });
      assert.match(content.map(({ value }) => value).join(''), /402 Payment Required/);
      const ask = async (tool: string, input: object): Promise<string> => {
        const answer = await api.invokeTool?.(`apiErrorCodes_${tool}`, { input, toolInvocationToken: undefined });
        return answer?.content.map(({ value }) => value).join('') ?? '';
      };
      assert.match(await ask('listCodes', { status: '504' }), /GENERATION_TIMEOUT · 504/);
      assert.match(await ask('findHandlers', { code: 'INSUFFICIENT_CREDITS' }), /src\/handleError\.ts:\d+:\d+ handled/);
      assert.match(
        await ask('check', {}),
        /src\/handleError\.ts:\d+:\d+ \w+ unhandled-code: .*\nFix: .*\nAt \d+:\d+ insert:\n```\n/,
      );
    });
  });
}

async function openSampleFile(file: string): Promise<vscode.TextDocument> {
  const folder = vscode.workspace.workspaceFolders?.[0];
  assert.ok(folder !== undefined, 'no folder is open');
  const document = await vscode.workspace.openTextDocument(vscode.Uri.joinPath(folder.uri, file));
  await vscode.window.showTextDocument(document);
  return document;
}

/** The hover on the first place of a text, once `expected` is in it. */
function hoverOn(document: vscode.TextDocument, text: string, expected: string): Promise<string> {
  const position = document.positionAt(document.getText().indexOf(text) + 3);
  return waitFor(`a hover on ${text}`, async () => {
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', document.uri, position);
    const texts = hovers.flatMap(({ contents }) =>
      contents.map((content) => (typeof content === 'string' ? content : content.value)),
    );
    return texts.find((candidate) => candidate.includes(expected));
  });
}

/** This extension's diagnostics of a document; undefined without any. */
function findings(document: vscode.TextDocument): vscode.Diagnostic[] | undefined {
  const all = vscode.languages.getDiagnostics(document.uri).filter(({ source }) => source === 'API Error Codes');
  return all.length > 0 ? all : undefined;
}

function ruleOf(finding: vscode.Diagnostic | undefined): unknown {
  const code = finding?.code;
  return typeof code === 'object' ? code.value : code;
}

type InvokeTool = (
  name: string,
  options: { readonly input: object; readonly toolInvocationToken: undefined },
) => Promise<{ readonly content: readonly { readonly value: string }[] }>;
