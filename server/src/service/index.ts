import * as l10n from '@vscode/l10n';
import type { Diagnostic } from 'vscode-languageserver-types';
import { createDocumentAnalyser, type DocumentReading, type DocumentText, type LeftOut } from './analysis/documentAnalyser.ts';
import type { DocumentAnalysis, DocumentFacts } from './analysis/documentAnalysis.ts';
import { mayConcern } from './analysis/concern.ts';
import { createLineIndex } from './lineIndex.ts';
import { reasonToSkip, type SkipReason } from './analysis/skippedText.ts';
import type { CatalogueSet } from './catalogue/catalogueSet.ts';
import {
  actionForAll,
  haveClaims,
  keepReadable,
  provideCodeActions,
  provideMissingCases,
  provideSafeFixes,
} from './features/codeActions.ts';
import { type CodeLensAnswer, provideCodeLenses } from './features/codeLens.ts';
import { completeClasses } from './features/classCompletion.ts';
import { completeAt, keepReadable as keepReadableItems } from './features/completion.ts';
import { atCompletionPlace } from './edits/completionPlace.ts';
import { toDiagnostics } from './features/diagnostics.ts';
import type { HandledCount } from './render/handled.ts';
import { completeInText } from './features/textCompletion.ts';
import { provideTextHover } from './features/textHover.ts';
import { collectMentions, type FileMentions } from './workspace/fileMentions.ts';
import { listSiteCodes, proposeSiteCode, type SiteCode } from './features/siteCodes.ts';
import { provideSnippets, type SnippetItem } from './features/snippetCompletion.ts';
import { provideHover } from './features/hover.ts';
import { provideInlayHints } from './features/inlayHints.ts';
import { provideDocumentHighlights } from './features/navigation.ts';
import { keepInScripts } from './features/keepInScripts.ts';
import { grammarsOf, textLanguageIds } from './languages/sourceOf.ts';
import { quotesOf } from './languages/textForms.ts';
import { findExposedKeys } from './rules/exposedKey.ts';
import { findFindings, findTextFindings } from './rules/findFindings.ts';
import type { ParserPool } from './syntax/parserPool.ts';
import { constantsToTell, type DeclaringFile } from './mentions/imports.ts';
import type { Clock } from './syntax/pace.ts';
import type { Finding, Span } from './types.ts';
import type { Edit } from './edits/edit.ts';
import type { CodeActionAnswer, Proposal } from './edits/proposal.ts';
import type { CompletionList } from './edits/completionList.ts';
import { classAt, mentionAt } from './analysis/mentionAt.ts';
import { rankEntries } from './analysis/rankEntries.ts';
import type { HoverAnswer } from './render/hoverAnswer.ts';

/** Everything that the service needs from its host. */
export interface ServiceDependencies {
  readonly parsers: ParserPool;
  /** The page that explains a rule; undefined: diagnostics have no link. */
  rulePage(rule: string): string | undefined;
  /** Absent: nothing is given way to, and no text takes too long. */
  readonly clock?: Clock;
}

export type { DocumentText };

