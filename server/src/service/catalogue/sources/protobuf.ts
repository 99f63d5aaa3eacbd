import { readEnumCodes } from './models/enumReading.ts';
import type { CatalogueSource } from './source.ts';

/** Protocol buffers: enums of error codes, with their comments. */
export const protobuf: CatalogueSource = {
  id: 'protobuf',
  title: 'protobuf file',
  endings: ['.proto'],
  accepts: () => true,
  read: (document) => Promise.resolve(readEnumCodes(document, '//')),
};
