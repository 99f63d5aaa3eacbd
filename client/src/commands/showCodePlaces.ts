import * as vscode from 'vscode';
import type { ServerConnection } from '../serverConnection.ts';
import {
  handlersOfMethod,
  type HandlersOfParams,
  type HandlersOfResult,
  showCodePlacesCommand,
} from '../../../server/src/protocol/protocol.ts';
import { toLocation } from './showPlaces.ts';

/** Behind “handled in 3 places” in a hover: opens the editor's own list of these places. */
export function registerShowCodePlaces(server: ServerConnection): vscode.Disposable {
  return vscode.commands.registerCommand(showCodePlacesCommand, async (code: unknown, role: unknown, catalogue: unknown) => {
    const editor = vscode.window.activeTextEditor;
    if (typeof code !== 'string' || typeof role !== 'string' || typeof catalogue !== 'string' || !editor) return;
    const params: HandlersOfParams = { code, role, catalogue };
    const { places } = await server.sendRequest<HandlersOfResult>(handlersOfMethod, params);
    const { uri } = editor.document;
    await vscode.commands.executeCommand('editor.action.showReferences', uri, editor.selection.active, places.map(toLocation));
  });
}
