import * as vscode from 'vscode';

/** The commands that need logs on disk, log engines or programs. */
const commands = [
  'lookUpRequestId',
  'summariseLog',
  'copySupportReport',
  'showTimelineTable',
  'showRelatedRecords',
  'recentLookUps',
  'setEngineCredentials',
];

/** Says what is missing where a user asks for it. Menus hide most of these commands; a key or a link may still call them. */
export function registerNotInBrowser(): vscode.Disposable {
  const say = (): void => {
    void vscode.window.showInformationMessage(
      vscode.l10n.t(
        'A browser has no logs to search: requests are looked up and logs summarised in VS Code on a computer, in a remote workspace, or with npx api-error-codes.',
      ),
    );
  };
  return vscode.Disposable.from(
    ...commands.map((name) => vscode.commands.registerCommand(`apiErrorCodes.${name}`, say)),
    vscode.window.registerTreeDataProvider('apiErrorCodes.timeline', {
      getChildren: () => [],
      getTreeItem: (item: never) => item,
    }),
  );
}
