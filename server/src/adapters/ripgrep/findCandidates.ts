import path from 'node:path';
import { kindOf } from '../files/fileKind.ts';
import { typeOptions } from './fileTypes.ts';
import { failUnreadable, type ProgramFailure } from '../programs/runProgram.ts';
import { runRipgrep } from './runRipgrep.ts';

/** The result of a search for needles. */
export interface Candidates {
  /** Absolute paths of those that hold one. */
  readonly files: ReadonlySet<string>;
  /** How many files were searched. One that was asked for twice counts twice. */
  readonly searched: number;
}

/**
 * Finds the files below some folders that contain a needle, with ripgrep. It reads thousands of files in the time that Node
 * takes for some tens, and most files contain nothing. UTF-16 is searched where there is a byte order mark for it.
 * @param folders must exist
 * @param globs names of the files that are wanted, in any case
 * @returns undefined when ripgrep cannot look for this, or complained of a file: then every file is to be read
 */
export async function findCandidates(
  folders: readonly string[],
  globs: readonly string[],
  needles: readonly string[],
  ripgrepPath: string,
): Promise<Candidates | ProgramFailure | undefined> {
  // Each pattern is a line in ripgrep's input, and a line of text contains no zero byte.
  if (needles.some((needle) => needle === '' || /[\r\n\0]/.test(needle))) return undefined;
  const options = [
    '--files-with-matches',
    '--max-count=1',
    '--stats',
    '--null',
    '--no-mmap',
    // The reader decides whether a file is text.
    '--text',
    '--fixed-strings',
    '--file=-',
    ...typeOptions(globs),
  ];
  // Others would be waited for, or have no end. ripgrep reports paths that do not exist or cannot be looked at.
  const searchable = folders.filter((given) => kindOf(given) !== 'other');
  if (searchable.length === 0) return { files: new Set(), searched: 0 };
  const result = await runRipgrep(ripgrepPath, options, searchable, { input: `${needles.join('\n')}\n` });
  if (!result.ok) return result;
  if (result.code === 2 || result.errors !== '') return undefined;
  const names = result.output.toString('utf8').split('\0');
  const searched = /^(\d+) files searched$/m.exec(names.pop() ?? '')?.[1];
  if (searched === undefined) return failUnreadable('ripgrep');
  // Most are absolute already, as the folders are.
  const files = new Set(names.map((name) => (path.isAbsolute(name) ? name : path.resolve(name))));
  return { files, searched: Number(searched) };
}
