import { onceFor } from '../../shared/onceFor.ts';
import { remember } from '../../shared/remember.ts';
import { once } from '../../shared/once.ts';
import type { Node, Tree } from 'web-tree-sitter';
import type { CatalogueSet } from '../catalogue/catalogueSet.ts';
import { findFileEvidence, findVocabularies } from '../evidence/fileEvidence.ts';
import { createMeaning, type Meaning } from '../evidence/meaning.ts';
import { boundReadings } from '../languages/boundedReadings.ts';
import type { Language } from '../languages/language.ts';
import { named } from '../languages/nodes.ts';
import { classLanguageOf } from '../catalogue/classIndex.ts';
import { type ClassReferences, findClassReferences } from '../mentions/classReferences.ts';
import { collectLists } from '../mentions/collectLists.ts';
import { collectConstants } from '../mentions/collectConstants.ts';
import { readLabelAt, type SyntaxContext } from '../mentions/constants.ts';
import { type Directive, findDirectives } from '../mentions/directives.ts';
import { type DeclaringFile, resolveImports } from '../mentions/imports.ts';
import { findNearMisses } from '../mentions/nearMisses.ts';
import type { Settings } from '../settings/settings.ts';
import { type Attribution, type AttributionContext, attribute } from '../sites/attribution.ts';
import { findReferences } from '../mentions/references.ts';
import type { LooseLabel } from '../sites/findSites.ts';
import { codesOfOperations } from '../sites/operations.ts';
import { attributeClasses, missingClassesOf, partOf } from '../sites/missingClasses.ts';
import { codesNamedBy } from '../sites/ignoredCodes.ts';
import { handledCodes, missingCodes, requiredCodes } from '../sites/requiredCodes.ts';
import { type Pace, unhurried } from '../syntax/pace.ts';
import type { ParsedText } from '../syntax/treeCache.ts';
import type { Evidence, HandlingSite, Shown } from '../types.ts';
import { createLineIndex, type LineIndex } from '../lineIndex.ts';
import { isNarrowed } from './isNarrowed.ts';
import { readUnits, type Unit } from './units.ts';
import type { CodeHit } from '../matching/codeHit.ts';
import { keepLikelyNumbers } from '../matching/likelyNumbers.ts';

/** The facts about a document from outside its text. */
export interface DocumentFacts {
  readonly uri: string;
  /** Relative to its workspace, with `/`. */
  readonly path: string;
  readonly set: CatalogueSet;
  readonly settings: Settings;
  readonly inWorkspace: Evidence;
  /** The settings for this file, by catalogue id: it talks to the API, or it does not. */
  readonly bySetting: ReadonlyMap<string, boolean>;
  /** The files of the workspace that declare constants for codes. Absent: no such files are known. */
  readonly declaring?: readonly DeclaringFile[];
  /**
   * Whether git ignores the file: a key in it is no exposure. Called only for a file with a key, since it looks at every folder
   * above.
   */
  readonly isIgnored: () => boolean;
}

/** A site with its catalogue and its missing codes. */
export interface AnalysedSite {
  readonly site: HandlingSite;
  readonly attribution: Attribution;
  /** Directives that apply to the line of its head. */
  readonly directives: readonly Directive[];
  readonly required: readonly string[];
  readonly handled: ReadonlySet<string>;
  /** Required codes that no arm names; empty where they are not certain. */
  readonly missing: readonly string[];
  /** Of a site that takes errors by their classes: the names of the classes that no arm takes. */
  readonly missingClasses: readonly string[];
}

/** All facts of one document's text and tree. Valid as long as the tree lives. */
export interface DocumentAnalysis extends AnalysisBase {
  /** Every place that was looked at: codes, words that are nearly one, and uses of constants. In the order of the text. */
  readonly considered: readonly CodeHit[];
  readonly units: readonly Unit[];
  readonly sites: readonly AnalysedSite[];
  readonly loose: readonly LooseLabel[];
}

/** The part that is read before any site: enough for a feature that is about one place. */
export interface AnalysisBase {
  readonly facts: DocumentFacts;
  readonly text: string;
  readonly language: Language;
  readonly lines: LineIndex;
  readonly context: SyntaxContext;
  readonly hits: readonly CodeHit[];
  readonly inFile: Evidence;
  readonly shown: Evidence;
  readonly meaning: Meaning;
  readonly directives: readonly Directive[];
  readonly attributionContext: AttributionContext;
}

