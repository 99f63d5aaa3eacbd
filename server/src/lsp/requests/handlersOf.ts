import { answerRequest } from '../handlers.ts';
import { readObject, readString } from '../params.ts';
import { toLocations } from './navigationRequests.ts';
import type { WholeServer } from '../wholeServer.ts';
import { handlersOfMethod, type HandlersOfResult } from '../../protocol/protocol.ts';

/** The most places that are sent: a list that a person reads. */
const mostPlaces = 200;

/** Answers `apiErrorCodes/handlersOf`. Call once. */
export function registerHandlersOf({ connection, workspace, mentions }: WholeServer): void {
  answerRequest(
    connection,
    handlersOfMethod,
    (params) => readString(readObject(params), 'code'),
    (): HandlersOfResult => ({ places: [] }),
    async (code) => {
      await workspace.ready();
      await workspace.index.settled();
      const handled = (await mentions.placesOf(code)).filter(({ role }) => role === 'handled' || role === 'caught');
      return { places: toLocations(handled).slice(0, mostPlaces) };
    },
  );
}
