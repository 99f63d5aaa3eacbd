import { once } from 'node:events';
import { PassThrough, type Readable, Transform, type TransformCallback } from 'node:stream';
import { describeError } from '../../shared/describeError.ts';
import { firstLineOf, type ProgramCommand, startProgram } from './startProgram.ts';

/** A program whose output is read as it comes. */
export interface StreamedProgram extends ProgramCommand {
  /** All of its variables. */
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Its standard input: a file that is open, or pieces; nothing when absent. */
  readonly input?: number | AsyncIterable<Buffer>;
  /** Standard error belongs to the output, line by line. */
  readonly readsErrors?: boolean;
  /** Ends the program. */
  readonly signal?: AbortSignal;
}

const mostErrors = 64_000;
const longestLine = 1_000_000;
const lineFeed = 10;

/**
 * The output of a program, no faster than it is taken. The program is ended when nothing more is wanted of it, or when the signal
 * aborts, which is not a failure.
 * @throws a sentence when it cannot be run, or fails
 */
export async function* streamProgram(start: StreamedProgram): AsyncGenerator<Buffer, void> {
  const { name, input, signal } = start;
  if (signal?.aborted) return;
  const fail = (said: string): Error => new Error(`${name} ${said}.`);
  let child: ReturnType<typeof startProgram>;
  try {
    child = startProgram(start, input === undefined ? 'ignore' : typeof input === 'number' ? input : 'pipe');
  } catch (error) {
    throw fail(`could not be run: ${describeError(error)}`);
  }
  let errors = '';
  child.stderr.on('data', (piece: Buffer) => {
    if (errors.length < mostErrors) errors += piece.toString('utf8');
  });
  let failure: Error | undefined;
  child.once('error', (error) => (failure = error));
  const closed = once(child, 'close').catch(() => undefined);
  const end = (): void => {
    child.kill('SIGKILL');
    // Programs that it has started itself may keep these open.
    child.stdout.destroy();
    child.stderr.destroy();
  };
  signal?.addEventListener('abort', end, { once: true });
  // A program may leave unneeded input unread.
  child.stdin?.on('error', () => undefined);
  if (typeof input === 'object') write(input, child.stdin).catch(end);
  try {
    const output = start.readsErrors === true ? mergeLines(child.stdout, child.stderr) : child.stdout;
    for await (const piece of output as AsyncIterable<Buffer>) yield piece;
    await closed;
    if (failure) throw fail(`could not be run: ${failure.message}`);
    if (child.exitCode !== 0 && !signal?.aborted) throw fail(`${describeEnd(child)}${firstLineOf(errors)}`);
  } catch (error) {
    if (!signal?.aborted) throw failure ? fail(`could not be run: ${failure.message}`) : error;
  } finally {
    signal?.removeEventListener('abort', end);
    end();
  }
}

function describeEnd({ exitCode, signalCode }: { readonly exitCode: number | null; readonly signalCode: string | null }): string {
  return exitCode === null ? `was ended by ${signalCode ?? 'a signal'}` : `failed with exit code ${exitCode}`;
}

/** Two streams as one, in whole lines: those of one do not break those of the other. */
function mergeLines(...sources: readonly Readable[]): Readable {
  const merged = new PassThrough();
  let open = sources.length;
  for (const source of sources) {
    const lines = source.pipe(createLineBuffer());
    lines.pipe(merged, { end: false });
    const end = (): void => {
      open--;
      if (open === 0) merged.end();
    };
    lines.once('end', end);
    // A source that is destroyed does not end what it is piped to.
    source.once('close', () => lines.end());
  }
  return merged;
}

/** Keeps the beginning of a line until its end comes; a line of more than 1 MB goes on in pieces. */
function createLineBuffer(): Transform {
  let kept: Buffer[] = [];
  let length = 0;
  const take = (): Buffer => {
    const whole = Buffer.concat(kept);
    kept = [];
    length = 0;
    return whole;
  };
  return new Transform({
    transform(piece: Buffer, _, done: TransformCallback) {
      const end = piece.lastIndexOf(lineFeed) + 1;
      if (end > 0) {
        kept.push(piece.subarray(0, end));
        this.push(take());
      }
      if (end < piece.length) kept.push(piece.subarray(end));
      length += piece.length - end;
      if (length > longestLine) this.push(take());
      done();
    },
    flush(done: TransformCallback) {
      done(null, take());
    },
  });
}

/** Rejects when the input cannot be read: half of it would give half of an answer. */
async function write(input: AsyncIterable<Buffer>, into: NodeJS.WritableStream | null): Promise<void> {
  for await (const piece of input) if (into?.write(piece) === false) await once(into, 'drain');
  into?.end();
}
