import { decodeAddress } from '../shared/decodeAddress.ts';

/**
 * The innermost workspace folder that an address lies in, or that it is, as it is spelt among the folders; undefined when it
 * lies in none. Both are addresses; editors differ in what they escape in them.
 */
export function folderOf(uri: string, folders: readonly string[]): string | undefined {
  const inside = decodeAddress(uri);
  return folders
    .map((folder) => ({ folder, prefix: decodeAddress(folder) }))
    .filter(({ prefix }) => inside === prefix || inside.startsWith(prefix.endsWith('/') ? prefix : `${prefix}/`))
    .sort((a, b) => b.prefix.length - a.prefix.length)[0]?.folder;
}
