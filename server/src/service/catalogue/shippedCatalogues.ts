import heads from '../../generated/shippedHeads.json' with { type: 'json' };
import type { Catalogue } from '../types.ts';
import type { CatalogueFile } from './catalogueFile.ts';
import { createCatalogue } from './createCatalogue.ts';

/** A catalogue that ships with the product and is only read where its API shows. */
export interface ShippedCatalogue {
  /** Its file below the folder of the built-in catalogues. */
  readonly file: string;
  /** The catalogue without its codes and classes: all that is needed to find its API. */
  readonly head: Catalogue;
}

/** The catalogues of well-known APIs, by id. None is in use before its API shows in a folder. */
export const shippedCatalogues: readonly ShippedCatalogue[] = (
  heads as readonly { readonly file: string; readonly head: Omit<CatalogueFile, 'codes'> }[]
).map(({ file, head }) => ({ file, head: createCatalogue({ ...head, codes: [] }, { builtin: true, locations: [] }) }));

/**
 * Whether a user's catalogue describes the API of a shipped one, which then stays out: it has its id or name, or one of its
 * hosts or modules.
 */
export function describesSameApi({ id, detect, classes }: Catalogue, { head }: ShippedCatalogue): boolean {
  if ([id, ...detect.names].some((name) => name.toLowerCase() === head.id)) return true;
  const modules = [...detect.modules, ...classes.flatMap((each) => [...each.modules.values()].flat())];
  return (
    detect.hosts.some((host) => head.detect.hosts.includes(host)) || modules.some((name) => head.detect.modules.includes(name))
  );
}
