import * as l10n from '@vscode/l10n';
import type { SourceHost } from '../../service/catalogue/sources/source.ts';
import { isCatalogueName } from '../../service/catalogue/catalogueName.ts';
import { findFileEvidence } from '../../service/evidence/fileEvidence.ts';
import { compileGlob, splitGlob } from '../../service/matching/glob.ts';
import type { Shown } from '../../service/types.ts';
import { createGlobs } from '../../workspace/createGlobs.ts';
import type { CatalogueExpansion, CatalogueFileEntry, CatalogueHost, FileText } from '../../workspace/host.ts';
import { silentGlobs } from '../../workspace/silentGlobs.ts';
import { isTelling } from '../../workspace/tellingFiles.ts';
import { below, type EditorFiles, folderOf, pathBelow } from './editorFiles.ts';

/** Bytes of a document that a catalogue is read out of. */
const longest = 20_000_000;
/** The most documents that one glob brings in. */
const mostFiles = 500;
/** Bytes of a file that may show an API. */
const longestTelling = 2_000_000;
/** The most files of a folder whose texts are read. Each comes from a server of its own where a repository is read over the network. */
const mostRead = 2_000;
const mostFetched = 500;
/** How many are asked for at a time. */
const atOnce = 8;

const configurationNames = ['api-error-codes.yaml', 'api-error-codes.yml', 'api-error-codes.json'];

/** Reads one file, to read a catalogue from. @param within the folder that must contain its related files */
export type CreateEntry = (file: string, within: string) => CatalogueFileEntry;

/** @param pause gives way to other work */
export function createEntries(
  files: EditorFiles,
  parse: NonNullable<SourceHost['parse']>,
  pause: () => Promise<void>,
): CreateEntry {
  return (file, within) => ({
    uri: file,
    name: file.startsWith(below(within)) ? pathBelow(within, file) : file,
    read: () => readDocument(files, file),
    pause,
    parse,
    async readRelated(relative) {
      const other = resolve(folderOf(file), relative);
      if (!other.startsWith(below(within))) return { problem: `lies outside of ${within}` };
      return { ...(await readDocument(files, other)), uri: other };
    },
  });
}

/** Finds catalogues in the folders of an editor in a browser. @param distribution address of the extension's bundles */
export function createEditorCatalogues(files: EditorFiles, entryOf: CreateEntry, distribution: string): CatalogueHost {
  const isSilent = createGlobs().exclusion(silentGlobs.flatMap((glob) => [glob, `**/${glob}`]));
  return {
    async findConfiguration(folder) {
      await files.list(folder);
      const name = configurationNames.find((each) => files.has(below(folder) + each));
      return name === undefined ? undefined : { ...entryOf(below(folder) + name, folder), inside: '' };
    },
    async scanEvidence(root, { catalogues }, signal) {
      const evidence = new Map<string, Shown>();
      let missing = catalogues;
      const listed = await files.list(root);
      const telling = listed.files.filter(
        (file) => isTelling(file) && !files.isIgnored(file) && !isSilent(pathBelow(root, file)),
      );
      const { read, problem = listed.problem } = keepReadable(telling, root);
      await readEach(read, files, signal, (text, file) => {
        for (const [id, shown] of findFileEvidence(text, pathBelow(root, file), { catalogues: missing })) evidence.set(id, shown);
        missing = missing.filter(({ id }) => !evidence.has(id));
        return missing.length > 0;
      });
      // A file that cannot be read shows nothing; it is reported where code is read.
      return { evidence, ...(problem === undefined ? {} : { problem }) };
    },
    async readShipped(file) {
      const uri = `${distribution}/catalogues/${file}`;
      return { uri, ...(await readDocument(files, uri)) };
    },
    async listCatalogues(folder) {
      const listed = await files.list(folder);
      const found = listed.files.filter((file) => isCatalogueName(file) && !files.isIgnored(file));
      return {
        files: found.map((file) => entryOf(file, folder)),
        ...(listed.problem === undefined ? {} : { problem: listed.problem }),
      };
    },
    async expandCatalogues(folder, pattern) {
      if (folder === undefined) return { files: [], problem: `${pattern} is relative, and no folder is open` };
      if (/^(?:[/\\~]|\w+:)/.test(pattern))
        return { files: [], problem: `${pattern} lies outside of the folder, and a browser reads only that` };
      return expand(await files.list(folder), folder, pattern, entryOf);
    },
  };
}

/** The documents that a path or glob in a folder names. */
function expand(
  { files, problem }: { readonly files: readonly string[]; readonly problem?: string },
  folder: string,
  pattern: string,
  entryOf: CreateEntry,
): CatalogueExpansion {
  const split = splitGlob(pattern);
  const start = resolve(folder, split ? split.base : pattern);
  if (start !== folder && !start.startsWith(below(folder)))
    return { files: [], problem: `${pattern} lies outside of the folder, and a browser reads only that` };
  if (!split)
    return files.includes(start) ? { files: [entryOf(start, folder)] } : { files: [], problem: `${pattern} does not exist` };
  const compiled = compileGlob(split.rest);
  if (!compiled.ok) return { files: [], problem: `a glob that cannot be used: ${compiled.problem}` };
  const matching = files.filter((file) => file.startsWith(below(start)) && compiled.matches(pathBelow(start, file)));
  const entries = matching.slice(0, mostFiles).map((file) => entryOf(file, folder));
  if (problem !== undefined) return { files: entries, problem: `${pattern}, and ${problem}` };
  if (entries.length === 0) return { files: [], problem: `${pattern} matches no file` };
  return matching.length > mostFiles
    ? { files: entries, problem: l10n.t('{0} matches more than {1} files; the rest is not read', pattern, mostFiles) }
    : { files: entries };
}

/** The files of a folder that are read, and a sentence without its full stop when these are not all. */
export function keepReadable(
  files: readonly string[],
  folder: string,
): { readonly read: readonly string[]; readonly problem?: string } {
  const most = folder.startsWith('vscode-vfs:') ? mostFetched : mostRead;
  if (files.length <= most) return { read: files };
  const problem = l10n.t('The folder has {0} source files, and a browser reads the first {1} of them', files.length, most);
  return { read: files.slice(0, most), problem };
}

/** Reads texts, several at a time, until the visitor needs no more. Those that cannot be read are left out. */
export async function readEach(
  given: readonly string[],
  files: EditorFiles,
  signal: AbortSignal | undefined,
  visit: (text: string, file: string) => boolean,
): Promise<void> {
  for (let at = 0; at < given.length && signal?.aborted !== true; at += atOnce) {
    const part = given.slice(at, at + atOnce);
    const texts = await Promise.all(part.map((file) => files.read(file, longestTelling)));
    for (const [index, read] of texts.entries()) if ('text' in read && !visit(read.text, part[index] ?? '')) return;
  }
}

async function readDocument(files: EditorFiles, file: string): Promise<FileText> {
  if (/\.gz$/i.test(file)) return { problem: 'is compressed, and is not read in a browser' };
  return files.read(file, longest);
}

/** The address that a path names in a folder, escaped as editors do. */
function resolve(folder: string, path: string): string {
  const steps = folder.split('/');
  for (const step of path.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '' && step !== '.') steps.push(encodeStep(step));
  }
  return steps.join('/');
}

function encodeStep(step: string): string {
  return encodeURIComponent(step).replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
}
