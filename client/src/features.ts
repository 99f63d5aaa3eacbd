import * as vscode from 'vscode';
import type { ServerConnection } from './serverConnection.ts';
import { registerAddErrorCodes } from './commands/addErrorCodes.ts';
import { registerAddMissingCases } from './commands/addMissingCases.ts';
import { registerCheckWorkspace } from './commands/checkWorkspace.ts';
import { registerExcludeFolder } from './commands/excludeFolder.ts';
import { registerExplainErrorCode } from './commands/explainErrorCode.ts';
import { registerNotThisApi } from './commands/notThisApi.ts';
import { registerRestartServer } from './commands/restartServer.ts';
import { registerShowCodePlaces } from './commands/showCodePlaces.ts';
import { registerShowOutput } from './commands/showOutput.ts';
import { registerShowPlaces } from './commands/showPlaces.ts';
import { registerShowSiteCodes } from './commands/showSiteCodes.ts';
import { createErrorCodesView } from './errorCodes/errorCodesView.ts';
import { registerExample } from './example/exampleFiles.ts';
import { createStatusItem } from './views/statusItem.ts';
import { setNumberLanguage } from '../../server/src/shared/formatNumber.ts';

/** The commands and views that are the same wherever the extension runs. */
export function registerFeatures(
  server: ServerConnection,
  context: vscode.ExtensionContext,
  output: vscode.LogOutputChannel,
): vscode.Disposable {
  // As its texts.
  if (vscode.l10n.bundle) setNumberLanguage(vscode.env.language);
  return vscode.Disposable.from(
    createStatusItem(server),
    createErrorCodesView(server),
    registerRestartServer(server),
    registerExample(context),
    registerShowOutput(output),
    registerAddMissingCases(),
    registerShowPlaces(),
    registerShowCodePlaces(server),
    registerShowSiteCodes(server),
    registerNotThisApi(),
    registerExcludeFolder(),
    registerCheckWorkspace(server),
    registerAddErrorCodes(server),
    registerExplainErrorCode(server),
  );
}

/** The log of the extension, and of its server. */
export function createOutput(): vscode.LogOutputChannel {
  return vscode.window.createOutputChannel('API Error Codes', { log: true });
}
