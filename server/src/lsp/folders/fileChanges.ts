import { filesOf } from '../../workspace/changedFolders.ts';
import { describeError } from '../../shared/describeError.ts';
import type { FactsFinder } from '../../workspace/documentFacts.ts';
import { folderOf } from '../../workspace/folderOf.ts';
import type { Host } from '../../workspace/host.ts';
import { ownersOf } from '../../service/mentions/imports.ts';
import type { Settings } from '../../service/settings/settings.ts';
import type { WorkspaceIndex } from '../../workspace/workspaceIndex.ts';

/** Follows files on disk once they are quiet. */
export interface FileChanges {
  /** Files have come, gone or changed. */
  changed(uris: readonly string[]): void;
  /** A document was closed: its file on disk counts again. */
  closed(uri: string): void;
  /** Folders were added or removed. */
  foldersChanged(): void;
}

export interface FileChangesDependencies {
  readonly host: Host;
  readonly index: WorkspaceIndex;
  readonly facts: FactsFinder;
  folders(): readonly string[];
  settingsOf(uri: string): Promise<Settings>;
  /** Globs that the editor leaves out of searches in a folder. */
  excludesOf(folder: string): Promise<readonly string[]>;
  /** Reads the catalogues again, and the files too if all of them may be concerned. */
  readAgain(andFiles: boolean): void;
  warn(problem: string): void;
}

/** How long files must be quiet before they are looked at again, in milliseconds. */
const quietTime = 500;

export function createFileChanges(dependencies: FileChangesDependencies): FileChanges {
  const { host, index, facts, folders, settingsOf, warn } = dependencies;
  /** By files that have changed: the roots of their projects, as they were before. */
  const rootsBefore = new Map<string, string | undefined>();
  let ignoresChanged = false;
  const rescanNow = async (): Promise<void> => {
    const before = [...rootsBefore];
    const ignoring = ignoresChanged;
    rootsBefore.clear();
    ignoresChanged = false;
    await host.forgetFiles(before.map(([file]) => host.uriOf(file)));
    // Ignore files and the beginnings of projects concern files that have not changed themselves.
    dependencies.readAgain(ignoring || before.some(([file, root]) => host.rootOf(file, undefined) !== root));
  };
  const rescan = host.debounce(quietTime, () => {
    rescanNow().catch((error: unknown) => warn(`Changed files could not be read: ${describeError(error)}`));
  });

  /** Files that the editor leaves out of searches are not read when they change either. */
  const leaveOutExcluded = async (uris: readonly string[]): Promise<readonly string[]> => {
    const excludes = new Map<string, readonly string[]>();
    const kept: string[] = [];
    for (const uri of uris) {
      const folder = folderOf(uri, folders());
      const path = folder === undefined ? undefined : host.fileOf(folder);
      const file = host.fileOf(uri);
      if (folder === undefined || path === undefined || file === undefined) continue;
      const globs = excludes.get(folder) ?? (await dependencies.excludesOf(folder));
      excludes.set(folder, globs);
      if (!host.isExcluded(host.relative(path, file), globs)) kept.push(uri);
    }
    return kept;
  };
  const findFiles = async (folder: string): Promise<readonly string[]> => {
    const uri = folderOf(host.uriOf(folder), folders());
    if (uri === undefined) return [];
    const set = facts.setOf(await settingsOf(uri), host.fileOf(uri));
    const needles = [...host.needlesOf(set), ...ownersOf(index.declaring())];
    const { files, problems } = await host.findCodeFiles(folder, needles, []);
    for (const problem of problems) warn(`${problem}.`);
    return files;
  };
  const changedFiles = new Set<string>();
  const readChanged = host.debounce(quietTime, () => {
    const uris = [...changedFiles];
    changedFiles.clear();
    filesOf(uris, { host, index, findFiles })
      .then(async (files) => index.update(await leaveOutExcluded(files)))
      .catch((error: unknown) => warn(`Changed files could not be read: ${describeError(error)}`));
  });

  return {
    changed(uris) {
      ignoresChanged ||= uris.some((uri) => /\/\.(?:git|rg)?ignore$/.test(uri));
      for (const uri of uris) {
        changedFiles.add(uri);
        const file = host.fileOf(uri);
        if (file !== undefined && !rootsBefore.has(file)) rootsBefore.set(file, host.rootOf(file, undefined));
      }
      // The host drops their old contents before they are read.
      rescan();
      readChanged();
    },
    closed(uri) {
      changedFiles.add(uri);
      readChanged();
    },
    foldersChanged: rescan,
  };
}
