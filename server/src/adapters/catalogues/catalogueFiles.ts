import * as l10n from '@vscode/l10n';
import { describeReadError } from '../files/readError.ts';
import { promises, readdirSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { parseDocument } from './documentParser.ts';
import { createLongDocumentReader } from './documentThreads.ts';
import { addressOf } from '../files/fileAddress.ts';
import { kindOf } from '../files/fileKind.ts';
import { pathFrom, pathInside } from '../files/pathInside.ts';
import { findHomeFolder } from '../files/homeFolder.ts';
import { liesIn, placeIn } from '../files/liesIn.ts';
import { listFolder } from '../ripgrep/listFiles.ts';
import { compileGlob, splitGlob } from '../../service/matching/glob.ts';
import { isCatalogueName } from '../../service/catalogue/catalogueName.ts';
import type { CatalogueBorder, CatalogueExpansion, CatalogueFileEntry, FileText } from '../../workspace/host.ts';

/** A larger file is not a catalogue that a person wrote. */
const longest = 20_000_000;

/** The most documents that one glob brings in. */
const mostFiles = 500;

/** A folder with fewer entries, those of its folders counted, is looked through here. */
const glance = 100;

const readLong = createLongDocumentReader();

/** How catalogue files are named. */
const catalogueGlobs = ['*.error-codes.json', '*.error-codes.yaml', '*.error-codes.yml'];

/** The catalogue files below a folder, sorted, without those that git ignores. See `CatalogueHost.listCatalogues`. */
export async function listCatalogueFiles(folder: string, ripgrepPath: string): Promise<CatalogueExpansion> {
  if (holdsNone(folder)) return { files: [] };
  const globs = catalogueGlobs.flatMap((glob) => ['--glob', glob]);
  const { files, problems } = await listFolder(folder, globs, ripgrepPath);
  return { files: files.map((file) => createEntry(file, folder)), ...joined(problems) };
}

/** See `CatalogueHost.expandCatalogues`. */
export async function expandCataloguePath(
  folder: string | undefined,
  pattern: string,
  border: CatalogueBorder | undefined,
  ripgrepPath: string | undefined,
): Promise<CatalogueExpansion> {
  const home = findHomeFolder();
  const given = pattern.startsWith('~/') && home !== undefined ? path.join(home, pattern.slice(2)) : pattern;
  if (folder === undefined && !path.isAbsolute(given))
    return { files: [], problem: l10n.t('{0} is relative, and no folder is open', pattern) };
  const split = splitGlob(given.split(path.sep).join('/'));
  const start = path.resolve(folder ?? '/', split ? split.base : given);
  const within = folder ?? start;
  if (isOnOtherHost(start, within))
    return { files: [], problem: l10n.t('{0} lies on another host, which is not asked', pattern) };
  const place = border ? await placeIn(start, border.folder) : kindOf(start) === undefined ? 'missing' : 'inside';
  if (border && place === 'outside')
    return { files: [], problem: l10n.t('{0} lies outside of the folder, {1}', pattern, border.reason) };
  if (!split) {
    if (place === 'missing') return { files: [], problem: l10n.t('{0} does not exist', pattern) };
    return { files: [createEntry(start, within)] };
  }
  if (ripgrepPath === undefined) return { files: [], problem: l10n.t('{0} cannot be expanded without ripgrep', pattern) };
  if (place === 'missing') return { files: [], problem: l10n.t('{0} matches no file', pattern) };
  const compiled = compileGlob(split.rest);
  if (!compiled.ok) return { files: [], problem: l10n.t('a glob that cannot be used: {0}', compiled.problem) };
  const listed = await listFolder(start, ['--no-ignore', '--hidden', '--glob', '!.git', '--glob', '!node_modules'], ripgrepPath);
  const matching = listed.files.filter((file) => compiled.matches(pathFrom(start, file)));
  const allowed: string[] = [];
  for (const file of matching.slice(0, mostFiles)) if (!border || (await liesIn(file, border.folder))) allowed.push(file);
  const files = allowed.map((file) => createEntry(file, within));
  if (listed.problems.length > 0) return { files, problem: `${pattern}: ${listed.problems.join('; ')}` };
  if (files.length === 0) return { files, problem: l10n.t('{0} matches no file', pattern) };
  return matching.length > mostFiles
    ? { files, problem: l10n.t('{0} matches more than {1} files; the rest is not read', pattern, mostFiles) }
    : { files };
}

/** Whether a path of Windows names a machine or a device that does not contain the folder itself. */
function isOnOtherHost(file: string, folder: string): boolean {
  const { root } = path.parse(file);
  return root.startsWith('\\\\') && root.toLowerCase() !== path.parse(folder).root.toLowerCase();
}

/**
 * A document to read a catalogue from. @param within the folder that must contain its related files, unless it is elsewhere
 * itself
 */
export function createEntry(file: string, within: string): CatalogueFileEntry {
  const inside = pathInside(within, file);
  const name = inside === undefined ? file : inside || path.basename(file);
  return {
    uri: addressOf(file),
    // The ending says what is in it.
    name: name.replace(/\.gz$/i, ''),
    read: () => readCatalogueText(file),
    pause: () => new Promise((resolve) => setImmediate(resolve)),
    parse: parseDocument,
    ...(readLong ? { readLong } : {}),
    async readRelated(relative) {
      const other = path.resolve(path.dirname(file), relative);
      const border = inside === undefined ? path.dirname(file) : within;
      const place = await placeIn(other, border);
      if (place !== 'inside')
        return { problem: place === 'missing' ? l10n.t('does not exist') : l10n.t('lies outside of {0}', border) };
      return { ...(await readCatalogueText(other)), uri: addressOf(other) };
    },
  };
}

/** Whether a small folder has no catalogue file: a look at it costs less than starting a program. False when it is not small. */
function holdsNone(folder: string): boolean {
  let seen = 0;
  const waiting = [folder];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    try {
      const entries = readdirSync(next, { withFileTypes: true });
      seen += entries.length;
      if (seen >= glance || entries.some(({ name }) => isCatalogueName(name))) return false;
      for (const entry of entries) if (entry.isDirectory()) waiting.push(path.join(next, entry.name));
    } catch {
      // ripgrep reports the problem.
      return false;
    }
  }
  return true;
}

function joined(problems: readonly string[]): { readonly problem?: string } {
  return problems.length === 0 ? {} : { problem: problems.join('; ') };
}

const unzip = promisify(gunzip);

/** botocore has its models compressed. */
function isGzip(bytes: Buffer): boolean {
  return bytes[0] === 0x1f && bytes[1] === 0x8b;
}

/** The text of a document, also of a compressed one. @returns the problem as a sentence when it cannot be read or is too large */
export async function readCatalogueText(file: string): Promise<FileText> {
  try {
    const about = await promises.stat(file);
    if (!about.isFile()) return { problem: l10n.t('is no file') };
    if (about.size > longest) return { problem: l10n.t('is larger than {0} MB', longest / 1e6) };
    const bytes = await promises.readFile(file);
    const text = (isGzip(bytes) ? await unzip(bytes, { maxOutputLength: longest }) : bytes).toString('utf8');
    if (text.includes('\0')) return { problem: l10n.t('is no text: it has NUL characters in it') };
    return { text: text.replace(/^\ufeff/, '') };
  } catch (error) {
    return { problem: l10n.t('cannot be read: {0}', describeReadError(error)) };
  }
}
