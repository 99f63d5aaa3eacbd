import { decodeAddress } from '../shared/decodeAddress.ts';

/**
 * The innermost workspace folder that is or contains an address, spelt as in the list of folders; undefined when no folder
 * contains it. Both are addresses; editors differ in the characters that they escape.
 */
export function folderOf(uri: string, folders: readonly string[]): string | undefined {
  const inside = decodeAddress(uri);
  return folders
    .map((folder) => ({ folder, prefix: decodeAddress(folder).replace(/\/$/, '') }))
    .filter(({ prefix }) => inside === prefix || inside.startsWith(`${prefix}/`))
    .sort((a, b) => b.prefix.length - a.prefix.length)[0]?.folder;
}
