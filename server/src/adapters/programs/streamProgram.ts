import { once } from 'node:events';
import { describeError } from '../../shared/describeError.ts';
import { firstLineOf, type ProgramCommand, startProgram } from './startProgram.ts';

/** A program whose output is read as it comes. */
export interface StreamedProgram extends ProgramCommand {
  /** All of its variables. */
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Its standard input: a file that is open, or pieces; nothing when absent. */
  readonly input?: number | AsyncIterable<Buffer>;
  /** Ends the program. */
  readonly signal?: AbortSignal;
}

const mostErrors = 64_000;

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
  child.stderr.setEncoding('utf8').on('data', (piece: string) => {
    if (errors.length < mostErrors) errors += piece;
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
    for await (const piece of child.stdout as AsyncIterable<Buffer>) yield piece;
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

/** Rejects when the input cannot be read: half of it would give half of an answer. */
async function write(input: AsyncIterable<Buffer>, into: NodeJS.WritableStream | null): Promise<void> {
  for await (const piece of input) if (into?.write(piece) === false) await once(into, 'drain');
  into?.end();
}
