import { createCatalogueSet } from '../../service/catalogue/catalogueSet.ts';
import { nearestOfAny } from '../../service/mentions/nearMisses.ts';
import { renderEntryText } from '../../service/render/plainText.ts';
import type { Catalogue } from '../../service/types.ts';
import type { Streams } from '../streams.ts';
import { shownAddress } from '../../service/render/address.ts';
import { renderJson } from '../../service/render/json.ts';

/** The catalogues in which a code is looked for. */
export interface ExplainedIn {
  /** Those in use here. */
  readonly catalogues: readonly Catalogue[];
  /** Reads those of APIs that do not show here; asked only about a code that no other one has. */
  elsewhere(): Promise<readonly Catalogue[]>;
}

/** `api-error-codes explain`: prints the entries of a code in the catalogues. @returns 0 found, 1 in no catalogue */
export async function runExplain(
  code: string,
  format: 'pretty' | 'json',
  { catalogues, elsewhere }: ExplainedIn,
  streams: Streams,
): Promise<0 | 1> {
  const here = createCatalogueSet(catalogues).entriesOf(code);
  const entries = here.length > 0 ? here : createCatalogueSet(await elsewhere()).entriesOf(code);
  for (const { catalogue } of here.length > 0 ? [] : entries)
    streams.error(`${catalogue.title} does not show in this folder; its catalogue ships with this program.\n`);
  if (format === 'json') {
    const explained = entries.map(({ catalogue, entry: { location: _location, statuses, docs = '', ...entry } }) => {
      const shown = shownAddress(docs);
      return { catalogue: catalogue.id, ...entry, ...(shown === undefined ? {} : { docs: shown }), status: statuses };
    });
    streams.document(renderJson({ version: 1, code, entries: explained }));
    return entries.length > 0 ? 0 : 1;
  }
  if (entries.length === 0) {
    const near = nearestOfAny(code, catalogues);
    streams.error(`No catalogue has the error code ${code}.${near === undefined ? '' : ` Did you mean ${near}?`}\n`);
    return 1;
  }
  streams.out(`${entries.map(renderEntryText).join('\n\n')}\n`);
  return 0;
}
