import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { addressOf } from './fileAddress.ts';

let folder: string | undefined;

/**
 * Writes a text for the client to show: an editor without our extension can only show files. For the user only; the files are gone
 * when the process ends. @param name for people, with its ending
 * @returns the address of the file
 */
export function writeAnswer(name: string, text: string): string {
  if (folder === undefined) {
    const made = mkdtempSync(path.join(tmpdir(), 'api-error-codes-'));
    folder = made;
    process.once('exit', () => rmSync(made, { recursive: true, force: true }));
  }
  const file = path.join(folder, name.replace(/[^\p{L}\p{N} ._-]+/gu, '-').slice(-100));
  writeFileSync(file, text, { mode: 0o600 });
  return addressOf(file);
}
