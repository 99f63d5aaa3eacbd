/** The innermost workspace folder that an address lies in, or that it is; undefined when it lies in none. Both are addresses. */
export function folderOf(uri: string, folders: readonly string[]): string | undefined {
  return folders
    .filter((folder) => uri === folder || uri.startsWith(folder.endsWith('/') ? folder : `${folder}/`))
    .sort((a, b) => b.length - a.length)[0];
}
