import * as l10n from '@vscode/l10n';
import { problemInSentence } from '../shared/problem.ts';
import { describeError } from '../shared/describeError.ts';
import type { FactsFinder } from './documentFacts.ts';
import { folderOf } from './folderOf.ts';
import { describeLeft } from './describeLeft.ts';
import { readFolder } from './readFolder.ts';
import type { Host } from './host.ts';
import type { FileMentions } from '../service/workspace/fileMentions.ts';
import type { DocumentFacts } from '../service/analysis/documentAnalysis.ts';
import type { DocumentText, LanguageService } from '../service/index.ts';
import { languageIdOfPath } from '../service/languages/sourceOf.ts';
import type { DeclaringFile } from '../service/mentions/imports.ts';
import type { Settings } from '../service/settings/settings.ts';

/** The mentions of codes in the files of the workspace: places and sites, no texts and no trees. */
export interface WorkspaceIndex {
  /** By address; files that name no code are absent. */
  files(): ReadonlyMap<string, FileMentions>;
  /** A new number whenever the answer of `files` has changed. */
  version(): number;
  /** Files that declare constants for codes. The same list until one of them changes. */
  declaring(): readonly DeclaringFile[];
  /** Whether everything has been read once. */
  isComplete(): boolean;
  /** Limits that were reached, files that could not be read and why there may be others, each a sentence. */
  notices(): readonly string[];
  /** Reads everything again: folders or catalogues have changed. */
  refresh(): void;
  /** Folders have come or gone: reads only the files of those, and the files that use their declarations. */
  changeFolders(added: readonly string[]): void;
  /** These files have come, gone or changed. */
  update(uris: readonly string[]): void;
  /** Waits until all that is to be read has been read. */
  settled(): Promise<void>;
  dispose(): void;
}

export interface WorkspaceIndexDependencies {
  readonly host: Host;
  readonly service: LanguageService;
  readonly facts: FactsFinder;
  /** Addresses of the workspace folders. */
  folders(): readonly string[];
  settingsOf(uri: string): Promise<Settings>;
  /** Globs that the editor leaves out of searches in a folder. */
  excludesOf(folder: string): Promise<readonly string[]>;
  /** A document as it is in the editor, which goes before its file; undefined when it is not open. */
  openDocument(uri: string): { readonly languageId: string; readonly text: string } | undefined;
  /** Resolves when the user is not typing: the index is the last to get time. */
  idle(): Promise<void>;
  /** Runs long work with progress in the client's window. `report` takes how much is done, 0 to 100. */
  withProgress(
    run: (signal: AbortSignal, report: (percent: number) => void) => Promise<void>,
    signal: AbortSignal,
  ): Promise<void>;
  /** A file on disk that is not open has been read. The index goes on when this is done. */
  fileRead(document: DocumentText, facts: DocumentFacts): Promise<void>;
  /** A file is gone, left out or open by now. */
  fileGone(uri: string): void;
  /** The content of the index has changed. */
  changed(): void;
  /** Gets a sentence for the log about each file that is left out, once, and about each failure. */
  say(problem: string): void;
}

const mostFiles = 20_000;
const mostPlaces = 300_000;
const mostDeclaring = 500;
const mostOwners = 2_000;
const nothing: readonly DeclaringFile[] = [];

interface IndexedFile {
  readonly file: string;
  /** The address of its workspace folder. */
  readonly folder: string;
}

/** A piece of work, its end and its progress: how much is done, 0 to 100. */
interface Run {
  readonly signal: AbortSignal;
  readonly report: (percent: number) => void;
}

