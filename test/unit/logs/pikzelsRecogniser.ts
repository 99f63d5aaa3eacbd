import { loadBuiltinCatalogues } from '../../../server/src/service/catalogue/builtinCatalogues.ts';
import { createBoundedPattern } from '../../../server/src/service/mentions/boundedPattern.ts';
import { createLogRecogniser } from '../../../server/src/service/logs/logRecogniser.ts';

/** What the built-in catalogue makes recognisable. */
export const recogniser = createLogRecogniser(loadBuiltinCatalogues(), createBoundedPattern);

/** The request id of the examples. */
export const requestId = '18b2ad5e-2a9e-4d3f-b9a8-9f2a1e0b1234';
