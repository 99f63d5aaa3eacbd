import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { GrammarSource } from '../service/syntax/parserPool.ts';

/** Reads grammars from the folder beside the bundle. */
export function createGrammarFiles(folder: string): GrammarSource {
  return { load: (name) => readFile(path.join(folder, name)) };
}
