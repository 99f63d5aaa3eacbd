import * as l10n from '@vscode/l10n';
import { fileOf } from '../../adapters/files/fileAddress.ts';
import { nameOf, pathFrom } from '../../adapters/files/pathInside.ts';
import { checkoutsOf, liesPlainlyIn } from '../../adapters/programs/checkouts.ts';
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

/**
 * The files to check when only changed ones are to be checked, named as the roots name them. Undefined, for all files, when a
 * catalogue or the configuration file has changed, since those concern every file. Standard error has the reason.
 * @returns 'unknown' when git cannot answer; standard error has the reason
 */
export async function findChanged(options: ChangedSince): Promise<ReadonlySet<string> | undefined | 'unknown'> {
  const { revision, roots, catalogues, workingDirectory, host, streams } = options;
  const files = new Set<string>();
  for (const folder of checkoutsOf(roots, workingDirectory)) {
    const changed = await listChangedFiles(folder, revision);
    const history = revision.startsWith('-') ? { missing: undefined } : await findMissingHistory(folder, revision);
    const problem = 'problem' in changed ? changed.problem : 'problem' in history ? history.problem : undefined;
    const missing = 'missing' in history ? history.missing : undefined;
    if (problem !== undefined || 'problem' in changed) {
      const where = folder === workingDirectory ? '' : `${pathFrom(workingDirectory, folder)}: `;
      const hint =
        missing === 'revision'
          ? `. ${l10n.t("The checkout has no history: fetch the revision first (such as '{0}'), or check out with history (fetch-depth: 0)", 'git fetch --depth 1 origin main:refs/remotes/origin/main')}`
          : '';
      streams.error(`--changed-since: ${where}${problem}${hint}\n`);
      return 'unknown';
    }
    if (missing === 'ancestor')
      streams.error(
        `--changed-since: ${l10n.t("the checkout has no history, so that files count, too, that have changed only in '{0}'; check out with history (fetch-depth: 0) to leave them out.", revision)}\n`,
      );
    for (const file of changed.files) files.add(file);
  }
  const sources = catalogues.flatMap(({ title, uri, builtin }) =>
    !builtin && isFile(uri) ? [{ title, file: fileOf(uri) ?? '' }] : [],
  );
  const configuration = await host.findConfiguration(workingDirectory);
  const concerning = [
    ...sources.map(({ title, file }) => ({ what: l10n.t('The catalogue of {0}', title), file })),
    ...(configuration ? [{ what: nameOf(fileOf(configuration.uri) ?? ''), file: fileOf(configuration.uri) ?? '' }] : []),
  ];
  // These may be elsewhere in the repository than the checked files. In other repositories git is not run: the address of a
  // file there does not permit it.
  const top = findGitRoot(workingDirectory);
  const own = concerning.filter(({ file }) => top !== undefined && !files.has(file) && liesPlainlyIn(file, top));
  const elsewhere = new Set(files);
  for (const folder of checkoutsOf(
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
  streams.error(`${l10n.t('{0} has changed since {1}: all files are checked.', reason.what, revision)}\n`);
  return undefined;
}

function isFile(uri: string | undefined): uri is string {
  return uri?.startsWith('file:') === true;
}
