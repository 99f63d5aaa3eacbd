import { type Candidates, findCandidates, needlesOf } from '../adapters/ripgrep/findCandidates.ts';
import { languageIdOfPath, sourceGlobs } from '../service/languages/sourceOf.ts';
import { listFiles } from '../adapters/ripgrep/listFiles.ts';
import type { FolderReading } from './folderReading.ts';

/** What is asked for, and what of it is to be read. */
export interface Sources {
  /** Everything that is asked for; where that is the whole folder, what is to be read of it. */
  readonly asked: readonly string[];
  /** By name. */
  readonly files: readonly string[];
  /** How many others there are, which hold nothing. */
  readonly silent: number;
  readonly skipped: readonly { readonly file: string; readonly reason: string }[];
}

/** Of so many files, little more than a megabyte is parsed in most languages. */
export const fewFiles = 500;

/** Finds the source files below some paths that may hold something. @param only when given, of them only these */
export async function findSources(
  reading: FolderReading,
  paths: readonly string[],
  only?: ReadonlySet<string>,
): Promise<Sources> {
  const { folder, set, ripgrep } = reading;
  // Of a whole folder ripgrep tells how many files hold nothing, and nobody has to know which.
  const isWhole = only === undefined && paths.length === 1 && paths[0] === folder;
  const [candidates, listed] = await Promise.all([
    search(reading, paths, sourceGlobs, needlesOf(set)),
    isWhole ? undefined : listFiles(paths, sourceGlobs, ripgrep),
  ]);
  const files = [...(candidates?.files ?? [])].sort();
  // Names that are no text are for the listing to tell.
  if (isWhole && candidates && !files.some((file) => file.includes('\ufffd')))
    return { asked: files, files, silent: candidates.searched - files.length, skipped: [] };
  const listing = listed ?? (await listFiles(paths, sourceGlobs, ripgrep));
  if (listing.problem !== undefined) reading.complain(listing.problem);
  const asked = only === undefined ? listing.files : listing.files.filter((file) => only.has(file));
  // Of what else was named by somebody, there is no saying.
  const read = asked.filter((file) => !candidates || candidates.files.has(file) || languageIdOfPath(file) === undefined);
  return { asked, files: read, silent: asked.length - read.length, skipped: listing.skipped };
}

/**
 * The files below some paths that hold a needle, by name; all of them where ripgrep has something to complain of.
 * @param globs names of the files that are wanted; source files when absent
 */
export async function findHolding(
  reading: Pick<FolderReading, 'ripgrep' | 'complain'>,
  paths: readonly string[],
  needles: readonly string[],
  globs: readonly string[] = sourceGlobs,
): Promise<readonly string[]> {
  const found = await search(reading, paths, globs, needles);
  if (found) return [...found.files].sort();
  // Which folders cannot be read is told where the sources are listed.
  const { files, problem } = await listFiles(paths, globs, reading.ripgrep);
  if (problem !== undefined) reading.complain(problem);
  return files;
}

/** @returns undefined when every file is to be read */
async function search(
  { ripgrep, complain }: Pick<FolderReading, 'ripgrep' | 'complain'>,
  paths: readonly string[],
  globs: readonly string[],
  needles: readonly string[],
): Promise<Candidates | undefined> {
  const found = await findCandidates(paths, globs, needles, ripgrep);
  if (!found || !('problem' in found)) return found;
  complain(found.problem);
  return undefined;
}