/** Findings of a document, and whether something was left out. */
export interface DocumentFindings {
  readonly findings: readonly Finding[];
  /** At most as many as the settings allow. */
  toDiagnostics(): Diagnostic[];
  /** The reasons why something was left out, each to follow the document's name: `is generated and is not analysed`. */
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

/** A class of errors that a place in code names. */
export interface ClassMention {
  readonly name: string;
  /** Catalogue id. */
  readonly catalogue: string;
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
  /** The snippets at an offset, for editors that know such. */
  provideSnippets(document: DocumentText, facts: DocumentFacts, offset: number): readonly SnippetItem[];
  provideCodeActions(document: DocumentText, facts: DocumentFacts, span: Span): Promise<readonly CodeActionAnswer[]>;
  /** One action for a whole document: all safe fixes, or the missing cases of all sites. */
  provideActionForAll(
    document: DocumentText,
    facts: DocumentFacts,
    kind: 'fixAll' | 'addMissingCases',
  ): Promise<CodeActionAnswer | undefined>;
  provideCodeLenses(document: DocumentText, facts: DocumentFacts): Promise<readonly CodeLensAnswer[]>;
  /** The codes of the site at an offset, missing ones first; undefined where there is no site. */
  listSiteCodes(document: DocumentText, facts: DocumentFacts, offset: number): Promise<readonly SiteCode[] | undefined>;
  /** The edits that add the case of one missing code; empty where none can be added. */
  addSiteCode(document: DocumentText, facts: DocumentFacts, offset: number, code: string): Promise<readonly Edit[]>;
  provideInlayHints(document: DocumentText, facts: DocumentFacts, span: Span): Promise<ReturnType<typeof provideInlayHints>>;
  provideDocumentHighlights(document: DocumentText, facts: DocumentFacts, offset: number): Promise<readonly Span[]>;
  /** The code that an offset in code names, and the catalogues that it may be of, most likely first. */
  findMention(document: DocumentText, facts: DocumentFacts, offset: number): Promise<MentionAnswer | undefined>;
  /** The class of errors at an offset; undefined where code names none that a catalogue has. */
  findClass(document: DocumentText, facts: DocumentFacts, offset: number): Promise<ClassMention | undefined>;
  /**
   * The entry of a document in an index; undefined when it names no code of an API that shows there.
   * @param leaveOut called with the reason why a document that may name one is not analysed, to follow its name
   */
  collectMentions(
    document: DocumentText,
    facts: DocumentFacts,
    leaveOut?: (reason: string) => void,
  ): Promise<FileMentions | undefined>;
  /** Loads everything that documents of a language need, before the first key. */
  warm(languageId: string): Promise<void>;
  /** Drops everything that is kept for a document. */
  forget(uri: string): void;
  /** Frees the parsers that no document of these languages needs. */
  keepOnly(languageIds: Iterable<string>): void;
}

export function createLanguageService({ parsers, rulePage, clock }: ServiceDependencies): LanguageService {
  const analyser = createDocumentAnalyser(parsers, clock);
  /** Answers out of a document's analysis; empty for a document without an analysis. */
  const answer = <Answer>(
    document: DocumentText,
    facts: DocumentFacts,
    empty: Answer,
    provide: (analysis: DocumentAnalysis) => Answer,
  ): Promise<Answer> => analyser.useAnalysis(document, facts, ({ analysis }) => (analysis ? provide(analysis) : empty));

  /** Keeps the proposals that are read back with their intended meaning. Most need not be parsed for that. */
  const readBack = async (
    document: DocumentText,
    facts: DocumentFacts,
    proposals: readonly Proposal[],
  ): Promise<readonly CodeActionAnswer[]> => {
    if (!haveClaims(proposals))
      return proposals.flatMap(({ ways: [way], ...action }) => (way ? [{ ...action, edits: way.edits }] : []));
    const kept = await analyser.useTree(
      document,
      facts,
      ({ text, language, parser }, pace) =>
        keepReadable(proposals, { text, language, parse: (changed) => parser.parse(changed, { pace }) }),
      () => undefined,
    );
    return kept ?? [];
  };

  return Object.freeze<LanguageService>({
    mayConcern,
    async findFindings(document, facts) {
      const { uri, text } = document;
      const { settings, set, path } = facts;
      const notices: string[] = [];
      const skip = mayConcern(text, set) ? reasonToSkip(text, uri, path) : undefined;
      if (skip) notices.push(describeSkip(skip));
      const keys = await findExposedKeys(text, facts);
      const report = ({ analysis: whole, leftOut }: DocumentReading): DocumentFindings => {
        const analysis = skip ? undefined : whole;
        if (leftOut) notices.push(describeLeftOut(leftOut, settings.fileSizeLimit));
        const findings = analysis ? findFindings(analysis, keys) : findTextFindings(keys, settings);
        const lines = analysis?.lines;
        return {
          findings,
          toDiagnostics: () => toDiagnostics(findings, uri, lines ?? createLineIndex(text), settings.findingsLimit, rulePage),
          notices,
          constants: whole ? constantsToTell(whole.context.declared) : [],
        };
      };
      return skip && skip !== 'generated' ? report({}) : analyser.useAnalysis(document, facts, report);
    },
    provideHover(document, facts, offset, handledIn) {
      // Without a tree a code is still a code.
      const fromText = (): HoverAnswer | undefined => provideTextHover(document.text, facts, offset, handledIn);
      if (textLanguageIds.includes(document.languageId)) return Promise.resolve(fromText());
      return analyser.useAnalysis(document, facts, ({ analysis, leftOut }) =>
        analysis ? provideHover(analysis, offset, handledIn) : leftOut ? fromText() : undefined,
      );
    },
    provideCompletion: (document, facts, offset) =>
      analyser.useTree(
        document,
        facts,
        async (tree, pace) => {
          const classes = completeClasses(tree, facts, offset);
          if (classes) return classes;
          const list = await atCompletionPlace({ ...tree, offset, facts, pace }, completeAt);
          return list && keepReadableItems(list, tree.language, (text) => tree.parser.parse(text, { pace }));
        },
        ({ text }) => completeInText(document.text, facts, offset, quotesOf(text)),
      ),
    provideSnippets,
    async provideCodeActions(document, facts, span) {
      const keys = await findExposedKeys(document.text, facts);
      const proposals = await answer(document, facts, [] as readonly Proposal[], (analysis) =>
        provideCodeActions(analysis, findFindings(analysis, keys), span),
      );
      return keepInScripts(document, await readBack(document, facts, proposals));
    },
    async provideActionForAll(document, facts, kind) {
      const keys = await findExposedKeys(document.text, facts);
      const proposals = await answer(document, facts, [] as readonly Proposal[], (analysis) =>
        (kind === 'fixAll' ? provideSafeFixes : provideMissingCases)(analysis, findFindings(analysis, keys)),
      );
      const all = actionForAll(kind, await readBack(document, facts, proposals));
      return all && (await keepInScripts(document, [all]))[0];
    },
    provideCodeLenses: (document, facts) => answer(document, facts, [] as readonly CodeLensAnswer[], provideCodeLenses),
    listSiteCodes: (document, facts, offset) =>
      answer(document, facts, undefined as readonly SiteCode[] | undefined, (analysis) => listSiteCodes(analysis, offset)),
    async addSiteCode(document, facts, offset, code) {
      const proposals = await answer(document, facts, [] as readonly Proposal[], (analysis) =>
        proposeSiteCode(analysis, offset, code),
      );
      const [kept] = await keepInScripts(document, await readBack(document, facts, proposals));
      return kept?.edits ?? [];
    },
    async provideInlayHints(document, facts, span) {
      if (!facts.settings.inlayHints) return [];
      return answer(document, facts, [] as ReturnType<typeof provideInlayHints>, (analysis) => provideInlayHints(analysis, span));
    },
    provideDocumentHighlights: (document, facts, offset) =>
      answer(document, facts, [] as readonly Span[], (analysis) => provideDocumentHighlights(analysis, offset)),
    findMention: (document, facts, offset) =>
      answer(document, facts, undefined as MentionAnswer | undefined, (analysis) => {
        const mention = mentionAt(analysis, offset);
        if (!mention) return undefined;
        const catalogues = rankEntries(analysis, mention.code, offset)
          .filter((entry) => analysis.meaning.means(entry, mention.span))
          .map(({ catalogue }) => catalogue.id);
        return catalogues.length > 0 ? { ...mention, catalogues } : undefined;
      }),
    findClass: (document, facts, offset) =>
      answer(document, facts, undefined as ClassMention | undefined, (analysis) => {
        const found = classAt(analysis, offset)?.entry;
        return found && { name: found.errorClass.name, catalogue: found.catalogue.id };
      }),
    async collectMentions(document, facts, leaveOut = () => undefined) {
      const skip = reasonToSkip(document.text, document.uri, facts.path);
      if (skip !== undefined && skip !== 'generated') {
        if (mayConcern(document.text, facts.set)) leaveOut(describeSkip(skip));
        return undefined;
      }
      return analyser.useAnalysis(document, facts, ({ analysis, leftOut }) => {
        if (leftOut) leaveOut(describeLeftOut(leftOut, facts.settings.fileSizeLimit));
        return analysis && collectMentions(analysis, skip === 'generated');
      });
    },
    async warm(languageId) {
      for (const grammar of grammarsOf([languageId])) await parsers.parserFor(grammar);
    },
    keepOnly(languageIds) {
      const needed = grammarsOf(languageIds);
      for (const grammar of parsers.loaded()) if (!needed.has(grammar)) parsers.release(grammar);
    },
    forget: analyser.forget,
  });
}

function describeLeftOut(reason: LeftOut, sizeLimit: number): string {
  switch (reason) {
    case 'large':
      return l10n.t('is larger than {0} KB and is not analysed (apiErrorCodes.limits.fileSize)', sizeLimit);
    case 'minified':
      return describeSkip(reason);
    case 'slow':
      return l10n.t('takes too long to parse and is not analysed');
    case 'broken':
      return l10n.t('breaks the parser and is not analysed');
  }
}

function describeSkip(reason: SkipReason): string {
  switch (reason) {
    case 'generated':
      return l10n.t('is generated and is not analysed');
    case 'minified':
      return l10n.t('is minified and is not analysed');
    case 'vendored':
      return l10n.t('is in a folder of third-party code and is not analysed');
  }
}
