import * as l10n from '@vscode/l10n';
import { describeProblem } from '../shared/problem.ts';
import { fileOf } from '../adapters/files/fileAddress.ts';
import { pathFrom, resolveIn } from '../adapters/files/pathInside.ts';
import { createEntry } from '../adapters/catalogues/catalogueFiles.ts';
import { isOwnStream, nameOfStream, readGiven } from '../adapters/files/givenInput.ts';
import { describeReadError } from '../adapters/files/readError.ts';
import type { CatalogueFileEntry, FileText } from '../workspace/host.ts';
import { loadBuiltinCatalogues } from '../service/catalogue/builtinCatalogues.ts';
import type { LoadedCatalogue } from '../service/catalogue/loadCatalogue.ts';
import type { CatalogueLink } from '../service/settings/catalogueLink.ts';
import type { Catalogue } from '../service/types.ts';
import type { Streams } from './streams.ts';

/** The most bytes of a document that a user names. */
export const longestDocument = 20_000_000;

/** The catalogues that a command line names, and whether every one of them could be read. */
export interface LoadedCatalogues {
  readonly catalogues: readonly Catalogue[];
  readonly complete: boolean;
}

/** Reads the files of `--catalogue`, next to the built-in catalogues. Prints the problems with file, line and column. */
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
  const { entry, read, streamName: name = file } = await readDocumentFile(file);
  if ('problem' in read) {
    streams.error(`${describeProblem({ file, reason: read.problem })}\n`);
    return [];
  }
  // Readers take libraries that most runs do not need.
  const { loadCatalogues: load } = await import('../service/catalogue/loadCatalogue.ts');
  const loaded = await load([{ uri: entry.uri, name, text: read.text, host: entry }], link);
  for (const { problems } of loaded) printProblems(problems, streams);
  return loaded;
}

/** Reads a file or stream that a user named. The kind of a stream is recognised by its beginning, since it has no file name. */
export async function readDocumentFile(
  file: string,
): Promise<{ readonly entry: CatalogueFileEntry; readonly read: FileText; readonly streamName?: string }> {
  const entry = createEntry(resolveIn(process.cwd(), file), process.cwd());
  // Only the editor fetches, after a question.
  if (/^https?:\/\//i.test(file))
    return { entry, read: { problem: l10n.t('is an address, which is not fetched: save the page as a file') } };
  if (!isOwnStream(file)) return { entry, read: await entry.read() };
  try {
    const text = (await readGiven(file, longestDocument)).toString('utf8').replace(/^\ufeff/, '');
    const streamName = `${nameOfStream(file).replace(/\W+/g, '-').replace(/^-/, '')}${endingOf(text)}`;
    return { entry, read: { text }, streamName };
  } catch (error) {
    return { entry, read: { problem: l10n.t('cannot be read: {0}', describeReadError(error)) } };
  }
}

/** The ending of a file name that fits a text. */
function endingOf(text: string): string {
  if (/^\s*[{[]/.test(text)) return '.json';
  if (/^\s*</.test(text)) return '.html';
  // A heading or a table is Markdown's; a comment of YAML begins as a heading does.
  return /^[\w-]+:(?: |$)/m.test(text) && !/^\|.*\|\s*$/m.test(text) ? '.yaml' : '.md';
}

/** Prints problems of catalogues' documents, each with its place; files relative to the working directory. */
export function printProblems(problems: LoadedCatalogue['problems'], streams: Streams): void {
  for (const { uri, line, column, message } of problems) {
    const file = pathFrom(process.cwd(), fileOf(uri) ?? uri);
    streams.error(`${file}:${line + 1}:${column + 1}: catalogue-error: ${message}\n`);
  }
}
