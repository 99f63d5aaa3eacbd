import type { CatalogueSet } from '../catalogue/catalogueSet.ts';
import { isEverydayWord, vocabularies } from '../catalogue/vocabularies.ts';
import { namesOtherDatabase } from './subject.ts';
import type { Catalogue, Evidence, EvidenceLevel, HandlingSite, Label, Shown, Vocabulary } from '../types.ts';
import { evidenceLevels } from '../types.ts';

/** The known facts about the place of a site. */
export interface AttributionContext {
  readonly set: CatalogueSet;
  readonly inFile: Evidence;
  readonly inWorkspace: Evidence;
  /** Whether a code says nothing in this file about its API; absent: none does. */
  readonly isEveryday?: (catalogue: Catalogue, code: string) => boolean;
  /** The shipped vocabularies that show in the file. To be asked for seldom: it takes a look through the text. */
  readonly vocabularies: () => readonly Vocabulary[];
}

/** Which catalogue's codes a site handles, and how sure that is. */
export interface Attribution {
  readonly catalogue: Catalogue;
  readonly level: EvidenceLevel;
  /** The text that showed the API; absent for `joint` and `weak`. */
  readonly because: Shown | undefined;
}

/** The distinct labels of a site; one that cannot be resolved counts as its text. */
function labelsOf(site: HandlingSite): readonly string[] {
  return [...new Set(site.arms.flatMap(({ labels }) => labels.map(({ value, text }) => value ?? text)))];
}

/**
 * The catalogue that a site belongs to: the strongest evidence wins, then the larger part of the labels.
 * @param declared the catalogue that a directive names
 * @returns undefined when no label is in any catalogue
 */
export function attribute(
  site: HandlingSite,
  context: AttributionContext,
  declared: string | undefined,
): Attribution | undefined {
  const labels = labelsOf(site);
  const candidates = context.set.catalogues
    .map((catalogue) => ({
      known: labels.filter((label) => isCode(site, catalogue, label)).length,
      attribution: assess(site, labels, catalogue, context, declared),
    }))
    .filter(({ known, attribution }) => known >= (site.kind === 'table' && attribution.level !== 'declared' ? 2 : 1))
    .sort((a, b) => rank(b.attribution.level) - rank(a.attribution.level) || b.known - a.known);
  return candidates[0]?.attribution;
}

function rank(level: EvidenceLevel): number {
  return evidenceLevels.indexOf(level);
}

/**
 * Whether a site is a catalogue's that only shows by lying in the workspace. Everyday words need more: such words of one system
 * are not evidence, nor is the one member of an enum that is declared elsewhere.
 */
function isOwn(site: HandlingSite, labels: readonly string[], known: readonly string[]): boolean {
  const isMember = site.arms.every((arm) => arm.labels.every(({ form, text, value }) => form === 'constant' && text !== value));
  if (labels.length === 1 && isMember && site.arms.every((arm) => arm.labels.every(isNamedAsCode))) return false;
  if (known.some((code) => !isEverydayWord(code))) return true;
  const isOneSystem = vocabularies.some(({ codes }) => labels.every((label) => codes.has(label)));
  return known.length >= 3 && known.length === labels.length && site.subject?.reads === 'code' && !isOneSystem;
}

/** Numbers of up to four digits are those of many systems: 1000 to 1015 of MySQL are those of closed web sockets. */
function isSmallNumber(site: HandlingSite, code: string): boolean {
  if (!/^-?\d{1,4}$/.test(code)) return false;
  return site.arms.every(({ labels }) => labels.every(({ value, text }) => value !== code || text.includes(code)));
}

/** `CouponError.EXPIRED`: nothing but its name says that the constant is a code. */
function isNamedAsCode({ text, value }: Label): boolean {
  return value !== undefined && text.endsWith(value);
}

/** A number is a code only where the subject reads like one. */
function isCode(site: HandlingSite, catalogue: Catalogue, label: string): boolean {
  if (!catalogue.codes.has(label)) return false;
  return (
    !/^-?\d+$/.test(label) ||
    site.subject?.reads === 'code' ||
    (site.kind !== 'table' &&
      site.arms.some(({ labels }) => labels.some(({ value, form }) => value === label && form === 'string')))
  );
}

/** The codes that labels name by the constants of an API's SDK: however common their names are, they are that API's. */
function codesOfSdk({ arms }: HandlingSite, { id }: Catalogue): ReadonlySet<string> {
  const labels = arms.flatMap((arm) => arm.labels).filter(({ errorClass }) => errorClass?.catalogue === id);
  return new Set(labels.flatMap(({ value }) => value ?? []));
}

function assess(
  site: HandlingSite,
  labels: readonly string[],
  catalogue: Catalogue,
  context: AttributionContext,
  declared: string | undefined,
): Attribution {
  if (declared === catalogue.id) return { catalogue, level: 'declared', because: undefined };
  const { set, inFile, inWorkspace, isEveryday } = context;
  const level = (value: EvidenceLevel, because?: Shown): Attribution => ({ catalogue, level: value, because });
  const known = labels.filter((label) => isCode(site, catalogue, label));
  const weak = level('weak');
  if (known.length === 0 || site.subject?.reads === 'capped') return weak;
  if (site.subject && namesOtherDatabase(site.subject.text, catalogue.id)) return weak;
  if (labels.length === 1 && site.subject?.reads !== 'code') return weak;
  const rivals = vocabularies.filter(
    ({ id, codes }) => id !== catalogue.id && labels.filter((label) => codes.has(label)).length >= known.length,
  );
  if (rivals.length > 0 && context.vocabularies().some((shown) => rivals.includes(shown))) return weak;

  const ratio = known.length / labels.length;
  const shownAnywhere = new Map([...inWorkspace, ...inFile]);
  const ofSdk = codesOfSdk(site, catalogue);
  const shared = known.filter(
    (code) =>
      ofSdk.has(code) || (!set.isCommon(catalogue, code, shownAnywhere) && !(catalogue.builtin && isSmallNumber(site, code))),
  );
  const uniqueCode = known.find((code) => catalogue.codes.get(code)?.unique);
  if (uniqueCode !== undefined && ratio >= 0.5) return level('unique', { by: 'code', text: uniqueCode });
  const file = inFile.get(catalogue.id);
  if (file && (shared.length > 0 ? ratio >= 0.5 : known.length >= 2 && ratio >= 0.8)) return level('file', file);
  const workspace = inWorkspace.get(catalogue.id);
  if (workspace?.by === 'catalogue' && !file && !isOwn(site, labels, known)) return weak;
  const proving = shared.filter((code) => isEveryday?.(catalogue, code) !== true);
  if (workspace && proving.length > 0) {
    const enough = ratio >= 0.8 || (ratio >= 0.5 && site.subject?.reads === 'code' && proving.length >= 2);
    if (enough) return level('workspace', workspace);
  }
  if (!file && !workspace && shared.length >= 4 && ratio === 1) return level('joint');
  return weak;
}
