import * as l10n from '@vscode/l10n';
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

type Found = Awaited<ReturnType<typeof findCode>>;

/**
 * `api-error-codes explain`: prints the entries of codes in the catalogues, and the classes of these names.
 * @returns 0 all found, 1 one is in no catalogue
 */
export async function runExplain(
  codes: readonly string[],
  format: 'pretty' | 'json',
  where: ExplainedIn,
  streams: Streams,
): Promise<0 | 1> {
  const all: Found[] = [];
  for (const code of new Set(codes)) all.push(await findCode(code, where));
  const absent = new Set(all.flatMap(({ absent }) => absent));
  for (const { title } of absent)
    streams.error(`${l10n.t('{0} does not show in this folder; its catalogue ships with this program.', title)}\n`);
  if (format === 'json') {
    const described = all.map(toJson);
    const [only] = described;
    // One code has been an answer of its own from the beginning.
    streams.document(renderJson({ version: 1, ...(only && described.length === 1 ? only : { codes: described }) }));
  } else {
    for (const { code, isFound } of all) {
      const near = isFound ? undefined : nearestOfAny(code, where.catalogues);
      const hint = near === undefined ? '' : ` ${l10n.t('Did you mean {0}?', near)}`;
      if (!isFound) streams.error(`${l10n.t('No catalogue has the error code {0}.', code)}${hint}\n`);
    }
    const texts = all.flatMap(({ entries, classes }) => [
      ...entries.map(renderEntryText),
      ...classes.map((entry) => renderClassText(describeClass(entry))),
    ]);
    if (texts.length > 0) streams.out(`${texts.join('\n\n')}\n`);
  }
  return all.every(({ isFound }) => isFound) ? 0 : 1;
}

async function findCode(code: string, { catalogues, elsewhere }: ExplainedIn) {
  const find = (among: readonly Catalogue[]) => ({
    entries: createCatalogueSet(among).entriesOf(code),
    classes: classesNamed(among, code),
  });
  const here = find(catalogues);
  const isHere = here.entries.length + here.classes.length > 0;
  const { entries, classes } = isHere ? here : find(await elsewhere());
  const named = [...entries, ...classes].map(({ catalogue }) => catalogue);
  return { code, entries, classes, isFound: named.length > 0, absent: isHere ? [] : named };
}

function toJson({ code, entries, classes }: Found): Readonly<Record<string, unknown>> {
  const explained = entries.map(({ catalogue, entry: { location: _location, statuses, docs = '', ...entry } }) => {
    const shown = shownAddress(docs);
    return { catalogue: catalogue.id, ...entry, ...(shown === undefined ? {} : { docs: shown }), status: statuses };
  });
  const described = classes.map(({ catalogue, errorClass }) => {
    const { name, extends: base, statuses, cause, retry } = errorClass;
    const codes = [...codesOfClass(catalogue, errorClass)];
    return { catalogue: catalogue.id, name, ...withoutUndefined({ extends: base, cause, retry }), status: statuses, codes };
  });
  return { code, entries: explained, ...(classes.length > 0 ? { classes: described } : {}) };
}
