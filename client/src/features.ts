import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
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
  client: BaseLanguageClient,
  context: vscode.ExtensionContext,
  output: vscode.LogOutputChannel,
): vscode.Disposable {
  // As its texts.
  if (vscode.l10n.bundle) setNumberLanguage(vscode.env.language);
  return vscode.Disposable.from(
    createStatusItem(client),
    createErrorCodesView(client),
    registerRestartServer(client),
    registerExample(context),
    registerShowOutput(output),
    registerAddMissingCases(),
    registerShowPlaces(),
    registerShowCodePlaces(client),
    registerShowSiteCodes(client),
    registerNotThisApi(),
    registerExcludeFolder(),
    registerCheckWorkspace(client),
    registerAddErrorCodes(client),
    registerExplainErrorCode(client),
  );
}

/** The log of the extension, and of its server. */
export function createOutput(): vscode.LogOutputChannel {
  return vscode.window.createOutputChannel('API Error Codes', { log: true });
}
