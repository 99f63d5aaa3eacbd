import { spawn } from 'node:child_process';
import { excludedFolders, plainLogGlobs, prepareGlobs } from './logFileNames.ts';
import { encodeText } from './textEncoding.ts';

// Larger than any file that counts as small: one may grow between the two looks at it.
const largest = '256K';
const longestOutput = 20_000_000;

/**
 * Which files of the folders hold the id in any encoding, large ones left out: ripgrep goes through thousands of small files in
 * less time than it takes to open each of them here.
 * @returns undefined when that cannot be told, because ripgrep failed or could not read everything
 */
export async function findSmallLogs(
  executable: string,
  folders: readonly string[],
  globs: readonly string[],
  id: string,
  signal: AbortSignal,
): Promise<ReadonlySet<string> | undefined> {
  const names = [...plainLogGlobs, ...prepareGlobs(globs), ...excludedFolders.map((folder) => `!${folder}`)];
  const child = spawn(
    executable,
    ['--no-config', '--no-ignore', '--hidden', '--color=never', '--no-mmap', '--text', '--encoding=none', '--null']
      .concat(['--files-with-matches', `--max-filesize=${largest}`, `--regexp=${patternOf(id)}`])
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
    return (await ended) ? new Set(Buffer.concat(chunks).toString('utf8').split('\0')) : undefined;
  } finally {
    signal.removeEventListener('abort', stop);
  }
}

/** The id's bytes in each encoding, each byte escaped: nothing in it is read as a pattern. */
function patternOf(id: string): string {
  const escape = (bytes: Buffer) => [...bytes].map((byte) => `\\x${byte.toString(16).padStart(2, '0')}`).join('');
  const encodings = (['utf-8', 'utf-16le', 'utf-16be'] as const).map((encoding) => escape(encodeText(id, encoding)));
  return `(?-u)(?:${encodings.join('|')})`;
}
