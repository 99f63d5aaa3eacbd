import type { DocumentAnalysis } from '../analysis/documentAnalysis.ts';
import { isStub } from '../analysis/stubs.ts';
import { literalAt } from '../mentions/constants.ts';
import { constantsToTell } from '../mentions/imports.ts';
import type { LooseLabel } from '../sites/findSites.ts';
import { isEverydayCode } from '../catalogue/everydayCodes.ts';
import { isEverydayWord } from '../catalogue/vocabularies.ts';
import { classifySubject, namesOtherDatabase, readsLikeCodeList, readsLikeErrorText } from '../sites/subject.ts';
import { findFindings } from '../rules/findFindings.ts';
import type { CatalogueEntry, Label, SiteKind, Span, TextRange, Vocabulary } from '../types.ts';

/** The ways in which a place uses a code, the most certain handling first. */
export const placeRoles = ['handled', 'caught', 'compared', 'stub', 'named'] as const;

/** A place that names a code of an API that shows there. */
export interface CodePlace {
  readonly code: string;
  /** Catalogue id. */
  readonly catalogue: string;
  readonly range: TextRange;
  /**
   * `handled`: a label of a site; `caught`: its class is; `compared`: a comparison or list outside every site; `stub`: a
   * label whose arm only fails, as a fix has written it; `named`: anything else.
   */
  readonly role: (typeof placeRoles)[number];
  /** It is written out, so that a different spelling of the code can take its place; false for a constant's name. */
  readonly literal: boolean;
  /** It is written without quotes, as a key or an enum's member is: only a name can take its place. */
  readonly bare: boolean;
  /** The class that is caught there. */
  readonly errorClass?: string;
}

/** A clause or test that takes the errors of a class. */
export interface ClassPlace {
  /** As the catalogue has it. */
  readonly name: string;
  /** Catalogue id. */
  readonly catalogue: string;
  readonly range: TextRange;
}

/** A handling site, without its tree. */
export interface SitePlace {
  readonly catalogue: string;
  readonly kind: SiteKind;
  readonly withDefault: boolean;
  readonly range: TextRange;
  /** The codes that a finding about it says it leaves out; empty where that is a hint, or there is no finding. */
  readonly missing: readonly string[];
}

/** The entry of a file in an index: places and sites, no text and no tree. */
export interface FileMentions {
  readonly places: readonly CodePlace[];
  readonly sites: readonly SitePlace[];
  readonly caught: readonly ClassPlace[];
  /** The constants that it declares with codes as their values: how a reference to each is spelt, and the code. */
  readonly constants: readonly (readonly [string, string])[];
}

/**
 * Every place of a document that names a code of an API that shows there, in the order of the text.
 * @param generated the file is generated: only the constants that it declares matter
 * @returns undefined when there is nothing to keep
 */
export function collectMentions(analysis: DocumentAnalysis, generated: boolean): FileMentions | undefined {
  const constants = constantsToTell(analysis.context.declared);
  const { places, sites, caught } = generated ? { places: [], sites: [], caught: [] } : collectPlaces(analysis);
  const isEmpty = places.length + sites.length + caught.length + constants.length === 0;
  return isEmpty ? undefined : { places, sites, caught, constants };
}

