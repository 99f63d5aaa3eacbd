import * as vscode from 'vscode';
import type { CodeCoverageItem } from '../../../server/src/protocol/protocol.ts';
import type { CodeTreeNode } from './codeTree.ts';

const logs = '**/*.log, **/*.log.*, **/*.jsonl, **/*.ndjson';

/** The commands of a code's context menu in the *Error Codes* view. */
export function registerCodeCommands(): vscode.Disposable {
  const command = (name: string, run: (code: CodeCoverageItem) => unknown): vscode.Disposable =>
    vscode.commands.registerCommand(`apiErrorCodes.${name}`, (node?: CodeTreeNode) =>
      node?.kind === 'code' ? run(node.code) : undefined,
    );
  return vscode.Disposable.from(
    command('explainThisCode', ({ code }) => vscode.commands.executeCommand('apiErrorCodes.explainErrorCode', code)),
    command('copyCode', ({ code }) => vscode.env.clipboard.writeText(code)),
    // Ignore files keep dependencies and built files out; logs are usually ignored.
    command('findInCode', ({ code }) => findInFiles(code, { filesToExclude: logs, useExcludeSettingsAndIgnoreFiles: true })),
    command('findInLogs', ({ code }) => findInFiles(code, { filesToInclude: logs, useExcludeSettingsAndIgnoreFiles: false })),
    command('openEntry', ({ definition }) => {
      if (!definition) return undefined;
      const { start, end } = definition.range;
      const selection = new vscode.Range(start.line, start.character, end.line, end.character);
      return vscode.window.showTextDocument(vscode.Uri.parse(definition.uri, true), { selection, preview: true });
    }),
    command('openDocumentation', ({ docs }) => docs !== undefined && vscode.env.openExternal(vscode.Uri.parse(docs, true))),
  );
}

function findInFiles(query: string, files: object): Thenable<unknown> {
  return vscode.commands.executeCommand('workbench.action.findInFiles', {
    // A search for other files may have left its own behind.
    filesToInclude: '',
    filesToExclude: '',
    query,
    triggerSearch: true,
    matchWholeWord: true,
    isCaseSensitive: true,
    isRegex: false,
    ...files,
  });
}
