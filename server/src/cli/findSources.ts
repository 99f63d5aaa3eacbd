import { findCandidates, needlesOf } from '../adapters/findCandidates.ts';
import { languageIdOfPath, sourceGlobs } from '../service/languages/sourceOf.ts';
import type { FolderReading } from './declaringFiles.ts';
import { listFiles } from './listFiles.ts';

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
  { folder, set, ripgrep }: Pick<FolderReading, 'folder' | 'set' | 'ripgrep'>,
  paths: readonly string[],
  only?: ReadonlySet<string>,
): Promise<Sources> {
  // Of a whole folder ripgrep tells how many files hold nothing, and nobody has to know which.
  const isWhole = only === undefined && paths.length === 1 && paths[0] === folder;
  const [candidates, listed] = await Promise.all([
    findCandidates(paths, sourceGlobs, needlesOf(set), ripgrep),
    isWhole ? undefined : listFiles(paths, sourceGlobs, ripgrep),
  ]);
  const files = [...(candidates?.files ?? [])].sort();
  // Names that are no text are for the listing to tell.
  if (isWhole && candidates && !files.some((file) => file.includes('\ufffd')))
    return { asked: files, files, silent: candidates.searched - files.length, skipped: [] };
  const listing = listed ?? (await listFiles(paths, sourceGlobs, ripgrep));
  const asked = only === undefined ? listing.files : listing.files.filter((file) => only.has(file));
  // Of what else was named by somebody, there is no saying.
  const read = asked.filter((file) => !candidates || candidates.files.has(file) || languageIdOfPath(file) === undefined);
  return { asked, files: read, silent: asked.length - read.length, skipped: listing.skipped };
}

/** The source files below some paths that hold a needle, by name; all of them where ripgrep has something to complain of. */
export async function findHolding(
  paths: readonly string[],
  needles: readonly string[],
  ripgrep: string,
): Promise<readonly string[]> {
  const found = await findCandidates(paths, sourceGlobs, needles, ripgrep);
  return found ? [...found.files].sort() : (await listFiles(paths, sourceGlobs, ripgrep)).files;
}
