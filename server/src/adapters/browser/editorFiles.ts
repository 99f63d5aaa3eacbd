import { decodeAddress } from '../../shared/decodeAddress.ts';
import { type IgnoreRules, readIgnoreRules } from '../../service/matching/ignoreRules.ts';
import { isManifest } from '../../workspace/manifests.ts';
import { decodeSource } from '../../workspace/decodeSource.ts';

/**
 * Reads files for a server in a browser. A problem is why a file cannot be read: `missing`, `large`, or the editor's words; or why
 * a list may not be whole, as a sentence without its full stop.
 */
export interface Editor {
  readFile(uri: string, most: number): Promise<{ readonly bytes: Uint8Array } | { readonly problem: string }>;
  listFiles(folder: string, most: number): Promise<{ readonly files: readonly string[]; readonly problem?: string }>;
}

/**
 * The files of the open folders, by their addresses, which end without a slash. The editor is asked once for the files of a folder and for each text, until
 * they change: every question may be one to a server far away.
 */
export interface EditorFiles {
  /** The files below a folder. */
  list(folder: string): Promise<{ readonly files: readonly string[]; readonly problem?: string }>;
  /** The text of a file, or why it has none, to follow its name; `isMissing` when there is no such file. */
  read(file: string, most: number): Promise<EditorText>;
  /** The next three know the folders that were listed. */
  has(file: string): boolean;
  isFolder(path: string): boolean;
  isIgnored(file: string): boolean;
  /** The folder of the nearest manifest, not above the folder that was listed; else the fallback. */
  rootOf(file: string, fallback: string | undefined): string | undefined;
  /** Drops what is remembered of some files, or of all, and lists the folders again. */
  forget(files?: readonly string[]): Promise<void>;
}

export type EditorText = { readonly text: string } | { readonly problem: string; readonly isMissing: boolean };

/** The most files of a folder that are known. */
const mostFiles = 20_000;
/** Characters of texts that are remembered. */
const mostRemembered = 50_000_000;
/** Bytes of a `.gitignore`. */
const mostIgnored = 1_000_000;

interface Folder {
  readonly files: ReadonlySet<string>;
  readonly folders: ReadonlySet<string>;
  readonly roots: ReadonlySet<string>;
  readonly rules: ReadonlyMap<string, IgnoreRules>;
  readonly problem?: string;
}

