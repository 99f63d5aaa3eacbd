import * as vscode from 'vscode';
import type { ServerConnection } from '../serverConnection.ts';
import { handlersOfMethod, type HandlersOfParams, type HandlersOfResult } from '../../../server/src/protocol/protocol.ts';
import { plainText } from '../plainText.ts';

/** A place that handles a code, as an item to choose. */
export interface HandlerItem extends vscode.QuickPickItem {
  readonly place: HandlersOfResult['places'][number];
}

/** Opens the place that handles a code; lets one choose among several, and shows a message when no place does. */
export async function goToHandler(server: ServerConnection, code: string): Promise<void> {
  const items = await findHandlers(server, code);
  if (items.length === 0) {
    void vscode.window.showInformationMessage(vscode.l10n.t('No place in this workspace handles {0}.', plainText(code)));
    return;
  }
  const title = vscode.l10n.t('Where {0} Is Handled', code);
  const chosen = items.length === 1 ? items[0] : await vscode.window.showQuickPick(items, { title });
  if (chosen) await openHandler(chosen);
}

/** The places that handle a code, by file and line. */
export async function findHandlers(server: ServerConnection, code: string): Promise<HandlerItem[]> {
  const params: HandlersOfParams = { code };
  const { places } = await server.sendRequest<HandlersOfResult>(handlersOfMethod, params);
  return places.map((place) => {
    const path = vscode.workspace.asRelativePath(vscode.Uri.parse(place.uri));
    return { label: `$(go-to-file) ${plainText(path)}:${place.range.start.line + 1}`, place };
  });
}

/** Opens a place with the cursor at it. */
export async function openHandler({ place: { uri, range } }: HandlerItem): Promise<void> {
  const start = new vscode.Position(range.start.line, range.start.character);
  await vscode.window.showTextDocument(vscode.Uri.parse(uri), { selection: new vscode.Range(start, start) });
}
