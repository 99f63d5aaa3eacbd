import type { CancellationToken, Connection } from 'vscode-languageserver';
import { runSafely } from '../handlers.ts';
import { invalid, readObject } from '../params.ts';
import { handlersOfMethod, type HandlersOfResult } from '../../protocol/protocol.ts';
import type { Workspace } from '../folders/workspace.ts';
import type { WorkspaceMentions } from '../folders/workspaceMentions.ts';

/** The most places that are sent: a list that a person reads. */
const mostPlaces = 200;

/** Answers `apiErrorCodes/handlersOf`. Call once. */
export function registerHandlersOf(connection: Connection, workspace: Workspace, mentions: WorkspaceMentions): void {
  connection.onRequest(handlersOfMethod, (params: unknown, token: CancellationToken) => {
    const { code } = readObject(params);
    if (typeof code !== 'string') throw invalid('code must be a string.');
    return runSafely<HandlersOfResult>(connection.console, handlersOfMethod, undefined, token, { places: [] }, async () => {
      await workspace.ready();
      await workspace.index.settled();
      const handled = (await mentions.placesOf(code)).filter(({ role }) => role === 'handled');
      const byPlace = new Map(
        handled.map(({ uri, range }) => [`${uri} ${range.start.line} ${range.start.character}`, { uri, range }]),
      );
      return { places: [...byPlace.values()].slice(0, mostPlaces) };
    });
  });
}
