import { readFile } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import { loadBuiltinCatalogues } from '../service/catalogue/builtinCatalogues.ts';
import type { Catalogue } from '../service/types.ts';
import type { Streams } from './streams.ts';

/** The catalogues that a command line names, and whether every one of them could be read. */
export interface LoadedCatalogues {
  readonly catalogues: readonly Catalogue[];
  readonly complete: boolean;
}

/** Reads the files of `--catalogue`, next to the built-in catalogues. What is wrong is named with file, line and column. */
export async function loadCatalogues(
  files: readonly string[],
  builtin: boolean,
  catalogueFolder: string | undefined,
  streams: Streams,
): Promise<LoadedCatalogues> {
  const catalogues: Catalogue[] = builtin ? [...loadBuiltinCatalogues(catalogueFolder)] : [];
  let complete = true;
  for (const file of new Set(files)) {
    let text: string;
    try {
      text = await readFile(file, 'utf8');
    } catch (error) {
      streams.error(`${file}: cannot be read: ${error instanceof Error ? error.message : String(error)}\n`);
      complete = false;
      continue;
    }
    // Reading YAML takes a library that most runs do not need.
    const { readCatalogue } = await import('../service/catalogue/readCatalogue.ts');
    const { catalogue, problems } = readCatalogue(text, { builtin: false, uri: pathToFileURL(file).href });
    for (const { line, column, message } of problems)
      streams.error(`${file}:${line + 1}:${column + 1}: catalogue-error: ${message}\n`);
    if (catalogue) catalogues.push(catalogue);
    complete &&= problems.length === 0;
  }
  return { catalogues, complete };
}
