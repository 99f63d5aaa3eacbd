import { answerRequest } from '../handlers.ts';
import { readObject, readOptionalString, readString } from '../params.ts';
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
    (params) => {
      const given = readObject(params);
      return {
        code: readString(given, 'code'),
        role: readOptionalString(given, 'role'),
        id: readOptionalString(given, 'catalogue'),
      };
    },
    (): HandlersOfResult => ({ places: [] }),
    async ({ code, role: wanted, id }) => {
      await workspace.ready();
      await workspace.index.settled();
      const isWanted = (role: string): boolean =>
        wanted === undefined ? role === 'handled' || role === 'caught' : role === wanted;
      const handled = (await mentions.placesOf(code)).filter(
        ({ role, catalogue }) => isWanted(role) && (id === undefined || catalogue === id),
      );
      return { places: toLocations(handled).slice(0, mostPlaces) };
    },
  );
}