export function createEditorFiles(editor: Editor): EditorFiles {
  const listed = new Map<string, Promise<Folder>>();
  /** As far as they are known by now. */
  const folders = new Map<string, Folder>();
  const texts = new Map<string, Promise<EditorText>>();
  let remembered = 0;

  const read = async (file: string, most: number): Promise<EditorText> => {
    const result = await editor.readFile(file, most);
    if ('problem' in result) return describe(result.problem, most);
    const text = decodeSource(result.bytes);
    if (text === undefined) return { problem: 'is not text', isMissing: false };
    remembered += text.length;
    if (remembered > mostRemembered) forgetTexts();
    return { text };
  };
  const forgetTexts = (): void => {
    texts.clear();
    remembered = 0;
  };
  const readOnce = async (file: string, most: number): Promise<EditorText> => {
    const known = texts.get(file) ?? read(file, most);
    texts.set(file, known);
    const result = await known;
    // A failure is not remembered: the connection may be there again, and a different limit may let it pass.
    if ('problem' in result) texts.delete(file);
    else if (result.text.length > most) return describe('large', most);
    return result;
  };
  const listNow = async (folder: string): Promise<Folder> => {
    const { files, problem } = await editor.listFiles(folder, mostFiles);
    const rules = new Map<string, IgnoreRules>();
    for (const file of files.filter((name) => name.endsWith('/.gitignore'))) {
      const result = await readOnce(file, mostIgnored);
      if ('text' in result) rules.set(folderOf(file), readIgnoreRules(result.text));
    }
    const found: Folder = {
      files: new Set(files),
      folders: new Set(files.flatMap((file) => [...foldersAbove(file, folder)])),
      roots: new Set(files.filter((file) => isManifest(nameOf(file))).map(folderOf)),
      rules,
      ...(problem === undefined ? {} : { problem }),
    };
    folders.set(folder, found);
    return found;
  };
  const listOnce = (folder: string): Promise<Folder> => {
    const known = listed.get(folder) ?? listNow(folder);
    listed.set(folder, known);
    // The next question tries again.
    known.catch(() => listed.delete(folder));
    return known;
  };
  const topOf = (file: string): string | undefined =>
    [...listed.keys()].filter((top) => file === top || file.startsWith(below(top))).sort((a, b) => b.length - a.length)[0];

  return {
    async list(folder) {
      const top = topOf(folder) ?? folder;
      const { files, problem } = await listOnce(top);
      const inside = top === folder ? [...files] : [...files].filter((file) => file.startsWith(below(folder)));
      return { files: inside.sort(), ...(problem === undefined ? {} : { problem }) };
    },
    read: readOnce,
    has: (file) => [...folders.values()].some(({ files }) => files.has(file)),
    isFolder: (path) => [...folders].some(([top, { folders: known }]) => path === top || known.has(path)),
    isIgnored(file) {
      const top = topOf(file);
      const rules = top === undefined ? undefined : folders.get(top)?.rules;
      for (const folder of rules && top !== undefined ? foldersAbove(file, top) : []) {
        const answer = rules?.get(folder)?.say(pathBelow(folder, file));
        // The nearest file with a rule for it decides.
        if (answer !== undefined) return answer === 'ignored';
      }
      return false;
    },
    rootOf(file, fallback) {
      const top = topOf(file);
      const roots = top === undefined ? undefined : folders.get(top)?.roots;
      for (const folder of roots && top !== undefined ? foldersAbove(file, top) : []) if (roots?.has(folder)) return folder;
      return fallback;
    },
    async forget(files) {
      if (files) for (const file of files) texts.delete(file);
      else forgetTexts();
      const tops = [...listed.keys()];
      listed.clear();
      await Promise.all(tops.map((top) => listOnce(top).catch(() => undefined)));
    },
  };
}

function describe(problem: string, most: number): EditorText {
  if (problem === 'missing') return { problem: 'does not exist', isMissing: true };
  if (problem === 'large') return { problem: `is larger than ${most / 1000} KB`, isMissing: false };
  return { problem: `cannot be read: ${problem}`, isMissing: false };
}

/** The beginning of the addresses of all files in a folder. */
export function below(folder: string): string {
  return `${folder}/`;
}

/** The folder of a file: its address without the name. */
export function folderOf(file: string): string {
  return file.slice(0, file.lastIndexOf('/'));
}

function nameOf(file: string): string {
  return file.slice(file.lastIndexOf('/') + 1);
}

/** The path of a file in a folder, without the escapes of addresses. */
export function pathBelow(folder: string, file: string): string {
  return decodeAddress(file.slice(below(folder).length));
}

/** The path from a folder to a file, which begins with `../` where the file is outside; its address in a different file system. */
export function pathFrom(folder: string, file: string): string {
  const from = folder.split('/');
  const to = file.split('/');
  const same = from.findIndex((step, index) => step !== to[index]);
  // The first steps are the file system: `vscode-vfs:`, nothing, and a host.
  if (same !== -1 && same < 3) return file;
  const up = same === -1 ? 0 : from.length - same;
  return decodeAddress([...Array<string>(up).fill('..'), ...to.slice(from.length - up)].join('/'));
}

/** The folders that contain a file, from the inside out, up to the one that was listed. */
function* foldersAbove(file: string, top: string): Generator<string> {
  for (let at = folderOf(file); at.length > top.length; at = folderOf(at)) yield at;
  yield top;
}
