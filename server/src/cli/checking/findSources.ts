import { type Candidates, findCandidates } from '../../adapters/ripgrep/findCandidates.ts';
import { needlesOf } from '../../workspace/needlesOf.ts';
import { languageIdOfPath, sourceGlobs } from '../../service/languages/sourceOf.ts';
import { typeOptions } from '../../adapters/ripgrep/fileTypes.ts';
import { listFiles } from '../../adapters/ripgrep/listFiles.ts';
import type { Problem } from '../../shared/problem.ts';
import type { FolderReading } from './folderReading.ts';

/** The files that are asked for, and those of them to read. */
export interface Sources {
  /** All files that are asked for; where that is the whole folder, only the files to read. */
  readonly asked: readonly string[];
  /** By name. */
  readonly files: readonly string[];
  /** How many other files were asked for; they contain nothing. */
  readonly silent: number;
  readonly skipped: readonly Problem[];
}

/** In most languages little more than a megabyte of so many files is parsed. */
export const fewFiles = 500;

/** Finds the source files below some paths that may hold something. @param only when given, of them only these */
export async function findSources(
  reading: FolderReading,
  paths: readonly string[],
  only?: ReadonlySet<string>,
): Promise<Sources> {
  const { folder, ripgrep, settings, session } = reading;
  const set = session.facts.setOf(settings);
  // For a whole folder ripgrep counts the files without a needle, and their names are not needed.
  const isWhole = only === undefined && paths.length === 1 && paths[0] === folder;
  const [candidates, listed] = await Promise.all([
    search(reading, paths, sourceGlobs, needlesOf(set)),
    isWhole ? undefined : listFiles(paths, typeOptions(sourceGlobs), ripgrep),
  ]);
  const files = [...(candidates?.files ?? [])].sort();
  // Names that are not valid text are reported by the listing.
  if (isWhole && candidates && !files.some((file) => file.includes('\ufffd')))
    return { asked: files, files, silent: candidates.searched - files.length, skipped: [] };
  const listing = listed ?? (await listFiles(paths, typeOptions(sourceGlobs), ripgrep));
  if (listing.problem !== undefined) reading.failures.add(listing.problem);
  const asked = only === undefined ? listing.files : listing.files.filter((file) => only.has(file));
  // Files in no known language were named by the user: they may contain anything, so they are read.
  const read = asked.filter((file) => !candidates || candidates.files.has(file) || languageIdOfPath(file) === undefined);
  return { asked, files: read, silent: asked.length - read.length, skipped: listing.skipped };
}

/**
 * The files below some paths that hold a needle, by name; all of them where ripgrep has something to complain of.
 * @param globs names of the files that are wanted; source files when absent
 */
export async function findHolding(
  reading: Pick<FolderReading, 'ripgrep' | 'failures'>,
  paths: readonly string[],
  needles: readonly string[],
  globs: readonly string[] = sourceGlobs,
): Promise<readonly string[]> {
  const found = await search(reading, paths, globs, needles);
  if (found) return [...found.files].sort();
  // Folders that cannot be read are reported where the sources are listed.
  const { files, problem } = await listFiles(paths, typeOptions(globs), reading.ripgrep);
  if (problem !== undefined) reading.failures.add(problem);
  return files;
}

/** @returns undefined when every file is to be read */
async function search(
  { ripgrep, failures }: Pick<FolderReading, 'ripgrep' | 'failures'>,
  paths: readonly string[],
  globs: readonly string[],
  needles: readonly string[],
): Promise<Candidates | undefined> {
  const found = await findCandidates(paths, globs, needles, ripgrep);
  if (!found || !('problem' in found)) return found;
  failures.add(found.problem);
  return undefined;
}
