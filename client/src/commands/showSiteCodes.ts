import * as vscode from 'vscode';
import type { ServerConnection } from '../serverConnection.ts';
import {
  type SiteCodesParams,
  type SiteCodesResult,
  showSiteCodesCommand,
  siteCodesMethod,
} from '../../../server/src/protocol/protocol.ts';
import { plainText } from '../plainText.ts';

type SiteCode = SiteCodesResult['codes'][number];

/** Behind the line over a place: its codes, to go to those that are handled and to add those that are missing. */
export function registerShowSiteCodes(server: ServerConnection): vscode.Disposable {
  const ask = (params: SiteCodesParams): Promise<SiteCodesResult> => server.sendRequest<SiteCodesResult>(siteCodesMethod, params);
  return vscode.commands.registerCommand(showSiteCodesCommand, async (uri: string, position: SiteCodesParams['position']) => {
    const { codes } = await ask({ uri, position });
    const chosen = await vscode.window.showQuickPick(describeCodes(codes), {
      title: vscode.l10n.t('Error Codes of This Place'),
      placeHolder: vscode.l10n.t('Choose a missing code to add its case, or another to go to it'),
      matchOnDescription: true,
      matchOnDetail: true,
    });
    if (!chosen?.code) return;
    const { code, state, range } = chosen.code;
    const added = state === 'missing' ? await addCase(vscode.Uri.parse(uri), await ask({ uri, position, add: code })) : range;
    if (!added) {
      void vscode.window.showInformationMessage(
        state === 'missing'
          ? vscode.l10n.t('No case for {0} can be added here.', plainText(code))
          : vscode.l10n.t('{0} is handled here by its class.', plainText(code)),
      );
      return;
    }
    const start = new vscode.Position(added.start.line, added.start.character);
    await vscode.window.showTextDocument(vscode.Uri.parse(uri), { selection: new vscode.Range(start, start) });
  });
}

/** @returns the place of the new case; undefined where nothing was written */
async function addCase(uri: vscode.Uri, { edits = [], version }: SiteCodesResult): Promise<SiteCode['range']> {
  const document = await vscode.workspace.openTextDocument(uri);
  if (edits.length === 0 || document.version !== version) return undefined;
  const change = new vscode.WorkspaceEdit();
  for (const { range, newText } of edits) {
    const { start, end } = range;
    change.replace(uri, new vscode.Range(start.line, start.character, end.line, end.character), newText);
  }
  if (!(await vscode.workspace.applyEdit(change))) return undefined;
  // The last one is the case itself: types and imports are further up.
  const last = edits.reduce((one, other) => (other.range.start.line >= one.range.start.line ? other : one));
  return last.range;
}

function describeCodes(codes: readonly SiteCode[]): readonly (vscode.QuickPickItem & { readonly code?: SiteCode })[] {
  const headings = {
    missing: vscode.l10n.t('missing: add the case'),
    stub: vscode.l10n.t('stubs'),
    handled: vscode.l10n.t('handled'),
  };
  const icons = { missing: '$(add)', stub: '$(tools)', handled: '$(check)' };
  return (['missing', 'stub', 'handled'] as const).flatMap((state) => {
    const own = codes.filter((code) => code.state === state);
    if (own.length === 0) return [];
    return [
      { label: headings[state], kind: vscode.QuickPickItemKind.Separator },
      ...own.map((code) => ({
        label: `${icons[state]} ${plainText(code.code)}`,
        description: code.status,
        detail: plainText(code.cause),
        code,
      })),
    ];
  });
}