export function createWorkspaceIndex(dependencies: WorkspaceIndexDependencies): WorkspaceIndex {
  const { host, service, facts, folders, settingsOf } = dependencies;
  const files = new Map<string, FileMentions>();
  let declaring: readonly DeclaringFile[] = nothing;
  let places = 0;
  let version = 0;
  let complete = false;
  let full: string | undefined;
  /** Files that are left out, by address, each with its reason. */
  const left = new Map<string, string>();
  /** The failures besides those of files, each a sentence. Some happened while files were looked for. */
  let problems = new Set<string>();
  /** The sentences that the log has already. */
  const said = new Set<string>();
  let current = new AbortController();
  /** The last piece of work: each waits for the one before. */
  let work: Promise<void> = Promise.resolve();

  const put = (uri: string, found: FileMentions | undefined): void => {
    const before = files.get(uri);
    places += (found?.places.length ?? 0) - (before?.places.length ?? 0);
    version += 1;
    if (found) files.set(uri, found);
    else files.delete(uri);
  };

  const drop = (uri: string): void => {
    put(uri, undefined);
    dependencies.fileGone(uri);
  };

  /** A file that cannot be read harms only itself, and is named once. */
  const leaveOut = (uri: string, file: string, folder: string, reason: string): void => {
    const within = host.fileOf(folder);
    const sentence = problemInSentence({ file: within === undefined ? file : host.relative(within, file), reason });
    const notice = l10n.t('Left out of the workspace index: {0}.', sentence);
    if (left.get(uri) !== sentence) dependencies.say(notice);
    left.set(uri, sentence);
    drop(uri);
  };
  /** @returns why a file is left out */
  const readFile = async ({ file, folder }: IndexedFile): Promise<string | undefined> => {
    const uri = host.uriOf(file);
    const languageId = languageIdOfPath(file);
    if (languageId === undefined) return undefined;
    const settings = await settingsOf(folder);
    const open = dependencies.openDocument(uri);
    if (open) {
      dependencies.fileGone(uri);
      put(uri, await service.collectMentions({ uri, ...open }, await facts.factsOf(uri, settings)));
      return undefined;
    }
    const read = await host.readSource(file, settings.fileSizeLimit * 1000);
    if (read && 'reason' in read) return read.reason;
    // One that is gone by now is left out of nothing.
    if (!read) {
      drop(uri);
      return undefined;
    }
    const own = await facts.factsOf(uri, settings);
    const document = { uri, languageId, text: read.text, once: true };
    let reason: string | undefined;
    put(uri, await service.collectMentions(document, own, (given) => void (reason = given)));
    await dependencies.fileRead(document, own);
    return reason;
  };
  /** @param declared the declarations whose users are read after the files @param where these are looked for */
  const readAll = (
    naming: readonly IndexedFile[],
    declared: () => readonly DeclaringFile[],
    where: readonly string[],
    { signal, report }: Run,
    found?: (importing: readonly IndexedFile[]) => void,
  ): Promise<void> =>
    readFolder<IndexedFile>(
      {
        signal,
        pause(done, of) {
          if (done % 20 === 0) report((done / of) * 100);
          return dependencies.idle();
        },
        isFull() {
          const isFull = files.size >= mostFiles || places >= mostPlaces;
          if (isFull) full = `The workspace index is full after ${files.size} files; places in further files are not listed.`;
          return isFull;
        },
        read: readFile,
        done({ file, folder }, reason) {
          if (reason === undefined) left.delete(host.uriOf(file));
          else leaveOut(host.uriOf(file), file, folder, reason);
        },
        declared,
        async findHolding(words) {
          const owners = words.slice(0, mostOwners);
          const importing = (await Promise.all(where.map((folder) => candidatesIn(folder, owners)))).flat();
          found?.(importing);
          return importing;
        },
      },
      naming,
    );
  const updateDeclaring = (): boolean => {
    const now: DeclaringFile[] = [...files].flatMap(([uri, { constants }]) => (constants.length > 0 ? [{ uri, constants }] : []));
    const kept = now.slice(0, mostDeclaring);
    if (JSON.stringify(kept) === JSON.stringify(declaring)) return false;
    declaring = kept.length > 0 ? kept : nothing;
    return true;
  };
  const complain = (problem: string): void => {
    if (!said.has(problem)) dependencies.say(problem);
    said.add(problem);
    problems.add(problem);
  };
  const candidatesIn = async (folder: string, needles: readonly string[]): Promise<readonly IndexedFile[]> => {
    const path = host.fileOf(folder);
    if (path === undefined) return [];
    const { files: found, problems: failed } = await host.findCodeFiles(path, needles, await dependencies.excludesOf(folder));
    for (const problem of failed) complain(`${problem}.`);
    // The files of a folder within this one have that folder's settings and catalogues.
    const own = folders().length === 1 ? found : found.filter((file) => folderOf(host.uriOf(file), folders()) === folder);
    return own.map((file) => ({ file, folder }));
  };
  const findNaming = async (folder: string): Promise<readonly IndexedFile[]> => {
    const set = facts.setOf(await settingsOf(folder), host.fileOf(folder));
    return candidatesIn(folder, host.needlesOf(set));
  };
  const enqueue = (run: (run: Run) => Promise<void>, quiet: boolean): void => {
    const { signal } = current;
    work = work
      .then(async () => {
        if (signal.aborted) return;
        if (quiet) await run({ signal, report: () => undefined });
        else await dependencies.withProgress((signal, report) => run({ signal, report }), signal);
        if (!signal.aborted) dependencies.changed();
      })
      .catch((error: unknown) => {
        complain(l10n.t('The workspace could not be read: {0}.', describeError(error)));
        dependencies.changed();
      });
  };

  return {
    files: () => files,
    version: () => version,
    declaring: () => declaring,
    isComplete: () => complete,
    notices: () => [...(full === undefined ? [] : [full]), ...problems, ...describeLeft([...left.values()])],
    refresh() {
      current.abort();
      current = new AbortController();
      enqueue(async (run) => {
        problems = new Set();
        const found: IndexedFile[] = [];
        for (const folder of folders()) found.push(...(await findNaming(folder)));
        full = undefined;
        const present = new Set(found.map(({ file }) => host.uriOf(file)));
        // A file without codes declares no constants; it may still use those of other files.
        for (const [uri, { constants }] of [...files]) if (constants.length > 0 && !present.has(uri)) put(uri, undefined);
        const declared = (): readonly DeclaringFile[] => (updateDeclaring(), declaring);
        await readAll(found, declared, folders(), run, (importing) => {
          for (const { file } of importing) present.add(host.uriOf(file));
        });
        if (run.signal.aborted) return;
        for (const uri of [...files.keys()]) if (!present.has(uri)) drop(uri);
        for (const uri of [...left.keys()]) if (!present.has(uri)) left.delete(uri);
        complete = true;
      }, false);
    },
    changeFolders(added) {
      // There may now be room for files that were left out.
      if (full !== undefined) return this.refresh();
      enqueue(async (run) => {
        for (const uri of [...files.keys(), ...left.keys()]) {
          if (folderOf(uri, folders()) !== undefined) continue;
          drop(uri);
          left.delete(uri);
        }
        const before = declaring;
        const come = folders().filter((folder) => added.includes(folder));
        const others = folders().filter((folder) => !come.includes(folder));
        const found: IndexedFile[] = [];
        for (const folder of come) found.push(...(await findNaming(folder)));
        await readAll(found, () => (updateDeclaring(), declaring), come, run);
        await readAll([], () => differencesOf(before, declaring), others, run);
      }, false);
    },
    update(uris) {
      enqueue(async (run) => {
        const owned = uris.flatMap((uri): IndexedFile[] => {
          const file = host.fileOf(uri);
          const folder = folderOf(uri, folders());
          return file === undefined || folder === undefined || (host.isIgnored(file) && !files.has(uri))
            ? []
            : [{ file, folder }];
        });
        const before = declaring;
        // Files that used a declaration that is gone are read again, too.
        await readAll(owned, () => (updateDeclaring() ? [...before, ...declaring] : []), folders(), run);
      }, true);
    },
    async settled() {
      for (let last: Promise<void> | undefined; last !== work; ) {
        last = work;
        await last;
      }
    },
    dispose: () => current.abort(),
  };
}

/** The files that only one of two lists has, or that were read again between them. */
function differencesOf(one: readonly DeclaringFile[], other: readonly DeclaringFile[]): readonly DeclaringFile[] {
  const inOne = new Set(one.map(({ constants }) => constants));
  const inOther = new Set(other.map(({ constants }) => constants));
  return [...one.filter(({ constants }) => !inOther.has(constants)), ...other.filter(({ constants }) => !inOne.has(constants))];
}
