/** How the content of a log file is packed. */
export type LogCompression = 'gzip' | 'zstd';

const logName = /\.(?:log(?:[.-]\d.*)?|jsonl|ndjson)(?:\.gz|\.zst)?$/is;

/**
 * Whether a file is a log by its name: `*.log`, rotated ones by number or date (`*.log.1`, `*.log-20260504`), JSON lines, and each
 * of them compressed. In any case.
 */
export function isLogName(name: string): boolean {
  return logName.test(name);
}

/** Folders without logs of the user's own programs. */
export const excludedFolders: readonly string[] = ['.git', 'node_modules'];

/** How a file is compressed, by its name; undefined when it is not. */
export function compressionOf(path: string): LogCompression | undefined {
  // A quick test first: it runs for every file, and thousands are not compressed.
  if (!'ztZT'.includes(path.charAt(path.length - 1))) return undefined;
  const ending = path.slice(path.lastIndexOf('.') + 1).toLowerCase();
  return ending === 'gz' ? 'gzip' : ending === 'zst' ? 'zstd' : undefined;
}

const unreadable = ['bz2', 'xz', 'lzma', 'lz4', 'br', 'zip', '7z', 'z'];

/**
 * Whether a file is a log that is compressed in a way that is not read here (`*.log.1.bz2`, `*.log.xz`): read as text it
 * would wrongly be found to contain nothing.
 */
export function isUnreadableLog(name: string): boolean {
  const dot = name.lastIndexOf('.');
  const ending = name.slice(dot + 1).toLowerCase();
  return unreadable.includes(ending) && isLogName(name.slice(0, dot));
}

/**
 * Globs of settings as the search uses them: those with a folder in them match at any depth, as editors have it.
 * @returns without empty ones and without exclusions, which could switch the built-in ones off
 */
export function prepareGlobs(globs: readonly string[]): string[] {
  return globs
    .map((glob) => glob.trim())
    .filter((glob) => glob !== '' && !glob.startsWith('!'))
    .map((glob) => (glob.includes('/') && !glob.startsWith('/') && !glob.startsWith('**/') ? `**/${glob}` : glob));
}
