import { sourceExtensions } from '../../service/languages/sourceOf.ts';
import { limits } from '../../service/limits.ts';
import { createPaces } from '../../service/syntax/pace.ts';
import { createParserPool, type GrammarSource } from '../../service/syntax/parserPool.ts';
import { createGlobs } from '../../workspace/createGlobs.ts';
import type { Host } from '../../workspace/host.ts';
import { needlesOf } from '../../workspace/needlesOf.ts';
import { createEditorCatalogues, createEntries, keepReadable, readEach } from './editorCatalogues.ts';
import { below, createEditorFiles, type Editor, folderOf, pathBelow, pathFrom } from './editorFiles.ts';
import { createNoLookup } from './noLookup.ts';

/** Documents that are no files: of the editor itself, and of this extension. */
const noFile = /^(?:untitled|output|git|vscode-notebook-cell|api-error-codes-[\w-]+):/;
/** More texts than this are looked for in each file where it is read, and not here. */
const mostNeedles = 500;
/** Bytes of a grammar. */
const longestGrammar = 20_000_000;

/**
 * The host in a browser. A file is its address: the editor reads it, wherever it lies.
 * @param distribution address of the extension's bundles
 */
export function createBrowserHost(editor: Editor, distribution: string): Host {
  const files = createEditorFiles(editor);
  const globs = createGlobs();
  const grammars: GrammarSource = {
    async load(name) {
      const read = await editor.readFile(`${distribution}/grammars/${name}`, longestGrammar);
      if ('problem' in read) throw new Error(`${name}: ${read.problem}`);
      return read.bytes;
    },
  };
  const parsers = createParserPool(grammars);
  const paces = createPaces({ now: () => performance.now(), pause: takeTurn });
  const entryOf = createEntries(
    files,
    async (grammar, text) => (await parsers.parserFor(grammar)).parse(text, { pace: paces(limits.parse) }),
    takeTurn,
  );
  const inside = (folder: string, file: string): string | undefined =>
    file === folder ? '' : file.startsWith(below(folder)) ? pathBelow(folder, file) : undefined;
  return {
    ...createEditorCatalogues(files, entryOf, distribution),
    ripgrepPath: () => undefined,
    useRipgrep: () => undefined,
    lookup: createNoLookup(inside),
    now: () => Date.now(),
    grammars,
    catalogueFolder: `${distribution}/catalogues`,
    rulePage: (rule) => `${folderOf(distribution)}/docs/rules/${rule}.md`,
    fileOf: (uri) => (noFile.test(uri) ? undefined : uri.replace(/\/$/, '')),
    uriOf: (file) => file,
    rootOf: files.rootOf,
    relative: pathFrom,
    inside,
    isIgnored: files.isIgnored,
    isFolder: files.isFolder,
    matchesGlob: globs.matchesGlob,
    isExcluded: globs.isExcluded,
    needlesOf,
    async findCodeFiles(folder, needles, excluded) {
      if (needles.length === 0) return { files: [], problems: [] };
      const listed = await files.list(folder);
      const isExcluded = globs.exclusion(excluded);
      const sources = listed.files.filter(
        (file) =>
          sourceExtensions.some((extension) => file.endsWith(extension)) &&
          !files.isIgnored(file) &&
          !isExcluded(pathBelow(folder, file)),
      );
      const { read, problem } = keepReadable(sources, folder);
      const problems = [listed.problem, problem].filter((each) => each !== undefined);
      if (needles.length > mostNeedles) return { files: read, problems };
      const found: string[] = [];
      await readEach(read, files, undefined, (text, file) => {
        if (needles.some((needle) => text.includes(needle))) found.push(file);
        return true;
      });
      return { files: found.sort(), problems };
    },
    async readSource(file, limit) {
      const read = await files.read(file, limit);
      if ('text' in read) return read;
      return read.isMissing ? undefined : { reason: read.problem };
    },
    wait: (milliseconds) => (milliseconds > 0 ? new Promise((resolve) => setTimeout(resolve, milliseconds)) : takeTurn()),
    catalogueFile: (file, folders) => entryOf(file, folders.find((folder) => file.startsWith(below(folder))) ?? folderOf(file)),
    forgetFiles: files.forget,
    debounce(milliseconds, callback) {
      let timer: ReturnType<typeof setTimeout> | undefined;
      return () => {
        clearTimeout(timer);
        timer = setTimeout(callback, milliseconds);
      };
    },
  };
}

/** Resolves when waiting events had their turn. A timer would wait for milliseconds: browsers slow nested ones down. */
function takeTurn(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.addEventListener('message', () => {
      port1.close();
      resolve();
    });
    port1.start();
    port2.postMessage(undefined);
  });
}
