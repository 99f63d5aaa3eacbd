import generated from '../../generated/builtinCatalogues.json' with { type: 'json' };
import type { Catalogue, SourceLocation } from '../types.ts';
import type { CatalogueFile } from './catalogueFile.ts';
import { createCatalogue } from './createCatalogue.ts';

const files = generated as unknown as readonly {
  readonly name: string;
  readonly file: CatalogueFile;
  readonly locations: readonly SourceLocation[];
}[];

/**
 * The catalogues that ship with the product.
 * @param folderUri the folder of their YAML files, for go to definition; absent: definitions have no target
 */
export function loadBuiltinCatalogues(folderUri?: string): readonly Catalogue[] {
  return files.map(({ name, file, locations }) =>
    createCatalogue(file, { builtin: true, locations, ...(folderUri === undefined ? {} : { uri: `${folderUri}/${name}` }) }),
  );
}
