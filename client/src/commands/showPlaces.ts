import * as vscode from 'vscode';
import { type PlaceItem, showPlacesCommand } from '../../../server/src/protocol/protocol.ts';

type Place = Pick<PlaceItem, 'uri' | 'range'>;
type Position = Place['range']['start'];

/** Opens the editor's own list of places; the command of the server's code lenses. */
export function registerShowPlaces(): vscode.Disposable {
  return vscode.commands.registerCommand(showPlacesCommand, async (uri: string, at: Position, places: readonly Place[]) => {
    await vscode.commands.executeCommand(
      'editor.action.showReferences',
      vscode.Uri.parse(uri),
      toPosition(at),
      places.map(toLocation),
    );
  });
}

function toPosition({ line, character }: Position): vscode.Position {
  return new vscode.Position(line, character);
}

/** A place of the server as the editor has it. */
export function toLocation({ uri, range }: Place): vscode.Location {
  return new vscode.Location(vscode.Uri.parse(uri), new vscode.Range(toPosition(range.start), toPosition(range.end)));
}
