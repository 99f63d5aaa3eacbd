import * as vscode from 'vscode';
import { type PlaceItem, showPlacesCommand } from '../../../server/src/protocol/protocol.ts';

type Place = Pick<PlaceItem, 'uri' | 'range'>;
type Position = Place['range']['start'];

/** Opens the editor's own list of places; the command of the server's code lenses. */
export function registerShowPlaces(): vscode.Disposable {
  return vscode.commands.registerCommand(showPlacesCommand, async (uri: string, at: Position, places: readonly Place[]) => {
    const position = ({ line, character }: Position): vscode.Position => new vscode.Position(line, character);
    await vscode.commands.executeCommand(
      'editor.action.showReferences',
      vscode.Uri.parse(uri),
      position(at),
      places.map(
        (place) =>
          new vscode.Location(
            vscode.Uri.parse(place.uri),
            new vscode.Range(position(place.range.start), position(place.range.end)),
          ),
      ),
    );
  });
}
