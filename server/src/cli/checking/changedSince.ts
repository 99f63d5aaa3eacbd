import { existsSync, realpathSync, statSync } from 'node:fs';
import path from 'node:path';
import { fileOf } from '../../adapters/files/fileAddress.ts';
import { pathInside } from '../../adapters/files/pathInside.ts';
import { listChangedFiles } from '../../adapters/programs/changedFiles.ts';
import { findGitRoot } from '../../adapters/files/gitRoot.ts';
import { findMissingHistory } from '../../adapters/programs/missingHistory.ts';
import type { Host } from '../../workspace/host.ts';
import type { Catalogue } from '../../service/types.ts';
import type { Streams } from '../streams.ts';

export interface ChangedSince {
  readonly revision: string;
  /** The files and folders to check, absolute. */
  readonly roots: readonly string[];
  readonly catalogues: readonly Catalogue[];
  readonly workingDirectory: string;
  readonly host: Pick<Host, 'findConfiguration'>;
  readonly streams: Streams;
}

const missingRevision =
  ". The checkout has no history: fetch the revision first (such as 'git fetch --depth 1 origin main:refs/remotes/origin/main'), or check out with history (fetch-depth: 0)";
const missingAncestor = (revision: string): string =>
  `--changed-since: the checkout has no history, so that files count that have changed in '${revision}' alone; check out with history (fetch-depth: 0) to leave them out.\n`;

/**
 * The files to check when only changed ones are to be checked, named as the roots name them. Undefined, for all files, when a
 * catalogue or the configuration file has changed, since those concern every file. Standard error has the reason.
 * @returns 'unknown' when git cannot answer; standard error has the reason
 */
export async function findChanged(options: ChangedSince): Promise<ReadonlySet<string> | undefined | 'unknown'> {
  const { revision, roots, catalogues, workingDirectory, host, streams } = options;
  const files = new Set<string>();
  for (const folder of foldersOf(roots, workingDirectory)) {
    const changed = await listChangedFiles(folder, revision);
    const history = revision.startsWith('-') ? { missing: undefined } : await findMissingHistory(folder, revision);
    const problem = 'problem' in changed ? changed.problem : 'problem' in history ? history.problem : undefined;
    const missing = 'missing' in history ? history.missing : undefined;
    if (problem !== undefined || 'problem' in changed) {
      const where = folder === workingDirectory ? '' : `${path.relative(workingDirectory, folder)}: `;
      streams.error(`--changed-since: ${where}${problem}${missing === 'revision' ? missingRevision : ''}\n`);
      return 'unknown';
    }
    if (missing === 'ancestor') streams.error(missingAncestor(revision));
    for (const file of changed.files) files.add(file);
  }
  const sources = catalogues.flatMap(({ title, uri, builtin }) =>
    !builtin && isFile(uri) ? [{ title, file: fileOf(uri) ?? '' }] : [],
  );
  const configuration = await host.findConfiguration(workingDirectory);
  const concerning = [
    ...sources.map(({ title, file }) => ({ what: `The catalogue of ${title}`, file })),
    ...(configuration ? [{ what: path.basename(fileOf(configuration.uri) ?? ''), file: fileOf(configuration.uri) ?? '' }] : []),
  ];
  // These may be elsewhere in the repository than the checked files. In other repositories git is not run: the address of a
  // file there does not permit it.
  const top = findGitRoot(workingDirectory);
  const own = concerning.filter(
    ({ file }) => top !== undefined && existsSync(file) && !files.has(file) && isPlainlyIn(path.dirname(file), top),
  );
  const elsewhere = new Set(files);
  for (const folder of foldersOf(
    own.map(({ file }) => file),
    workingDirectory,
  )) {
    const changed = await listChangedFiles(folder, revision);
    if ('problem' in changed) {
      streams.error(`--changed-since: ${changed.problem}\n`);
      return 'unknown';
    }
    for (const file of changed.files) elsewhere.add(file);
  }
  const reason = concerning.find(({ file }) => elsewhere.has(file));
  if (!reason) return files;
  streams.error(`${reason.what} has changed since ${revision}: all files are checked.\n`);
  return undefined;
}

function isFile(uri: string | undefined): uri is string {
  return uri?.startsWith('file:') === true;
}

/**
 * Folders to run git in, as few as possible: the working directory for the files in it, but not for those behind a link or in
 * a different repository.
 */
function foldersOf(paths: readonly string[], workingDirectory: string): ReadonlySet<string> {
  const folders = new Set<string>();
  for (const given of paths) {
    const folder = statSync(given, { throwIfNoEntry: false })?.isDirectory() === false ? path.dirname(given) : given;
    // A path that does not exist is reported where it is read.
    if (!existsSync(folder)) continue;
    folders.add(isPlainlyIn(folder, workingDirectory) ? workingDirectory : folder);
  }
  return folders;
}

function isPlainlyIn(folder: string, above: string): boolean {
  const inside = pathInside(above, folder);
  if (inside === undefined || realpathSync.native(folder) !== path.join(realpathSync.native(above), inside)) return false;
  for (let at = folder; at !== above; at = path.dirname(at)) if (existsSync(path.join(at, '.git'))) return false;
  return true;
}
