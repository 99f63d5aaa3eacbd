import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { SourceHost } from '../../service/catalogue/sources/source.ts';
import { limits } from '../../service/limits.ts';
import { createPaces } from '../../service/syntax/pace.ts';
import { createParserPool } from '../../service/syntax/parserPool.ts';
import { createGrammarFiles } from '../files/grammarFiles.ts';

const parsers = createParserPool(createGrammarFiles(path.dirname(fileURLToPath(import.meta.url))));
const paces = createPaces({ now: () => performance.now(), pause: () => new Promise((resolve) => setImmediate(resolve)) });

/** Parses source code that codes are read out of, with the grammars beside the bundle. See `SourceHost.parse`. */
export const parseDocument: NonNullable<SourceHost['parse']> = async (grammar, text) =>
  (await parsers.parserFor(grammar)).parse(text, { pace: paces(limits.parse) });
