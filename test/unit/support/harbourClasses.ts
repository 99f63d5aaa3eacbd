import { createCatalogue } from '../../../server/src/service/catalogue/createCatalogue.ts';
import type { Catalogue } from '../../../server/src/service/types.ts';

/** By language, the module of the classes. */
const modules: Readonly<Record<string, readonly string[]>> = {
  python: ['harbour'],
  typescript: ['@harbour/sdk'],
  java: ['com.harbour'],
  kotlin: ['com.harbour'],
  scala: ['com.harbour'],
  csharp: ['Harbour.Sdk'],
  php: ['Harbour\\Exception'],
  ruby: ['Harbour'],
  go: ['github.com/harbour/harbour-go'],
  rust: ['harbour'],
  swift: ['HarbourKit'],
  dart: ['package:harbour'],
  cpp: ['harbour'],
};

/** An API whose SDKs have a class for all errors, and three below it. Its codes are `TIDE_TOO_LOW`, `BERTH_TAKEN` and `CREW_MISSING`. */
export function createHarbourWithClasses(open = false): Catalogue {
  return createCatalogue(
    {
      id: 'harbour',
      title: 'Harbour API',
      open,
      detect: { hosts: ['api.harbour.example'] },
      codes: [
        { code: 'TIDE_TOO_LOW', status: 503, cause: 'The water is too low', retry: 'backoff' },
        { code: 'BERTH_TAKEN', status: 409, cause: 'A ship is there already', retry: 'never' },
        { code: 'CREW_MISSING', status: 409, cause: 'Nobody is on board', retry: 'afterChange' },
      ],
      classes: [
        { name: 'HarbourError', in: modules },
        {
          name: 'TideError',
          in: modules,
          extends: 'HarbourError',
          codes: ['TIDE_TOO_LOW'],
          cause: 'Wait for the flood',
          retry: 'backoff',
        },
        { name: 'BerthError', in: modules, extends: 'HarbourError', status: 409 },
        { name: 'FogError', in: modules, extends: 'HarbourError', cause: 'Nothing is seen' },
        { name: 'harbourcode.CrewMissing', in: { go: ['github.com/harbour/harbourcode'] }, codes: ['CREW_MISSING'] },
      ],
      operations: { Moor: { names: ['moor', 'Moor'], codes: ['BERTH_TAKEN', 'TIDE_TOO_LOW'] } },
    },
    { builtin: false, locations: [] },
  );
}
