import { existsSync } from 'node:fs';
import path from 'node:path';
import type { Host } from '../workspace/host.ts';
import { compileGlob } from '../service/matching/glob.ts';
import { sourceGlobs } from '../service/languages/sourceOf.ts';
import { readRebasedGlob } from '../service/settings/rebaseConfiguration.ts';
import { createEntry } from './catalogues/catalogueFiles.ts';
import { createCatalogueHost } from './catalogues/catalogueHost.ts';
import { typeOptions } from './ripgrep/fileTypes.ts';
import { findCandidates, needlesOf } from './ripgrep/findCandidates.ts';
import { kindOf } from './files/fileKind.ts';
import { createGitIgnore } from './files/gitIgnore.ts';
import { createGrammarFiles } from './files/grammarFiles.ts';
import { listFolder } from './ripgrep/listFiles.ts';
import { createLookupHost } from './logSearch/createLookupHost.ts';
import { writeAnswer } from './files/answerFiles.ts';
import { addressOf, fileOf } from './files/fileAddress.ts';
import { findPackagedRipgrep } from './ripgrep/packagedRipgrep.ts';
import { pathFrom, pathInside } from './files/pathInside.ts';
import { readSource } from './files/readSource.ts';
import { createWorkspaceRoots } from './files/workspaceRoot.ts';

/** The host on Node, for the server and the command line. @param distribution the folder of the bundle */
export function createNodeHost(distribution: string): Host {
  const roots = createWorkspaceRoots();
  const gitIgnore = createGitIgnore();
  const matchers = new Map<string, (path: string) => boolean>();
  let given: string | undefined;
  const matchesGlob = (file: string, globs: readonly string[]): boolean =>
    globs.some((given) => {
      const { glob, path: at } = readRebasedGlob(given, file);
      let matches = matchers.get(glob);
      if (!matches) {
        const compiled = compileGlob(glob);
        // One that cannot be used was named where it was read.
        matches = compiled.ok ? compiled.matches : () => false;
        matchers.set(glob, matches);
      }
      return matches(at);
    });
  const ripgrepPath = (): string | undefined => given ?? findPackagedRipgrep(distribution);
  return {
    ...createCatalogueHost(ripgrepPath, distribution),
    ripgrepPath,
    lookup: createLookupHost(distribution),
    now: () => Date.now(),
    grammars: createGrammarFiles(distribution),
    catalogueFolder: addressOf(path.join(distribution, 'catalogues')),
    rulePage(rule) {
      const page = path.join(distribution, '..', 'docs', 'rules', `${rule}.md`);
      return existsSync(page) ? addressOf(page) : undefined;
    },
    fileOf,
    uriOf: addressOf,
    rootOf: roots.rootOf,
    relative: pathFrom,
    inside: pathInside,
    isIgnored: gitIgnore.ignores,
    isFolder: (file) => kindOf(file) === 'folder',
    matchesGlob,
    isExcluded: (file, globs) => globs.length > 0 && createExclusion(globs, matchesGlob)(file),
    needlesOf,
    async findCodeFiles(folder, needles, excluded) {
      const ripgrep = ripgrepPath();
      if (ripgrep === undefined || needles.length === 0 || !existsSync(folder)) return { files: [], problems: [] };
      const found = await findCandidates([folder], sourceGlobs, needles, ripgrep);
      const isExcluded = createExclusion(excluded, matchesGlob);
      const keep = (files: Iterable<string>): readonly string[] =>
        [...files].filter((file) => !isExcluded(pathFrom(folder, file))).sort();
      if (found && !('problem' in found)) return { files: keep(found.files), problems: [] };
      // Where ripgrep has something to complain of, every file is looked into: none would pass for all.
      const all = await listFolder(folder, typeOptions(sourceGlobs), ripgrep);
      return { files: keep(all.files), problems: [...new Set([...(found ? [found.problem] : []), ...all.problems])] };
    },
    async readSource(file, limit) {
      const read = await readSource(file, limit);
      if (read.ok) return { text: read.text };
      return read.gone ? undefined : { reason: read.reason };
    },
    wait: (milliseconds) =>
      new Promise((resolve) => (milliseconds > 0 ? setTimeout(resolve, milliseconds) : setImmediate(resolve))),
    writeAnswer,
    catalogueFile: (file, folders) =>
      createEntry(file, folders.find((folder) => pathInside(folder, file) !== undefined) ?? path.dirname(file)),
    forgetFiles() {
      roots.clear();
      gitIgnore.clear();
    },
    debounce(milliseconds, callback) {
      let timer: NodeJS.Timeout | undefined;
      return () => {
        clearTimeout(timer);
        timer = setTimeout(callback, milliseconds);
      };
    },
    useRipgrep(executable) {
      if (path.isAbsolute(executable) && existsSync(executable)) given = executable;
    },
  };
}

/** Whether globs leave a file out: they match it, or a folder that contains it. Each folder is looked at once. */
function createExclusion(
  globs: readonly string[],
  matches: (file: string, globs: readonly string[]) => boolean,
): (file: string) => boolean {
  const folders = new Map<string, boolean>();
  /** Whether a folder or one above it is out. */
  const isFolderOut = (whole: string): boolean => {
    let isOut = folders.get(whole);
    for (let slash = 0; isOut === undefined && slash !== -1; ) {
      slash = whole.indexOf('/', slash + 1);
      const folder = slash === -1 ? whole : whole.slice(0, slash);
      const known = folders.get(folder) ?? matches(folder, globs);
      folders.set(folder, known);
      if (known || slash === -1) isOut = known;
    }
    folders.set(whole, isOut === true);
    return isOut === true;
  };
  return (file) => {
    if (globs.length === 0) return false;
    const slash = file.lastIndexOf('/');
    return (slash !== -1 && isFolderOut(file.slice(0, slash))) || matches(file, globs);
  };
}
