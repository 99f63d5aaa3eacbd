import * as l10n from '@vscode/l10n';
import { stat } from 'node:fs/promises';
import path from 'node:path';
import type { ProgramFailure } from '../programs/runProgram.ts';
import { type Problem, problemInSentence } from '../../shared/problem.ts';
import { readComplaints, readNames, runRipgrep } from './runRipgrep.ts';

/** The files below some paths, and the paths that could not be looked into. */
export interface FileListing {
  /** Absolute, sorted, without repeats. */
  readonly files: readonly string[];
  readonly skipped: readonly Problem[];
  /** Why ripgrep could list none of the folders, as a sentence without its full stop. */
  readonly problem?: string;
}

/**
 * Lists files as ripgrep does: leaves out hidden folders and files that git ignores, and does not follow links. A file that
 * is named itself is always listed.
 * @param options of ripgrep: which files are wanted
 */
export async function listFiles(paths: readonly string[], options: readonly string[], ripgrepPath: string): Promise<FileListing> {
  const files = new Set<string>();
  const skipped: Problem[] = [];
  const folders: string[] = [];
  for (const given of paths) {
    try {
      const stats = await stat(given);
      if (stats.isDirectory()) folders.push(given);
      else if (stats.isFile()) files.add(path.resolve(given));
      else skipped.push({ file: given, reason: l10n.t('is a pipe, a socket or a device, and is not read') });
    } catch {
      // The user gave this name, so it is reported for every reason of the system.
      skipped.push({ file: given, reason: l10n.t('does not exist or cannot be read') });
    }
  }
  if (folders.length === 0) return { files: [...files].sort(), skipped };
  const result = await runRipgrep(ripgrepPath, [...options, '--files', '--null'], folders);
  const names = result.ok ? splitNames(result.output) : result;
  if ('problem' in names) return { files: [...files].sort(), skipped, problem: names.problem };
  for (const { name, isText } of names) {
    if (isText) files.add(path.resolve(name));
    else skipped.push({ file: name, reason: l10n.t('has a name that is no UTF-8, and is not read') });
  }
  const { code, errors } = result.ok ? result : { code: 0, errors: '' };
  const complaints = readComplaints(errors);
  for (const reason of complaints) skipped.push({ file: '', reason });
  const isSilent = code === 2 && complaints.length === 0;
  return { files: [...files].sort(), skipped, ...(isSilent ? { problem: 'ripgrep failed with exit code 2' } : {}) };
}

/** The most complaints that are worth a sentence each. */
const mostComplaints = 5;

/** Lists the files below one folder. @returns problems without full stops: why some files may be missing */
export async function listFolder(
  folder: string,
  options: readonly string[],
  ripgrepPath: string,
): Promise<{ readonly files: readonly string[]; readonly problems: readonly string[] }> {
  const { files, skipped, problem } = await listFiles([folder], options, ripgrepPath);
  const problems = [...(problem === undefined ? [] : [problem]), ...skipped.slice(0, mostComplaints).map(problemInSentence)];
  const more = skipped.length - mostComplaints;
  return { files, problems: more > 0 ? [...problems, `${more} more such places`] : problems };
}

/** Splits names with a zero byte behind each. A name is bytes: one that is not valid text cannot be opened by its text. */
function splitNames(output: Buffer): readonly { readonly name: string; readonly isText: boolean }[] | ProgramFailure {
  const names = readNames(output);
  if ('problem' in names) return names;
  if (!names.some((name) => name.includes('\ufffd'))) return names.map((name) => ({ name, isText: true }));
  const bytes = output.toString('latin1').split('\0');
  return names.map((name, index) => ({ name, isText: Buffer.from(name).toString('latin1') === bytes[index] }));
}
