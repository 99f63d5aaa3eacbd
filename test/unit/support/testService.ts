import { readFileSync } from 'node:fs';
import { findGrammar } from '../../../scripts/languages.mjs';
import { createLanguageService, type DocumentText, type LanguageService } from '../../../server/src/service/index.ts';
import type { DocumentFacts } from '../../../server/src/service/analysis/documentAnalysis.ts';
import { loadBuiltinCatalogues } from '../../../server/src/service/catalogue/builtinCatalogues.ts';
import { createCatalogueSet } from '../../../server/src/service/catalogue/catalogueSet.ts';
import { defaultSettings, type Settings } from '../../../server/src/service/settings/settings.ts';
import { createParserPool } from '../../../server/src/service/syntax/parserPool.ts';
import type { Evidence } from '../../../server/src/service/types.ts';
import type { Edit } from '../../../server/src/service/edits/edit.ts';

/** Reads grammars from where the packages have them, so that no build is needed. */
export const testParsers = createParserPool({
  async load(name) {
    const grammar = name.replace(/^tree-sitter-|\.wasm$/g, '');
    return readFileSync(name === 'web-tree-sitter.wasm' ? `node_modules/web-tree-sitter/${name}` : findGrammar(grammar));
  },
});

export const testCatalogues = createCatalogueSet(loadBuiltinCatalogues('file:///catalogues'));

/** The evidence in a workspace that calls the Pikzels API. */
export const pikzelsWorkspace: Evidence = new Map([['pikzels', { by: 'host', text: 'api.pikzels.com' }]]);

export function createTestService(): LanguageService {
  return createLanguageService({ parsers: testParsers, rulePage: (rule) => `file:///rules/${rule}.md` });
}

/** Facts for a test document; the API shows nowhere unless the text or the options set it. */
export function testFacts(options: Partial<DocumentFacts> & { readonly settings?: Settings } = {}): DocumentFacts {
  return {
    uri: 'file:///src/client.ts',
    path: 'src/client.ts',
    set: testCatalogues,
    settings: defaultSettings,
    inWorkspace: new Map(),
    bySetting: new Map(),
    isIgnored: () => false,
    ...options,
  };
}

export function testDocument(text: string, languageId = 'typescript'): DocumentText {
  return { uri: 'file:///src/client.ts', languageId, text };
}

/** Applies edits as an editor does: all at once, by their places in the old text. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  return [...edits]
    .sort((a, b) => b.span.start - a.span.start)
    .reduce((result, { span, text: added }) => result.slice(0, span.start) + added + result.slice(span.end), text);
}
