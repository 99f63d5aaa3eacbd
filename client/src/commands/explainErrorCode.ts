import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import { type ExplainParams, type ExplainResult, explainMethod } from '../../../server/src/protocol/protocol.ts';
import { plainText } from '../plainText.ts';

/** *API Error Codes: Explain Error Code…*: choose a code, read its meaning in a Markdown preview. */
export function registerExplainErrorCode(client: LanguageClient): vscode.Disposable {
  const explain = (params: ExplainParams): Promise<ExplainResult> => client.sendRequest<ExplainResult>(explainMethod, params);
  return vscode.commands.registerCommand('apiErrorCodes.explainErrorCode', async (code?: unknown) => {
    const chosen = typeof code === 'string' ? code : await chooseCode(await explain({}));
    if (chosen === undefined) return;
    const { markdown } = await explain({ code: chosen });
    if (markdown === undefined) {
      void vscode.window.showInformationMessage(vscode.l10n.t('No loaded catalogue has the error code {0}.', plainText(chosen)));
      return;
    }
    const document = await vscode.workspace.openTextDocument({ language: 'markdown', content: markdown });
    await vscode.commands.executeCommand('markdown.showPreview', document.uri);
  });
}

async function chooseCode({ codes }: ExplainResult): Promise<string | undefined> {
  const items = codes.map(({ code, status, cause, catalogue }) => ({
    label: code,
    description: `${status} · ${catalogue}`,
    detail: cause,
  }));
  const item = await vscode.window.showQuickPick(items, {
    title: vscode.l10n.t('Explain Error Code'),
    placeHolder: vscode.l10n.t('Choose a code, or type a part of its cause'),
    matchOnDescription: true,
    matchOnDetail: true,
  });
  return item?.label;
}
