import type { Diagnostic } from 'vscode-languageserver-types';
import { analyseDocument, type DocumentAnalysis, type DocumentFacts } from './analysis/documentAnalysis.ts';
import { createLineIndex } from './analysis/lineIndex.ts';
import { toDiagnostics } from './features/diagnostics.ts';
import { type HoverAnswer, provideHover } from './features/hover.ts';
import { languageOfId } from './languages/registry.ts';
import { findFindings, findTextFindings } from './rules/findFindings.ts';
import type { ParserPool } from './syntax/parserPool.ts';
import { createTreeCache } from './syntax/treeCache.ts';
import type { Finding } from './types.ts';

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
}

/** Findings of a document, and whether something was left out. */
export interface DocumentFindings {
  readonly findings: readonly Finding[];
  readonly diagnostics: Diagnostic[];
  /** Sentences for the status item: limits reached, a text that is skipped. */
  readonly notices: readonly string[];
}

/** Everything that the product knows to do with a document. Pure: no disk, no clock, no editor. */
export interface LanguageService {
  findFindings(document: DocumentText, facts: DocumentFacts): Promise<DocumentFindings>;
  provideHover(document: DocumentText, facts: DocumentFacts, offset: number): Promise<HoverAnswer | undefined>;
  /** Drops what is kept for a document. */
  forget(uri: string): void;
}

export function createLanguageService({ parsers, rulePage }: ServiceDependencies): LanguageService {
  const trees = createTreeCache();

  const analyse = async ({ uri, languageId, text }: DocumentText, facts: DocumentFacts): Promise<DocumentAnalysis | undefined> => {
    const language = languageOfId(languageId);
    if (!language || text.length > facts.settings.fileSizeLimit * 1000) return undefined;
    if (!facts.set.matcher.mayMatch(text) && !text.includes('error-codes:')) return undefined;
    const parser = await parsers.parserFor(language.grammar);
    const tree = trees.treeOf(uri, language.grammar, text, parser);
    return tree && analyseDocument(text, tree, language, facts);
  };

  return Object.freeze<LanguageService>({
    async findFindings(document, facts) {
      const { uri, text } = document;
      const { settings, set, path, ignored } = facts;
      const notices: string[] = [];
      if (text.length > settings.fileSizeLimit * 1000) notices.push(`${path} is larger than ${settings.fileSizeLimit} KB and is not analysed (apiErrorCodes.limits.fileSize).`);
      const analysis = await analyse(document, facts);
      const findings = analysis ? findFindings(analysis) : findTextFindings(text, path, ignored, set.catalogues, settings);
      const lines = analysis?.lines ?? createLineIndex(text);
      if (findings.length > settings.findingsLimit) notices.push(`${path} has ${findings.length} findings; the first ${settings.findingsLimit} are shown (apiErrorCodes.limits.findings).`);
      return { findings, diagnostics: toDiagnostics(findings, uri, lines, settings.findingsLimit, rulePage), notices };
    },
    async provideHover(document, facts, offset) {
      const analysis = await analyse(document, facts);
      return analysis && provideHover(analysis, offset);
    },
    forget: (uri) => trees.drop(uri),
  });
}