/** Reads a document's text and tree up to its sites. @param hits every code in the text, where that is known already */
export function beginAnalysis(
  text: string,
  tree: Tree,
  language: Language,
  facts: DocumentFacts,
  hits: readonly CodeHit[] = keepLikelyNumbers(text, facts.set.matcher.findAll(text)),
): AnalysisBase {
  const { set } = facts;
  const lines = createLineIndex(text);
  const root = tree.rootNode;
  const found = findFileEvidence(text, facts.path, set);
  const classLanguage = classLanguageOf(language.languageIds);
  const classes = findClassReferences({
    text,
    index: set.classesFor(classLanguage),
    language: classLanguage,
    importWords: language.importWords,
    inFile: found,
  });
  // A file that imports a class of an SDK talks to its API.
  for (const { code } of classes.hits) {
    const id = classes.classAt(code)?.catalogue.id;
    if (id !== undefined && !found.has(id)) found.set(id, { by: 'class', text: code });
  }
  const inFile = withSettings(found, facts.bySetting);
  const inWorkspace = new Map([...facts.inWorkspace].filter(([id]) => facts.bySetting.get(id) !== false));
  const meaning = createMeaning(set, inFile, inWorkspace, { text, path: facts.path, hits });
  return {
    facts,
    text,
    language,
    lines,
    context: createContext(text, root, language, hits, facts, classes),
    hits,
    inFile,
    shown: new Map([...inWorkspace, ...inFile]),
    meaning,
    directives: findDirectives(text, root, language, lines.lineOf, lines.startOf),
    attributionContext: {
      set,
      inFile,
      inWorkspace,
      isEveryday: meaning.isEveryday,
      vocabularies: once(() => findVocabularies(text)),
    },
  };
}

/** The facts that a caller of the analysis knows already. */
export interface KnownOfDocument {
  /** An analysis of the text before its change. */
  readonly before?: DocumentAnalysis | undefined;
  /** Every code in the text. */
  readonly hits?: readonly CodeHit[];
  /** Absent: to the end, without giving way. */
  readonly pace?: Pace;
}

/**
 * Analyses a document. Never fails: it takes what it can from a broken tree.
 * @returns undefined when the pace stops the analysis
 */
export async function analyseDocument(
  text: string,
  { tree, change }: ParsedText,
  language: Language,
  facts: DocumentFacts,
  { before, hits: codes, pace = unhurried }: KnownOfDocument = {},
): Promise<DocumentAnalysis | undefined> {
  const base = beginAnalysis(text, tree, language, facts, codes);
  const nearMisses = base.inFile.size > 0 ? findNearMisses(text, facts.set, base.inFile) : [];
  const { context } = base;
  const hits = [...base.hits, ...nearMisses, ...referencesIn(context), ...context.lists.uses, ...context.classes.hits].sort(
    (a, b) => a.start - b.start,
  );
  const reusable = before && change?.before === before.text && isSameContext(before, base);
  const units = await readUnits(base.context, hits, pace, reusable ? before.units : [], reusable ? change : undefined);
  if (!units) return undefined;
  const sites = new Map(units.flatMap((unit) => unit.sites.map((site) => [`${site.kind} ${site.span.start}`, site] as const)));
  return {
    ...base,
    considered: hits,
    units,
    sites: [...sites.values()].flatMap((site) => analyseSite(site, base)).sort((a, b) => a.site.span.start - b.site.span.start),
    loose: units.flatMap((unit) => unit.loose),
  };
}

/** Where the constants that count in a file are used. */
function referencesIn({ text, constants, locals }: SyntaxContext): readonly CodeHit[] {
  const local = [...locals].flatMap(([name, [first]]) => (first ? [[name, first.code] as const] : []));
  return findReferences(text, local.length > 0 ? new Map([...constants, ...local]) : constants);
}

/** Whether sites would be read in the same context: constants declared elsewhere in the file, and the near misses that count. */
function isSameContext(before: DocumentAnalysis, now: AnalysisBase): boolean {
  const spell = ({ context, inFile, facts }: AnalysisBase): string =>
    JSON.stringify([[...context.constants], [...context.lists.texts], [...inFile.keys()], facts.path, namesOf(context.classes)]);
  return before.facts.set === now.facts.set && before.language === now.language && spell(before) === spell(now);
}