function collectPlaces(analysis: DocumentAnalysis): Pick<FileMentions, 'places' | 'sites' | 'caught'> {
  const { text, hits, context, lines, sites, loose, facts, meaning } = analysis;
  const attributed = sites.filter(({ attribution }) => attribution.level !== 'weak');
  const places: CodePlace[] = [];
  const seen = new Set<string>();
  const add = (span: Span, code: string, catalogue: string, role: CodePlace['role'], literal: boolean): void => {
    // A constant's name ends where the code in it does: `ErrorCode.NOT_FOUND`, `.notFound`.
    const key = `${span.end} ${catalogue}`;
    if (seen.has(key)) return;
    seen.add(key);
    const bare = !/["'`]/.test(text.charAt(span.start - 1)) || !/["'`]/.test(text.charAt(span.end));
    places.push({ code, catalogue, range: lines.rangeOf(span), role, literal, bare });
  };
  for (const { site, attribution } of attributed) {
    for (const { labels, body } of site.arms) {
      const role = isStub(analysis, body) ? 'stub' : 'handled';
      for (const { value, span, form } of labels) {
        if (value !== undefined && attribution.catalogue.codes.has(value))
          add(span, value, attribution.catalogue.id, role, form !== 'constant');
      }
    }
  }
  for (const { label, subject, context: where } of [...loose, ...comparedIn(sites)]) {
    if (where === 'catch') continue;
    const reads =
      where === 'list' ? readsLikeCodeList(subject) : classifySubject(subject) === 'code' || readsLikeErrorText(subject);
    if (!reads || label.value === undefined) continue;
    for (const entry of facts.set.entriesOf(label.value)) {
      // The constant of an SDK is its own API's code.
      const isOther = label.errorClass !== undefined && label.errorClass.catalogue !== entry.catalogue.id;
      if (isOther && entry.catalogue.builtin) continue;
      if (isElsewhere(analysis, entry, label, subject)) {
        seen.add(`${label.span.end} ${entry.catalogue.id}`);
        continue;
      }
      if (meaning.means(entry) && !namesOtherDatabase(subject, entry.catalogue.id))
        add(label.span, label.value, entry.catalogue.id, 'compared', label.form !== 'constant');
    }
  }
  const classNames = new Set(context.classes.hits.map(({ end }) => end));
  for (const hit of hits) {
    // The name of a class that is caught counts as caught.
    if (classNames.has(hit.end)) continue;
    // A number is a code only where a site makes it one.
    if (/^\d+$/.test(hit.code)) continue;
    const entries = facts.set.entriesOf(hit.code).filter((entry) => meaning.means(entry, hit));
    if (entries.length === 0 || !literalAt(context, hit)) continue;
    for (const { catalogue } of entries) add(hit, hit.code, catalogue.id, 'named', true);
  }
  places.sort((a, b) => a.range.start.line - b.range.start.line || a.range.start.character - b.range.start.character);
  return { places, caught: collectCaught(analysis), sites: collectSites(analysis) };
}

/**
 * Whether a word of every system is rather that of a different one, although a shipped catalogue's API shows in the file: a constant of
 * the project's own, tRPC's `error.data.code`, or a word of a vocabulary that shows as well.
 */
function isElsewhere(
  { attributionContext }: DocumentAnalysis,
  { catalogue }: CatalogueEntry,
  { value = '', form, errorClass }: Label,
  subject: string,
): boolean {
  if (errorClass !== undefined || !isEverydayCode(catalogue, value)) return false;
  const isRival = ({ id, codes }: Vocabulary): boolean => id !== catalogue.id && codes.has(value);
  return (
    form === 'constant' || form === 'key' || /\bdata[?!]*\.code$/.test(subject) || attributionContext.vocabularies().some(isRival)
  );
}

/** A reason of its own, such as the one for which a model ends its answer, is mostly none of an error. */
const anyReason = /^\w{0,20}reason$/i;

/** The labels of sites that are no catalogue's as a whole: one that is no everyday word is compared there. */
function comparedIn(sites: DocumentAnalysis['sites']): readonly Pick<LooseLabel, 'label' | 'subject' | 'context'>[] {
  return sites.flatMap(({ site, attribution }) =>
    attribution.level === 'weak' && site.subject?.reads === 'code' && !anyReason.test(site.subject.text)
      ? site.arms
          .flatMap(({ labels }) => labels)
          .filter(({ value = '', form }) => form === 'string' && !/^-?\d+$/.test(value) && !isEverydayWord(value))
          .map((label) => ({ label, subject: site.subject?.text ?? '', context: 'comparison' as const }))
      : [],
  );
}

/** The classes that clauses and tests take, but those of all errors. A site counts whatever it is attributed to. */
function collectCaught({ units, loose, lines }: DocumentAnalysis): readonly ClassPlace[] {
  // A table may have classes as its keys: `{RateLimitError: Busy}`.
  const found = units.flatMap(({ sites }) => sites).filter(({ kind }) => kind === 'catch' || kind === 'table');
  const inSites = found.flatMap(({ arms }) => arms.flatMap((arm) => arm.labels));
  const alone = loose.filter(({ context }) => context === 'catch').map(({ label }) => label);
  const labels = [...inSites, ...alone];
  const byStart = new Map<number, ClassPlace>();
  for (const { errorClass, whole } of labels) {
    if (!errorClass || errorClass.isBase) continue;
    byStart.set(whole.start, { name: errorClass.name, catalogue: errorClass.catalogue, range: lines.rangeOf(whole) });
  }
  return [...byStart].sort(([a], [b]) => a - b).map(([, place]) => place);
}

function collectSites(analysis: DocumentAnalysis): readonly SitePlace[] {
  const attributed = analysis.sites.filter(({ attribution }) => attribution.level !== 'weak');
  if (attributed.length === 0) return [];
  const findings = findFindings(analysis, []).filter(({ rule, severity }) => rule === 'unhandled-code' && severity !== 'hint');
  return attributed.map(({ site, attribution }) => {
    const { id } = attribution.catalogue;
    const finding = findings.find(({ span, catalogue }) => catalogue === id && span.start === site.head.start);
    return {
      catalogue: id,
      kind: site.kind,
      withDefault: site.otherwise !== undefined,
      range: analysis.lines.rangeOf(site.head),
      missing: finding?.codes ?? [],
    };
  });
}
