import { spawn } from 'node:child_process';
import { readRecordWindow } from './recordWindow.ts';
import { compressedLogGlobs, excludedFolders, plainLogGlobs, prepareGlobs } from './logFileNames.ts';
import type { SearchSink } from './searchSink.ts';
import { createRipgrepOutput, readRipgrepError } from './ripgrepOutput.ts';

// No configuration of the user's, ignored and hidden files too (logs usually are), and no memory maps: a log that is cut
// while it is mapped ends the process. `--text`: a stray zero byte makes no log a binary file.
const common = ['--no-config', '--no-ignore', '--hidden', '--color=never'];
const searching = ['--no-mmap', '--text', '--fixed-strings', '--no-heading', '--with-filename', '--null'].concat([
  '--line-number',
  '--byte-offset',
  '--only-matching',
  '--stats',
]);
const longestErrors = 1_000_000;

/**
 * Searches plain log files with ripgrep and gives each hit with the text around it to the sink.
 * @returns false when ripgrep could not be started
 */
export async function searchWithRipgrep(
  executable: string,
  request: { readonly requestId: string; readonly roots: readonly string[]; readonly globs: readonly string[] },
  sink: SearchSink,
): Promise<boolean> {
  const globs = [...plainLogGlobs, ...prepareGlobs(request.globs)];
  const args = [
    ...common,
    ...searching,
    ...globArguments([...globs, '!*.gz']),
    `--regexp=${request.requestId}`,
    '--',
    ...request.roots,
  ];
  const output = createRipgrepOutput();
  const started = await runRipgrep(executable, args, sink, async (chunk) => {
    await sink.ready();
    for (const hit of output.push(chunk)) {
      if (sink.isDone()) return;
      if (hit.offset < sink.keptUntil(hit.path)) continue;
      const window = await readRecordWindow(hit, request.requestId);
      if ('reason' in window) sink.skip(hit.path, window.reason);
      else sink.addHit({ ...hit, offset: window.offset }, window);
    }
  });
  const { files, bytes } = output.finish();
  sink.addFiles(files);
  sink.addBytes(bytes);
  return started;
}

/**
 * Lists compressed log files with ripgrep.
 * @returns undefined when ripgrep could not be started
 */
export async function listCompressedLogs(
  executable: string,
  roots: readonly string[],
  sink: SearchSink,
): Promise<string[] | undefined> {
  const paths: string[] = [];
  let rest = '';
  const args = ['--files', '--null', '--no-messages', ...common, ...globArguments(compressedLogGlobs), '--', ...roots];
  const started = await runRipgrep(executable, args, sink, (chunk) => {
    const parts = (rest + chunk.toString('utf8')).split('\0');
    rest = parts.pop() ?? '';
    paths.push(...parts);
  });
  return started ? paths : undefined;
}

/** The last glob that matches wins, so the folders that are left out come last. */
function globArguments(globs: readonly string[]): string[] {
  return [...globs, ...excludedFolders.map((folder) => `!${folder}`)].map((glob) => `--iglob=${glob}`);
}

async function runRipgrep(
  executable: string,
  args: readonly string[],
  sink: SearchSink,
  onChunk: (chunk: Buffer) => void | Promise<void>,
): Promise<boolean> {
  const child = spawn(executable, args, { stdio: ['ignore', 'pipe', 'pipe'], windowsHide: true });
  // While ripgrep reads, there is time to load what its hits are read with.
  sink.ready().catch(() => undefined);
  const started = new Promise<boolean>((resolve) => {
    child.once('error', () => resolve(false));
    child.once('close', (_code, signal) => {
      if (signal !== null && !sink.isDone()) sink.skip('', 'The search program ended before it had read all files.');
      resolve(true);
    });
  });
  const stop = () => child.kill('SIGKILL');
  sink.signal.addEventListener('abort', stop, { once: true });
  let errors = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    if (errors.length < longestErrors) errors += text;
  });
  try {
    for await (const chunk of child.stdout) {
      if (sink.isDone()) stop();
      else await onChunk(chunk as Buffer);
    }
  } finally {
    sink.signal.removeEventListener('abort', stop);
  }
  const result = await started;
  for (const line of errors.split('\n').filter((text) => text.trim() !== '')) {
    const { file, reason } = readRipgrepError(line);
    sink.skip(file, reason);
  }
  return result;
}
