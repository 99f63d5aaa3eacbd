import { existsSync } from 'node:fs';
import path from 'node:path';
import { createGlobs } from '../workspace/createGlobs.ts';
import type { Host } from '../workspace/host.ts';
import { needlesOf } from '../workspace/needlesOf.ts';
import { sourceGlobs } from '../service/languages/sourceOf.ts';
import { createEntry } from './catalogues/catalogueFiles.ts';
import { createCatalogueHost } from './catalogues/catalogueHost.ts';
import { typeOptions } from './ripgrep/fileTypes.ts';
import { findCandidates } from './ripgrep/findCandidates.ts';
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
  const globs = createGlobs();
  let given: string | undefined;
  const ripgrepPath = (): string | undefined => given ?? findPackagedRipgrep(distribution);
  return {
    ...createCatalogueHost(ripgrepPath, distribution),
    ripgrepPath,
    lookup: createLookupHost(),
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
    matchesGlob: globs.matchesGlob,
    isExcluded: globs.isExcluded,
    needlesOf,
    async findCodeFiles(folder, needles, excluded) {
      const ripgrep = ripgrepPath();
      if (ripgrep === undefined || needles.length === 0 || !existsSync(folder)) return { files: [], problems: [] };
      const found = await findCandidates([folder], sourceGlobs, needles, ripgrep);
      const isExcluded = globs.exclusion(excluded);
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
      return Promise.resolve();
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
