import * as vscode from 'vscode';
import type { ServerConnection } from '../serverConnection.ts';
import { type ExplainParams, type ExplainResult, explainMethod } from '../../../server/src/protocol/protocol.ts';
import { createExplanationProvider } from '../explain/explanationProvider.ts';
import { plainText } from '../plainText.ts';
import { sayNoApi } from '../views/noKnownApi.ts';

/** *API Error Codes: Explain Error Code…*: choose a code, read its meaning in a Markdown preview. */
export function registerExplainErrorCode(server: ServerConnection): vscode.Disposable {
  const explain = (params: ExplainParams): Promise<ExplainResult> => server.sendRequest<ExplainResult>(explainMethod, params);
  const explanations = createExplanationProvider(server);
  const command = vscode.commands.registerCommand('apiErrorCodes.explainErrorCode', async (given?: unknown) => {
    const code = typeof given === 'string' ? given : await chooseCode(await explain(readCursor()));
    if (code === undefined) return;
    const { markdown } = await explain({ code });
    if (markdown !== undefined) return explanations.open(code);
    void vscode.window.showInformationMessage(vscode.l10n.t('No loaded catalogue has the error code {0}.', plainText(code)));
  });
  return vscode.Disposable.from(explanations, command);
}

function readCursor(): ExplainParams {
  const editor = vscode.window.activeTextEditor;
  if (!editor) return {};
  const { line, character } = editor.selection.active;
  return { cursor: { uri: editor.document.uri.toString(), position: { line, character } } };
}

async function chooseCode({ codes, at }: ExplainResult): Promise<string | undefined> {
  if (codes.length === 0) return sayNoApi();
  const items = codes.map(({ code, status, cause, catalogue }) => ({
    label: code,
    description: [status, catalogue].filter((part) => part !== '').join(' · '),
    detail: cause,
  }));
  const here = items.filter(({ label }) => label === at);
  const heading = (label: string): vscode.QuickPickItem => ({ label, kind: vscode.QuickPickItemKind.Separator });
  const others = items.filter(({ label }) => label !== at);
  const item = await vscode.window.showQuickPick(
    here.length > 0
      ? [heading(vscode.l10n.t('at the cursor')), ...here, heading(vscode.l10n.t('all error codes')), ...others]
      : others,
    {
      title: vscode.l10n.t('Explain Error Code'),
      placeHolder: vscode.l10n.t('Choose a code, or type a part of its cause'),
      matchOnDescription: true,
      matchOnDetail: true,
    },
  );
  return item?.label;
}
