import { readEnumCodes } from './models/enumReading.ts';
import type { CatalogueSource } from './source.ts';

/** GraphQL schemas: enums of error codes, with their descriptions. */
export const graphql: CatalogueSource = {
  id: 'graphql',
  title: 'GraphQL schema',
  endings: ['.graphql', '.graphqls', '.gql'],
  accepts: () => true,
  read: (document) => Promise.resolve(readEnumCodes(document, '#')),
};
