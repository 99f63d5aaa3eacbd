import path from 'node:path';
import { readComplaints, readNames, runRipgrep } from './runRipgrep.ts';

/** The files below a folder, and why some may be missing. */
export interface FolderListing {
  /** Absolute and sorted. */
  readonly files: readonly string[];
  /** Sentences without their full stops: that ripgrep failed, or which folders it could not look into. */
  readonly problems: readonly string[];
}

/** The most complaints that are worth a sentence each. */
const mostComplaints = 5;

/** Lists the files below a folder as ripgrep does. @param options which of them */
export async function listFolder(folder: string, ripgrepPath: string, options: readonly string[]): Promise<FolderListing> {
  const result = await runRipgrep(ripgrepPath, [...options, '--files', '--null'], ['.'], { folder });
  if (!result.ok) return { files: [], problems: [result.problem] };
  const names = readNames(result.output);
  if ('problem' in names) return { files: [], problems: [names.problem] };
  const complaints = readComplaints(result.errors);
  const told = complaints.slice(0, mostComplaints);
  if (result.code === 2 && told.length === 0) told.push('ripgrep failed with exit code 2');
  if (complaints.length > told.length) told.push(`${complaints.length - told.length} more such places`);
  return { files: names.map((name) => path.resolve(folder, name)).sort(), problems: told };
}
