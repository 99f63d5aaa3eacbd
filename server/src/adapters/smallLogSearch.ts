import { spawn } from 'node:child_process';
import { spellingsOf } from '../service/logs/requestIdSpellings.ts';
import { excludedFolders, plainLogGlobs, prepareGlobs, unreadableGlobs } from './logFileNames.ts';
import { readRipgrepEvent } from './ripgrepOutput.ts';
import { encodeText } from './textEncoding.ts';

// Larger than any file that counts as small: one may grow between the two looks at it.
const largest = '256K';
const longestOutput = 50_000_000;

/** What a look through small files came to. */
export interface SmallLogs {
  /** The paths of those that hold the id, in any encoding. */
  readonly holding: ReadonlySet<string>;
  /** How many were searched, and the bytes of those that do not hold it. */
  readonly searched: number;
  readonly bytes: number;
}

/**
 * Searches the files of the folders that are not compressed, large ones left out: ripgrep goes through thousands of small files
 * in less time than it takes to open each of them here.
 * @returns undefined when it failed or could not read everything
 */
export async function searchSmallLogs(
  executable: string,
  folders: readonly string[],
  globs: readonly string[],
  id: string,
  signal: AbortSignal,
): Promise<SmallLogs | undefined> {
  const left = ['*.gz', '*.zst', ...unreadableGlobs, ...excludedFolders];
  const names = [...plainLogGlobs, ...prepareGlobs(globs), ...left.map((glob) => `!${glob}`)];
  const child = spawn(
    executable,
    ['--no-config', '--no-ignore', '--hidden', '--no-mmap', '--text', '--encoding=none', '--json', '--max-count=1']
      .concat([`--max-filesize=${largest}`, `--regexp=${patternOf(id)}`])
      .concat(
        names.map((glob) => `--iglob=${glob}`),
        '--',
        folders,
      ),
    { stdio: ['ignore', 'pipe', 'ignore'], windowsHide: true },
  );
  const ended = new Promise<boolean>((resolve) => {
    child.once('error', () => resolve(false));
    child.once('close', (code) => resolve(code === 0 || code === 1));
  });
  const stop = () => child.kill('SIGKILL');
  signal.addEventListener('abort', stop, { once: true });
  const chunks: Buffer[] = [];
  let length = 0;
  child.stdout.on('data', (chunk: Buffer) => {
    length += chunk.length;
    if (length > longestOutput) stop();
    else chunks.push(chunk);
  });
  try {
    return (await ended) ? readEvents(Buffer.concat(chunks).toString('utf8').split('\n')) : undefined;
  } finally {
    signal.removeEventListener('abort', stop);
  }
}

/** @returns undefined when there is no summary, or a file's name is no UTF-8 */
function readEvents(lines: readonly string[]): SmallLogs | undefined {
  const holding = new Set<string>();
  let bytes = 0;
  for (const line of lines) {
    const event = readRipgrepEvent(line);
    if (event?.type === 'end') {
      if (event.path === undefined) return undefined;
      holding.add(event.path);
      bytes -= event.bytes;
    } else if (event?.type === 'summary') return { holding, searched: event.searches, bytes: bytes + event.bytes };
  }
  return undefined;
}

/** The id's bytes in each encoding, each byte escaped: nothing in it is read as a pattern. */
function patternOf(id: string): string {
  const escape = (bytes: Buffer) => [...bytes].map((byte) => `\\x${byte.toString(16).padStart(2, '0')}`).join('');
  const encodings = (['utf-8', 'utf-16le', 'utf-16be'] as const).flatMap((encoding) =>
    spellingsOf(id).map((spelling) => escape(encodeText(spelling, encoding))),
  );
  return `(?-u)(?:${encodings.join('|')})`;
}
