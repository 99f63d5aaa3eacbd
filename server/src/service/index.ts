import * as l10n from '@vscode/l10n';
import type { Diagnostic } from 'vscode-languageserver-types';
import type { Tree } from 'web-tree-sitter';
import { analyseOnce, isSpoilt } from './analysis/analyseOnce.ts';
import { analyseDocument, type DocumentAnalysis, type DocumentFacts } from './analysis/documentAnalysis.ts';
import { mayConcern } from './analysis/concern.ts';
import { createLineIndex } from './analysis/lineIndex.ts';
import { reasonToSkip, type SkipReason } from './analysis/skippedText.ts';
import type { CatalogueSet } from './catalogue/catalogueSet.ts';
import { type CodeActionAnswer, provideCodeActions, provideFixAll } from './features/codeActions.ts';
import { type CodeLensAnswer, provideCodeLenses } from './features/codeLens.ts';
import { type CompletionList, completeAt } from './features/completion.ts';
import { atCompletionPlace } from './features/completionPlace.ts';
import { toDiagnostics } from './features/diagnostics.ts';
import type { HandledCount } from './render/handled.ts';
import { provideTextHover } from './features/textHover.ts';
import { collectMentions, type FileMentions } from './workspace/fileMentions.ts';
import { type HoverAnswer, mentionAt, provideHover, rankEntries } from './features/hover.ts';
import { provideInlayHints } from './features/inlayHints.ts';
import { provideDocumentHighlights } from './features/navigation.ts';
import { grammarsOf, sourceOf, textLanguageIds } from './languages/sourceOf.ts';
import { findExposedKeys } from './rules/exposedKey.ts';
import { findFindings, findTextFindings } from './rules/findFindings.ts';
import type { ParserPool } from './syntax/parserPool.ts';
import { constantsToTell, type DeclaringFile, resolveImports } from './mentions/imports.ts';
import { createTreeCache } from './syntax/treeCache.ts';
import type { Finding, Span } from './types.ts';

/** What the service needs from its host. */
export interface ServiceDependencies {
  readonly parsers: ParserPool;
  /** The page that explains a rule; undefined: diagnostics have no link. */
  rulePage(rule: string): string | undefined;
}

/** A document as the service reads it. */
export interface DocumentText {
  readonly uri: string;
  readonly languageId: string;
  readonly text: string;
  /** Nothing more will be asked about this text: what is not needed of it need not be parsed, and nothing of it is kept. */
  readonly once?: boolean;
}

/** Findings of a document, and whether something was left out. */
export interface DocumentFindings {
  readonly findings: readonly Finding[];
  /** No more of them than the settings say. */
  toDiagnostics(): Diagnostic[];
  /** What was left out and why, each to follow the document's name: `is generated and is not analysed`. */
  readonly notices: readonly string[];
  /** The constants that the document declares for codes, for the files that import them; of generated files too. */
  readonly constants: DeclaringFile['constants'];
}

/** A code that a place in a document names. */
export interface MentionAnswer {
  readonly code: string;
  readonly span: Span;
  /** Ids, at least one. */
  readonly catalogues: readonly string[];
}

/** Everything that the product knows to do with a document. Pure: no disk, no clock, no editor. */
export interface LanguageService {
  /** Whether a text can have findings at all: the cheap question before its evidence is gathered. */
  mayConcern(text: string, set: CatalogueSet): boolean;
  findFindings(document: DocumentText, facts: DocumentFacts): Promise<DocumentFindings>;
  /** @param handledIn in how many places of the workspace a code is handled; absent: not known */
  provideHover(
    document: DocumentText,
    facts: DocumentFacts,
    offset: number,
    handledIn?: HandledCount,
  ): Promise<HoverAnswer | undefined>;
  provideCompletion(document: DocumentText, facts: DocumentFacts, offset: number): Promise<CompletionList | undefined>;
  provideCodeActions(document: DocumentText, facts: DocumentFacts, span: Span): Promise<readonly CodeActionAnswer[]>;
  provideFixAll(document: DocumentText, facts: DocumentFacts): Promise<CodeActionAnswer | undefined>;
  provideCodeLenses(document: DocumentText, facts: DocumentFacts): Promise<readonly CodeLensAnswer[]>;
  provideInlayHints(document: DocumentText, facts: DocumentFacts, span: Span): Promise<ReturnType<typeof provideInlayHints>>;
  provideDocumentHighlights(document: DocumentText, facts: DocumentFacts, offset: number): Promise<readonly Span[]>;
  /** The code that an offset in code names, and the catalogues that it may be of, most likely first. */
  findMention(document: DocumentText, facts: DocumentFacts, offset: number): Promise<MentionAnswer | undefined>;
  /** What an index keeps of a document; undefined when it names no code of an API that shows there. */
  collectMentions(document: DocumentText, facts: DocumentFacts): Promise<FileMentions | undefined>;
  /** Loads what documents of a language need, before the first key. */
  warm(languageId: string): Promise<void>;
  /** Drops what is kept for a document. */
  forget(uri: string): void;
  /** Frees the parsers that no document of these languages needs. */
  keepOnly(languageIds: Iterable<string>): void;
}

