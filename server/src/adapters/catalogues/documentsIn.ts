import { type Dirent, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { limits } from '../../service/limits.ts';

/** Endings of pages and of lists of codes. Source code and data of other kinds are read where they are named. */
const pages = /\.(?:mdx?|markdown|mdown|x?html?|rst|ya?ml|json|csv|tsv)$/i;

/** The documents of a folder. */
export interface FolderDocuments {
  /** Paths, in the order of their names; no more than `limits.documentsInFolder`. */
  readonly files: readonly string[];
  /** There are more than that. */
  readonly more: boolean;
}

/**
 * Lists the documents in a folder and the folders in it, without hidden ones, `node_modules` and links.
 * @returns undefined where the path is no folder, or cannot be read
 */
export function findDocumentsIn(folder: string): FolderDocuments | undefined {
  const entriesOf = (at: string): readonly Dirent[] | undefined => {
    try {
      return statSync(at).isDirectory() ? readdirSync(at, { withFileTypes: true }) : undefined;
    } catch {
      return undefined;
    }
  };
  if (!entriesOf(folder)) return undefined;
  const files: string[] = [];
  const waiting = [folder];
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
    const entries = [...(entriesOf(next) ?? [])].sort((a, b) => (a.name < b.name ? -1 : 1));
    for (const entry of entries) {
      if (entry.name.startsWith('.') || entry.name === 'node_modules') continue;
      const place = path.join(next, entry.name);
      if (entry.isDirectory()) waiting.push(place);
      else if (entry.isFile() && pages.test(entry.name)) {
        if (files.length === limits.documentsInFolder) return { files, more: true };
        files.push(place);
      }
    }
  }
  return { files, more: false };
}
