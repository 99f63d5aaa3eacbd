/** How the content of a log file is compressed. */
export type LogCompression = 'gzip' | 'zstd' | 'bzip2' | 'xz';

// Names of programs' outputs, of the system's logs and of servers' logs; then what rotation, editors and mail put behind them.
const base = String.raw`(?:.*\.(?:logs?|jsonl|ndjson|out|err)|(?:.*[_-])?logs?|logfile|syslog|messages|secure|maillog|dmesg|stdout|stderr)`;
const rotated = String.raw`(?:\.(?:old|bak|prev|orig|txt|json))?(?:[.-]\d.*)?(?:\.(?:old|bak|txt))?`;
const packed = String.raw`(?:\.tar)?(?:\.(?:gz|zst|bz2|xz|zip|tar|tgz|tbz2?|txz|tzst))?`;
const logName = new RegExp(`^${base}${rotated}${packed}$`, 'is');
/** An archive that is named after logs: `support-logs-2026.tar.gz`. */
const logArchive = /(?:^|[^a-z])logs?(?:[^a-z].*)?\.(?:zip|tar|tgz|tbz2?|txz|tzst|tar\.\w{2,4})$/is;

/**
 * Whether a file is a log by its name: `*.log`, `*.out` and `*.err`, `syslog`, `messages` and `access_log`, rotated ones by number
 * or date (`*.log.1`, `*.log-20260504`), JSON lines, each of them compressed, and archives of logs. In any case.
 */
export function isLogName(name: string): boolean {
  return logName.test(name) || logArchive.test(name);
}

/** Folders without logs of the user's own programs. */
export const excludedFolders: readonly string[] = ['.git', 'node_modules'];

const compressions: Readonly<Record<string, LogCompression>> = {
  gz: 'gzip',
  tgz: 'gzip',
  zst: 'zstd',
  tzst: 'zstd',
  bz2: 'bzip2',
  tbz: 'bzip2',
  tbz2: 'bzip2',
  xz: 'xz',
  txz: 'xz',
};

/** How a file is compressed, by its name; undefined when it is not. Its content decides when it is read. */
export function compressionOf(path: string): LogCompression | undefined {
  // A quick test first: it runs for every file, and thousands are not compressed.
  if (!'zt2ZT'.includes(path.charAt(path.length - 1))) return undefined;
  return compressions[endingOf(path)];
}

/** Whether a file is compressed or an archive, by its name. */
export function isPacked(path: string): boolean {
  return compressionOf(path) !== undefined || ['zip', 'tar'].includes(endingOf(path));
}

function endingOf(path: string): string {
  return path.slice(path.lastIndexOf('.') + 1).toLowerCase();
}

const unreadable = ['lzma', 'lz4', 'br', '7z', 'z', 'rar'];

/**
 * Whether a file is a log that is compressed in a way that is not read here (`*.log.1.lz4`, `*.log.7z`): read as text it
 * would wrongly be found to contain nothing.
 */
export function isUnreadableLog(name: string): boolean {
  const dot = name.lastIndexOf('.');
  return unreadable.includes(endingOf(name)) && isLogName(name.slice(0, dot));
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