/** The last analysis of a document, and what it was made with. */
interface Latest {
  readonly tree: Tree;
  readonly set: DocumentFacts['set'];
  readonly settings: DocumentFacts['settings'];
  readonly key: string;
  readonly analysis: DocumentAnalysis;
  /** Frees a tree that is the analysis' own. */
  readonly release: (() => void) | undefined;
}

export function createLanguageService({ parsers, rulePage }: ServiceDependencies): LanguageService {
  const trees = createTreeCache();
  // The last analysis of each document: one text is asked about many times. Its nodes live as long as the tree does.
  const latest = new Map<string, Latest>();

  /** The code of a document that may hold something, and what parses it. */
  const prepare = async ({ uri, languageId, text: whole }: DocumentText, facts: DocumentFacts) => {
    if (whole.length > facts.settings.fileSizeLimit * 1000) return undefined;
    if (!mayConcern(whole, facts.set) && resolveImports(whole, uri, facts.declaring ?? []).size === 0) return undefined;
    const source = await sourceOf(languageId, whole);
    return source && { ...source, parser: await parsers.parserFor(source.language.grammar) };
  };

  const analyse = async (document: DocumentText, facts: DocumentFacts): Promise<DocumentAnalysis | undefined> => {
    const prepared = await prepare(document, facts);
    if (!prepared) return undefined;
    const { language, text, parser } = prepared;
    const { uri } = document;
    const parsed = trees.treeOf(uri, language.grammar, text, parser);
    if (!parsed) return undefined;
    const known = latest.get(uri);
    const key = keyOf(facts);
    if (
      known &&
      known.tree === parsed.tree &&
      known.set === facts.set &&
      known.settings === facts.settings &&
      known.analysis.facts.declaring === facts.declaring &&
      known.key === key
    )
      return known.analysis;
    const whole = analyseDocument(text, parsed, language, facts, { before: known?.analysis });
    // What an error spoils may still parse by itself.
    const passing = isSpoilt(whole, text, language) ? analyseOnce(text, parser, language, facts) : undefined;
    const analysis = passing?.analysis ?? whole;
    known?.release?.();
    latest.set(uri, { tree: parsed.tree, set: facts.set, settings: facts.settings, key, analysis, release: passing?.release });
    return analysis;
  };

  /** Analyses a document that may be read only once, and hands the analysis over while it lasts. */
  const read = async <Answer>(
    document: DocumentText,
    facts: DocumentFacts,
    use: (analysis: DocumentAnalysis | undefined) => Answer,
  ): Promise<Answer> => {
    const prepared = document.once ? await prepare(document, facts) : undefined;
    const passing = prepared && analyseOnce(prepared.text, prepared.parser, prepared.language, facts);
    if (!passing) {
      const answer = use(await analyse(document, facts));
      if (document.once) forget(document.uri);
      return answer;
    }
    try {
      return use(passing.analysis);
    } finally {
      passing.release();
    }
  };

  const forget = (uri: string): void => {
    latest.get(uri)?.release?.();
    latest.delete(uri);
    trees.drop(uri);
  };

  return Object.freeze<LanguageService>({
    mayConcern,
    async findFindings(document, facts) {
      const { uri, text } = document;
      const { settings, set, path } = facts;
      const notices: string[] = [];
      const skip = mayConcern(text, set) ? reasonToSkip(text, uri, path) : undefined;
      if (skip) notices.push(describeSkip(skip));
      if (text.length > settings.fileSizeLimit * 1000)
        notices.push(l10n.t('is larger than {0} KB and is not analysed (apiErrorCodes.limits.fileSize)', settings.fileSizeLimit));
      const keys = await findExposedKeys(text, facts);
      const report = (whole: DocumentAnalysis | undefined): DocumentFindings => {
        const analysis = skip ? undefined : whole;
        const findings = analysis ? findFindings(analysis, keys) : findTextFindings(keys, settings);
        const lines = analysis?.lines;
        return {
          findings,
          toDiagnostics: () => toDiagnostics(findings, uri, lines ?? createLineIndex(text), settings.findingsLimit, rulePage),
          notices,
          constants: whole ? constantsToTell(whole.context.declared) : [],
        };
      };
      return skip && skip !== 'generated' ? report(undefined) : read(document, facts, report);
    },
    async provideHover(document, facts, offset, handledIn) {
      if (textLanguageIds.includes(document.languageId)) return provideTextHover(document.text, facts, offset, handledIn);
      const analysis = await analyse(document, facts);
      return analysis && provideHover(analysis, offset, handledIn);
    },
    async provideCompletion({ uri, languageId, text: whole }, facts, offset) {
      if (whole.length > facts.settings.fileSizeLimit * 1000) return undefined;
      const source = await sourceOf(languageId, whole);
      if (!source) return undefined;
      const { language, text } = source;
      const parser = await parsers.parserFor(language.grammar);
      const parsed = trees.treeOf(uri, language.grammar, text, parser);
      return parsed && atCompletionPlace({ text, offset, tree: parsed.tree, parser, language, facts }, completeAt);
    },
    async provideCodeActions(document, facts, span) {
      const keys = await findExposedKeys(document.text, facts);
      const analysis = await analyse(document, facts);
      return analysis ? provideCodeActions(analysis, findFindings(analysis, keys), span) : [];
    },
    async provideFixAll(document, facts) {
      const keys = await findExposedKeys(document.text, facts);
      const analysis = await analyse(document, facts);
      return analysis && provideFixAll(analysis, findFindings(analysis, keys));
    },
    async provideCodeLenses(document, facts) {
      const analysis = await analyse(document, facts);
      return analysis ? provideCodeLenses(analysis) : [];
    },
    async provideInlayHints(document, facts, span) {
      const analysis = facts.settings.inlayHints ? await analyse(document, facts) : undefined;
      return analysis ? provideInlayHints(analysis, span) : [];
    },
    async provideDocumentHighlights(document, facts, offset) {
      const analysis = await analyse(document, facts);
      return analysis ? provideDocumentHighlights(analysis, offset) : [];
    },
    async findMention(document, facts, offset) {
      const analysis = await analyse(document, facts);
      const mention = analysis && mentionAt(analysis, offset);
      if (!mention) return undefined;
      const catalogues = rankEntries(analysis, mention.code, offset)
        .filter(({ catalogue, entry }) => analysis.shown.has(catalogue.id) || entry.unique)
        .map(({ catalogue }) => catalogue.id);
      return catalogues.length > 0 ? { ...mention, catalogues } : undefined;
    },
    async collectMentions(document, facts) {
      const skip = reasonToSkip(document.text, document.uri, facts.path);
      if (skip !== undefined && skip !== 'generated') return undefined;
      return read(document, facts, (analysis) => analysis && collectMentions(analysis, skip === 'generated'));
    },
    async warm(languageId) {
      for (const grammar of grammarsOf([languageId])) await parsers.parserFor(grammar);
    },
    keepOnly(languageIds) {
      const needed = grammarsOf(languageIds);
      for (const grammar of parsers.loaded()) if (!needed.has(grammar)) parsers.release(grammar);
    },
    forget,
  });
}

/** Facts are made anew for each request: what of them matters besides their catalogues and settings, as text. */
function keyOf({ path, inWorkspace, bySetting }: DocumentFacts): string {
  return JSON.stringify([path, [...inWorkspace], [...bySetting]]);
}

function describeSkip(reason: SkipReason): string {
  switch (reason) {
    case 'generated':
      return l10n.t('is generated and is not analysed');
    case 'minified':
      return l10n.t('is minified and is not analysed');
    case 'vendored':
      return l10n.t('lies in a folder of other people’s code and is not analysed');
  }
}
