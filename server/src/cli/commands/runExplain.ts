import { withoutUndefined } from '../../shared/withoutUndefined.ts';
import { createCatalogueSet } from '../../service/catalogue/catalogueSet.ts';
import { classesNamed } from '../../service/catalogue/classesNamed.ts';
import { codesOfClass } from '../../service/catalogue/classIndex.ts';
import { nearestOfAny } from '../../service/mentions/nearMisses.ts';
import { renderEntryText } from '../../service/render/plainText.ts';
import type { Catalogue } from '../../service/types.ts';
import { describeClass } from '../../service/catalogue/describeClass.ts';
import { renderClassText } from '../../service/render/classText.ts';
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

/** `api-error-codes explain`: prints the entries of a code in the catalogues, and the classes of that name. @returns 0 found, 1 in no catalogue */
export async function runExplain(
  code: string,
  format: 'pretty' | 'json',
  { catalogues, elsewhere }: ExplainedIn,
  streams: Streams,
): Promise<0 | 1> {
  const find = (among: readonly Catalogue[]) => ({
    entries: createCatalogueSet(among).entriesOf(code),
    classes: classesNamed(among, code),
  });
  const here = find(catalogues);
  const isHere = here.entries.length + here.classes.length > 0;
  const { entries, classes } = isHere ? here : find(await elsewhere());
  for (const catalogue of isHere ? [] : new Set([...entries, ...classes].map((found) => found.catalogue)))
    streams.error(`${catalogue.title} does not show in this folder; its catalogue ships with this program.\n`);
  if (format === 'json') {
    const explained = entries.map(({ catalogue, entry: { location: _location, statuses, docs = '', ...entry } }) => {
      const shown = shownAddress(docs);
      return { catalogue: catalogue.id, ...entry, ...(shown === undefined ? {} : { docs: shown }), status: statuses };
    });
    const described = classes.map(({ catalogue, errorClass }) => {
      const { name, extends: base, statuses, cause, retry } = errorClass;
      const codes = [...codesOfClass(catalogue, errorClass)];
      return { catalogue: catalogue.id, name, ...withoutUndefined({ extends: base, cause, retry }), status: statuses, codes };
    });
    const more = classes.length > 0 ? { classes: described } : {};
    streams.document(renderJson({ version: 1, code, entries: explained, ...more }));
    return entries.length + classes.length > 0 ? 0 : 1;
  }
  if (entries.length + classes.length === 0) {
    const near = nearestOfAny(code, catalogues);
    streams.error(`No catalogue has the error code ${code}.${near === undefined ? '' : ` Did you mean ${near}?`}\n`);
    return 1;
  }
  streams.out(
    `${[...entries.map(renderEntryText), ...classes.map((entry) => renderClassText(describeClass(entry)))].join('\n\n')}\n`,
  );
  return 0;
}
