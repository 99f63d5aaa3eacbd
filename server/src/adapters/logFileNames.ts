/** Globs of log files that are read as they are: `*.log`, rotated ones by number or date, JSON lines. */
export const plainLogGlobs: readonly string[] = ['*.log', '*.log.[0-9]*', '*.log-[0-9]*', '*.jsonl', '*.ndjson'];

/** Globs of compressed log files. */
export const compressedLogGlobs: readonly string[] = [
  '*.log.gz',
  '*.log.[0-9]*.gz',
  '*.log-[0-9]*.gz',
  '*.jsonl.gz',
  '*.ndjson.gz',
];

/** Folders that hold no logs of the user's own programs. */
export const excludedFolders: readonly string[] = ['.git', 'node_modules'];

/** Whether a file is compressed, by its name. */
export function isCompressedLog(path: string): boolean {
  return path.toLowerCase().endsWith('.gz');
}

/**
 * Globs of settings as the search uses them: those with a folder in them match at any depth, as editors have it.
 * @returns without empty ones and without exclusions, which could switch the built-in ones off
 */
export function prepareGlobs(globs: readonly string[]): string[] {
  return globs
    .map((glob) => glob.trim())
    .filter((glob) => glob !== '' && !glob.startsWith('!') && glob.length <= 500)
    .map((glob) => (glob.includes('/') && !glob.startsWith('/') && !glob.startsWith('**/') ? `**/${glob}` : glob));
}