function createContext(
  text: string,
  root: Node,
  unbound: Language,
  hits: readonly CodeHit[],
  { set, uri, declaring = [] }: DocumentFacts,
  classes: ClassReferences,
): SyntaxContext {
  const language = boundReadings(unbound);
  const branches = new Map<number, readonly Node[]>();
  const { constants: own, locals } = collectConstants({ text, root, language }, hits);
  const imported = resolveImports(text, uri, declaring);
  const constants = imported.size > 0 ? new Map([...imported, ...own]) : own;
  const context: SyntaxContext = {
    text,
    root,
    language,
    constants,
    declared: own,
    locals,
    lists: collectLists({ text, root, language }, hits),
    classes,
    isKnown: (code) => set.entriesOf(code).length > 0,
    codeNamed: (word) => set.codeNamed(word),
    nameOf: (code) => set.nameOf(code),
    branchesIn: (block) =>
      remember(branches, block.id, () =>
        named(block).filter(
          (statement) => language.readBranch(statement) !== undefined || language.readSwitch(statement) !== undefined,
        ),
      ),
    valuesOf: onceFor((elements: readonly Node[]): readonly string[] =>
      elements.flatMap((element) => readLabelAt(context, element)?.value ?? []),
    ),
  };
  return context;
}

/** The references to classes, with the classes that they mean. */
function namesOf({ hits, classAt }: ClassReferences): readonly string[] {
  return [...new Set(hits.map(({ code }) => `${code} ${classAt(code)?.errorClass.name}`))];
}

/** Attributes a site and finds its missing codes: once for each API whose classes it names, none where no label is in a catalogue. */
export function analyseSite(site: HandlingSite, base: AnalysisBase): readonly AnalysedSite[] {
  const { directives: all, attributionContext, facts, lines } = base;
  const line = lines.lineOf(site.head.start);
  const directives = all.filter((directive) => directive.line === line);
  if (site.kind === 'catch')
    return attributeClasses(site, facts.set).map((attribution) => analyseFor(site, attribution, directives, base));
  const declared = directives.find(({ verb }) => verb === 'enforce')?.words.find((word) => facts.set.catalogueById(word));
  const attribution = attribute(site, attributionContext, declared);
  return attribution ? [analyseFor(site, attribution, directives, base)] : [];
}

function analyseFor(
  site: HandlingSite,
  attribution: Attribution,
  directives: readonly Directive[],
  { facts, facts: { set }, language, context }: AnalysisBase,
): AnalysedSite {
  const { catalogue } = attribution;
  const only = directives.find(({ verb }) => verb === 'only')?.words;
  const ignored = new Set([
    ...codesNamedBy(facts.settings.ignoredCodes, catalogue),
    ...directives.filter(({ verb }) => verb === 'ignore').flatMap(({ words }) => words),
  ]);
  const byOperation = codesOfOperations(context, site.head, catalogue);
  const asks = (required: readonly string[]): boolean =>
    !catalogue.open || isNarrowed(site, catalogue, only, byOperation, required) || isEnforced(directives);
  if (site.kind === 'catch') {
    const classes = set.classesFor(classLanguageOf(language.languageIds));
    const own = partOf(site, catalogue);
    const { required, missing, missingClasses } = missingClassesOf(own, catalogue, classes, { only, ignored, byOperation });
    const left = asks(required) ? { missing, missingClasses } : { missing: [], missingClasses: [] };
    return { site, attribution, directives, required, handled: handledCodes(own), ...left };
  }
  const handled = handledCodes(site);
  const required = requiredCodes(site, catalogue, only, ignored, byOperation);
  const missing = site.open || !asks(required) ? [] : missingCodes(required, handled);
  return { site, attribution, directives, required, handled, missing, missingClasses: [] };
}

/** Whether a directive asks for completeness. */
export function isEnforced(directives: readonly Directive[]): boolean {
  return directives.some(({ verb }) => verb === 'enforce');
}

function withSettings(evidence: Evidence, bySetting: ReadonlyMap<string, boolean>): Evidence {
  const result = new Map(evidence);
  for (const [id, shows] of bySetting) {
    if (!shows) result.delete(id);
    else if (!result.has(id)) result.set(id, { by: 'setting', text: 'apiErrorCodes.files' } satisfies Shown);
  }
  return result;
}
