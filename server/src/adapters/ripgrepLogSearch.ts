import { spawn } from 'node:child_process';
import { statSync } from 'node:fs';
import { isSameFile, type LogFile } from './logFile.ts';
import { createExactPattern, createQuickPattern } from './ripgrepPattern.ts';
import { createRipgrepOutput, readRipgrepError } from './ripgrepOutput.ts';
import type { SearchSink } from './searchSink.ts';
import { createWindowReader } from './windowReader.ts';

// No configuration of the user's, and no memory maps: a log that is cut while it is mapped ends the process. `--text`: a stray
// zero byte makes no log a binary file. Bytes are taken as they are, so that offsets are those of the file.
const options = ['--no-config', '--color=never', '--no-mmap', '--text', '--encoding=none', '--no-heading'].concat([
  '--with-filename',
  '--null',
  '--line-number',
  '--byte-offset',
  '--only-matching',
  '--line-buffered',
]);
const longestErrors = 1_000_000;
const mostStrangers = 1_000;
// What one command line takes, less what the environment may need.
const longestArguments = process.platform === 'win32' ? 25_000 : 400_000;

/**
 * Searches large plain files for one id with ripgrep, the first ones first, and gives each hit with the text around it to the
 * sink.
 * @returns the files that must be read in another way after all, from their beginnings; hits that are found again add nothing
 */
export async function searchWithRipgrep(
  executable: string,
  files: readonly LogFile[],
  sink: SearchSink,
): Promise<readonly LogFile[]> {
  const left: LogFile[] = [];
  for (const batch of splitBatches(files)) {
    if (sink.isDone()) break;
    const again = await searchBatch(executable, batch, sink);
    for (const file of batch) {
      if (again(file.path)) left.push(file);
      else {
        sink.addFiles(1);
        sink.addBytes(file.size);
      }
    }
  }
  return left;
}

function splitBatches(files: readonly LogFile[]): LogFile[][] {
  const batches: LogFile[][] = [];
  let room = 0;
  for (const file of files) {
    const length = Buffer.byteLength(file.path) + 3;
    if (length > room) {
      batches.push([]);
      room = longestArguments;
    }
    batches.at(-1)?.push(file);
    room -= length;
  }
  return batches;
}

/** @returns which of the files must be read in another way */
async function searchBatch(
  executable: string,
  files: readonly LogFile[],
  sink: SearchSink,
  createPattern = createQuickPattern,
): Promise<(path: string) => boolean> {
  const [id = ''] = sink.ids;
  const pattern = createPattern(id);
  let strangers = 0;
  const changed = new Set<string>();
  const windows = createWindowReader();
  const output = createRipgrepOutput();
  const args = [...options, ...pattern.options, '--', ...files.map(({ path }) => path)];
  const child = spawn(executable, args, { stdio: ['ignore', 'pipe', 'pipe'], windowsHide: true });
  // While ripgrep reads, there is time to load what its hits are read with.
  sink.ready().catch(() => undefined);
  const ended = new Promise<boolean>((resolve) => {
    child.once('error', () => resolve(false));
    // 0: found, 1: nothing found, 2: something could not be read, and is named.
    child.once('close', (code) => resolve(code !== null && code <= 2));
  });
  const stop = () => child.kill('SIGKILL');
  sink.signal.addEventListener('abort', stop, { once: true });
  let errors = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    if (errors.length < longestErrors) errors += text;
  });
  try {
    for await (const chunk of child.stdout) {
      await sink.ready();
      for (const { path, line, offset: found } of sink.isDone() ? [] : output.push(chunk as Buffer)) {
        const offset = found - pattern.before;
        if (sink.isDone() || strangers > mostStrangers) break;
        if (offset < sink.keptUntil(path, 0) || changed.has(path)) continue;
        const window = windows.read(path, offset, id);
        if (window) sink.addHit({ path, key: path, id: 0, line, offset }, window);
        else if (pattern.exact) changed.add(path);
        else strangers++;
      }
      if (sink.isDone() || strangers > mostStrangers) stop();
    }
  } catch {
    // The pipe of a program that could not be started.
  } finally {
    sink.signal.removeEventListener('abort', stop);
    windows.close();
  }
  // Ids that end alike, as those of one machine can. What was found already adds nothing when it is found again.
  if (strangers > mostStrangers) {
    await ended;
    return searchBatch(executable, files, sink, createExactPattern);
  }
  const isComplete = (await ended) || sink.isDone();
  for (const line of errors.split('\n')) if (line.trim() !== '') changed.add(readRipgrepError(line).file);
  // An error that names none of the files may be about any of them.
  const isVague = [...changed].some((path) => !files.some((file) => file.path === path));
  for (const file of files) {
    const stats = statSync(file.path, { throwIfNoEntry: false });
    if (!stats || !isSameFile(file, stats)) changed.add(file.path);
  }
  return (path) => !isComplete || isVague || changed.has(path);
}
