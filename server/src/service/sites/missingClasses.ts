import { type ClassIndex, codesOfClass, familyOf, isBaseClass, subclassesOf } from '../catalogue/classIndex.ts';
import type { CatalogueSet } from '../catalogue/catalogueSet.ts';
import type { Catalogue, ErrorClass, HandlingSite, Label } from '../types.ts';
import type { Attribution } from './attribution.ts';
import { handledCodes, requiredCodes } from './requiredCodes.ts';

/**
 * The catalogues that a site belongs to whose arms name classes: the imports are the evidence. At least two arms
 * name classes of each; the one with the most arms comes first.
 */
export function attributeClasses(site: HandlingSite, set: CatalogueSet): readonly Attribution[] {
  const arms = new Map<string, number>();
  const names = new Map<string, string>();
  for (const { labels } of site.arms) {
    for (const { errorClass, text } of labels)
      if (errorClass && !names.has(errorClass.catalogue)) names.set(errorClass.catalogue, text);
    for (const id of new Set(labels.flatMap(({ errorClass }) => errorClass?.catalogue ?? [])))
      arms.set(id, (arms.get(id) ?? 0) + 1);
  }
  return [...arms]
    .filter(([, count]) => count >= 2)
    .sort((a, b) => b[1] - a[1])
    .flatMap(([id]): Attribution[] => {
      const catalogue = set.catalogueById(id);
      return catalogue ? [{ catalogue, level: 'file', because: { by: 'class', text: names.get(id) ?? '' } }] : [];
    });
}

/** A site without the classes of other APIs: classes of one name may be of several. */
export function partOf(site: HandlingSite, { id }: Catalogue): HandlingSite {
  const isOther = ({ errorClass }: Label): boolean => errorClass !== undefined && errorClass.catalogue !== id;
  if (!site.arms.some(({ labels }) => labels.some(isOther))) return site;
  return { ...site, arms: site.arms.map((arm) => ({ ...arm, labels: arm.labels.filter((label) => !isOther(label)) })) };
}

/** The part of a catalogue that is left out by a site whose arms name classes. */
export interface MissingClasses {
  /** The codes that classes cover, besides the class of all errors. */
  readonly required: readonly string[];
  readonly missing: readonly string[];
  /** The names of the classes without subclasses that no arm takes. */
  readonly missingClasses: readonly string[];
}

/** Finds the classes that a site leaves out. @param limits codes, groups and statuses that directives and settings name */
export function missingClassesOf(
  site: HandlingSite,
  catalogue: Catalogue,
  index: ClassIndex,
  {
    only,
    ignored,
    byOperation,
  }: {
    readonly only: readonly string[] | undefined;
    readonly ignored: ReadonlySet<string>;
    /** The codes that the operations around the site can answer with; undefined: any. */
    readonly byOperation: ReadonlySet<string> | undefined;
  },
): MissingClasses {
  const classes = index.of(catalogue).filter((errorClass) => !isBaseClass(catalogue, errorClass));
  const required = requiredCodes(site, catalogue, only, ignored);
  const wanted = new Set(byOperation ? required.filter((code) => byOperation.has(code)) : required);
  const handled = handledCodes(site);
  const caught = new Set(site.arms.flatMap(({ labels }) => labels.flatMap(({ errorClass }) => errorClass?.name ?? [])));
  const taken = new Set<ErrorClass>();
  for (const errorClass of classes)
    if (caught.has(errorClass.name)) for (const each of familyOf(catalogue, errorClass)) taken.add(each);
  const sets = new Set(classes.map((errorClass) => codesOfClass(catalogue, errorClass)));
  const coverable = new Set([...sets].flatMap((codes) => [...codes]));
  const covered = [...wanted].filter((code) => coverable.has(code));
  const missing = covered.filter((code) => !handled.has(code));
  const lacks = (errorClass: ErrorClass): boolean => {
    const codes = codesOfClass(catalogue, errorClass);
    return codes.size === 0
      ? only === undefined && byOperation === undefined
      : [...codes].some((code) => wanted.has(code) && !handled.has(code));
  };
  const left = classes.filter(
    (errorClass) => !taken.has(errorClass) && subclassesOf(catalogue, errorClass).length === 0 && lacks(errorClass),
  );
  return { required: covered, missing, missingClasses: [...new Set(left.map(({ name }) => name))] };
}
