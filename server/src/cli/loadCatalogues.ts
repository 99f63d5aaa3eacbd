import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { pathFrom } from '../adapters/pathInside.ts';
import { createEntry } from '../adapters/catalogueFiles.ts';
import { loadBuiltinCatalogues } from '../service/catalogue/builtinCatalogues.ts';
import type { LoadedCatalogue } from '../service/catalogue/loadCatalogue.ts';
import type { CatalogueLink } from '../service/catalogueLink.ts';
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
    const loaded = await loadDocument(file, undefined, streams);
    for (const { catalogue, problems } of loaded) {
      if (catalogue) catalogues.push(catalogue);
      complete &&= catalogue !== undefined && problems.length === 0;
    }
    complete &&= loaded.length > 0;
  }
  return { catalogues, complete };
}

/**
 * Reads a catalogue file, or a document that holds one, and prints its problems as `FILE:LINE:COLUMN: catalogue-error: …`.
 * @returns nothing when the file cannot be read
 */
export async function loadDocument(
  file: string,
  link: CatalogueLink | undefined,
  streams: Streams,
): Promise<readonly LoadedCatalogue[]> {
  const entry = createEntry(path.resolve(file), process.cwd());
  const read = await entry.read();
  if ('problem' in read) {
    streams.error(`${file}: ${read.problem}\n`);
    return [];
  }
  // Readers take libraries that most runs do not need.
  const { loadCatalogues: load } = await import('../service/catalogue/loadCatalogue.ts');
  const loaded = await load([{ uri: entry.uri, name: file, text: read.text, host: entry }], link);
  for (const { problems } of loaded) printProblems(problems, streams);
  return loaded;
}

/** Prints problems of catalogues' documents, each with its place; files relative to the working directory. */
export function printProblems(problems: LoadedCatalogue['problems'], streams: Streams): void {
  for (const { uri, line, column, message } of problems) {
    const file = pathFrom(process.cwd(), fileURLToPath(uri));
    streams.error(`${file}:${line + 1}:${column + 1}: catalogue-error: ${message}\n`);
  }
}
