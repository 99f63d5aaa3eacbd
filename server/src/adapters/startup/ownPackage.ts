import { readFileSync } from 'node:fs';
import path from 'node:path';

/**
 * The text of a file that comes with the program; empty in a package without it.
 * @param distribution the folder of the bundles
 * @param name relative to that folder, with `/`
 */
export function readOwnFile(distribution: string, name: string): string {
  try {
    return readFileSync(path.join(distribution, name), 'utf8');
  } catch {
    return '';
  }
}

/** The version of the package. @param distribution the folder of the bundles */
export function readVersion(distribution: string): string {
  const manifest: unknown = JSON.parse(readOwnFile(distribution, '../package.json'));
  return typeof manifest === 'object' && manifest !== null && 'version' in manifest ? String(manifest.version) : '';
}
