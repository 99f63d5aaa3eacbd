import * as l10n from '@vscode/l10n';
import { type Dirent, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import type { Problem } from '../../shared/problem.ts';
import { describeReadError } from '../files/readError.ts';
import { limits } from '../../service/limits.ts';

/** Endings of pages and of lists of codes. Source code and data of other kinds are read where they are named. */
const pages = /\.(?:mdx?|markdown|mdown|x?html?|rst|ya?ml|json|csv|tsv)$/i;

/** The documents of a folder. */
export interface FolderDocuments {
  /** Paths, in the order of their names; no more than `limits.documentsInFolder`. */
  readonly files: readonly string[];
  /** There are more than that. */
  readonly more: boolean;
  /** Folders that could not be read, and links, which are not followed. */
  readonly left: readonly Problem[];
}

/**
 * Lists the documents in a folder and the folders in it, without hidden ones and `node_modules`.
 * @returns undefined where the path is no folder
 */
export function findDocumentsIn(folder: string): FolderDocuments | undefined {
  if (!isFolder(folder)) return undefined;
  const files: string[] = [];
  const left: Problem[] = [];
  const waiting = [folder];
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
    for (const entry of entriesOf(next, left)) {
      if (entry.name.startsWith('.') || entry.name === 'node_modules') continue;
      const place = path.join(next, entry.name);
      if (entry.isDirectory()) waiting.push(place);
      else if (entry.isSymbolicLink()) left.push({ file: place, reason: l10n.t('is a symbolic link, which is not followed') });
      else if (entry.isFile() && pages.test(entry.name)) {
        if (files.length === limits.documentsInFolder) return { files, more: true, left };
        files.push(place);
      }
    }
  }
  return { files, more: false, left };
}

/** False for an address and for what cannot be looked at: reading it reports why. */
function isFolder(place: string): boolean {
  try {
    return statSync(place).isDirectory();
  } catch {
    return false;
  }
}

function entriesOf(folder: string, left: Problem[]): readonly Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  } catch (error) {
    left.push({ file: folder, reason: l10n.t('cannot be read: {0}', describeReadError(error)) });
    return [];
  }
}
