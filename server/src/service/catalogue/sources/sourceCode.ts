import * as l10n from '@vscode/l10n';
import type { Tree } from 'web-tree-sitter';
import { describeError } from '../../../shared/describeError.ts';
import { refuse } from './createReading.ts';
import type { CatalogueSource, SourceHost } from './source.ts';

/** The grammars of source files by their endings. */
const grammars: Readonly<Record<string, string>> = {
  '.ts': 'typescript',
  '.mts': 'typescript',
  '.cts': 'typescript',
  '.tsx': 'tsx',
  '.js': 'javascript',
  '.mjs': 'javascript',
  '.cjs': 'javascript',
  '.py': 'python',
  '.java': 'java',
  '.kt': 'kotlin',
  '.cs': 'c-sharp',
  '.go': 'go',
  '.php': 'php',
  '.rs': 'rust',
  '.swift': 'swift',
  '.dart': 'dart',
  '.h': 'cpp',
  '.hh': 'cpp',
  '.hpp': 'cpp',
  '.c': 'cpp',
  '.cc': 'cpp',
  '.cpp': 'cpp',
};
/** Source code that declares the codes: enums, constants, tables, lists and unions, with their comments. */
export const sourceCode: CatalogueSource = {
  id: 'source-code',
  title: 'Source code',
  endings: Object.keys(grammars),
  accepts: () => true,
  async read({ name, text }, host) {
    const ending = /\.\w+$/.exec(name.toLowerCase())?.[0] ?? '';
    const tree = await parse(host, grammars[ending] ?? '', text);
    if (typeof tree === 'string') return refuse(tree);
    try {
      // Its parts are only loaded for source code.
      const { readTree } = await import('./code/readTree.ts');
      return readTree(tree.rootNode, name, text);
    } finally {
      tree.delete();
    }
  },
};

async function parse(host: SourceHost, grammar: string, text: string): Promise<Tree | string> {
  if (!host.parse) return l10n.t('Source code cannot be read here: there is no parser.');
  try {
    return (await host.parse(grammar, text)) ?? l10n.t('The file takes too long to parse and was not read.');
  } catch (error) {
    return l10n.t('The file cannot be parsed: {0}', describeError(error));
  }
}
