import { accessSync, constants, realpathSync } from 'node:fs';
import path from 'node:path';
import { kindOf } from '../files/fileKind.ts';
import { findGitRoot } from '../files/gitRoot.ts';
import { pathInside } from '../files/pathInside.ts';

/**
 * The absolute path of a program, looked for in `PATH`. Programs within the folder, or within the repository around it, may
 * be a stranger's and are left out, even when `PATH` names them.
 * @param folder the folder that is looked at
 * @returns undefined when it is not found
 */
export function findProgram(name: string, folder: string): string | undefined {
  const fences = fencesOf(folder);
  for (const searched of searchedFolders(folder)) {
    for (const ending of endings()) {
      const file = path.join(searched, `${name}${ending}`);
      const real = realPathOf(file);
      if (real !== undefined && isProgram(real) && !fences.some((fence) => pathInside(fence, real) !== undefined)) return file;
    }
  }
  return undefined;
}

/** The folders of `PATH` that programs are looked for in: absolute ones that exist outside of a folder and of ours. */
export function searchedFolders(folder: string): readonly string[] {
  const fences = [...fencesOf(folder), ...fencesOf(process.cwd())];
  const folders = (process.env['PATH'] ?? '').split(path.delimiter).map((entry) => entry.replace(/^"(.*)"$/, '$1'));
  return folders.filter((entry) => {
    const real = path.isAbsolute(entry) ? realPathOf(entry) : undefined;
    return real !== undefined && !fences.some((fence) => pathInside(fence, real) !== undefined);
  });
}

/** Windows' own list, without the endings that only a shell can run. Elsewhere names are whole. */
function endings(): readonly string[] {
  if (process.platform !== 'win32') return [''];
  const known = (process.env['PATHEXT'] ?? '.COM;.EXE').split(';').filter((ending) => /^\.(?:com|exe)$/i.test(ending));
  return known.length > 0 ? known : ['.EXE'];
}

/**
 * The repository that contains a folder, else the folder itself. The root of a disk does not count, since it contains every
 * program.
 */
function fencesOf(folder: string): readonly string[] {
  const real = realPathOf(findGitRoot(folder) ?? folder);
  return real === undefined || path.dirname(real) === real ? [] : [real];
}

function realPathOf(file: string): string | undefined {
  try {
    return realpathSync(file);
  } catch {
    // A file that does not exist, or may not be looked at, cannot be run either.
    return undefined;
  }
}

function isProgram(file: string): boolean {
  try {
    if (process.platform !== 'win32') accessSync(file, constants.X_OK);
    return kindOf(file) === 'file';
  } catch {
    // A later folder of PATH may have one.
    return false;
  }
}
