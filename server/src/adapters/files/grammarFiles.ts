import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { GrammarSource } from '../../service/syntax/parserPool.ts';
import type { TreeSitter } from '../../service/syntax/textParser.ts';

/** Reads grammars from the folder beside the bundle. @param distribution the folder of the bundle */
export function createGrammarFiles(distribution: string): GrammarSource {
  const library = path.join(distribution, 'treeSitter.cjs');
  return {
    load: (name) => readFile(path.join(distribution, 'grammars', name)),
    loadLibrary: () => loadAnew(library),
  };
}

/** Runs a CommonJS module again, without any earlier state. @param file an absolute path */
export async function loadAnew(file: string): Promise<TreeSitter> {
  const require = createRequire(file);
  Reflect.deleteProperty(require.cache, file);
  return require(file) as TreeSitter;
}
