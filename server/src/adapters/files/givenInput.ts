import * as l10n from '@vscode/l10n';
import { fstatSync } from 'node:fs';
import { Socket } from 'node:net';
import { errorCode } from './readError.ts';
import { readRegularFile } from './readRegularFile.ts';

const interrupts = ['SIGINT', 'SIGTERM'] as const;

/**
 * Whether a name that a user gave means a stream that this process was given with it: `-`, `/dev/stdin`, or `/dev/fd/63` of a
 * process substitution. Each has a writer; other pipes may have none and be waited for without end.
 */
export function isOwnStream(name: string): boolean {
  const descriptor = descriptorOf(name);
  if (descriptor === undefined || name === '-') return name === '-';
  try {
    const stats = fstatSync(descriptor);
    return stats.isFIFO() || stats.isSocket() || (descriptor === 0 && stats.isCharacterDevice());
  } catch {
    // None of that number was given.
    return false;
  }
}

/** The name of such a stream for people. */
export function nameOfStream(name: string): string {
  return descriptorOf(name) === 0 ? 'standard input' : name;
}

/** The content of a stream, until it ends or the signal aborts. Rejects when it cannot be read. */
export async function* readOwnStream(name: string, signal?: AbortSignal): AsyncGenerator<Buffer, void> {
  const descriptor = descriptorOf(name) ?? 0;
  const stream = descriptor === 0 ? process.stdin : new Socket({ fd: descriptor, readable: true, writable: false });
  const end = (): void => void stream.destroy();
  if (signal?.aborted) return end();
  signal?.addEventListener('abort', end, { once: true });
  // A user who interrupts must not be asked for the rest of the input.
  for (const interrupt of interrupts) process.once(interrupt, end);
  try {
    for await (const chunk of stream) yield Buffer.from(chunk as Uint8Array);
  } catch (error) {
    if (!signal?.aborted)
      throw errorCode(error) === 'ERR_STREAM_PREMATURE_CLOSE' ? new Error(l10n.t('It was not read to its end.')) : error;
  } finally {
    signal?.removeEventListener('abort', end);
    for (const interrupt of interrupts) process.off(interrupt, end);
  }
}

/**
 * All of a file, or of a stream of our own.
 * @param limit the most bytes
 * @throws the errors of Node's file system, and errors for anything that is neither or is larger
 */
export async function readGiven(name: string, limit: number): Promise<Buffer> {
  if (!isOwnStream(name)) return readRegularFile(name, limit);
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of readOwnStream(name)) {
    chunks.push(chunk);
    length += chunk.length;
    if (length > limit) throw new Error(l10n.t('It is larger than {0} MB.', limit / 1e6));
  }
  return Buffer.concat(chunks);
}

function descriptorOf(name: string): number | undefined {
  if (name === '-' || name === '/dev/stdin') return 0;
  const number = /^\/(?:dev|proc\/self)\/fd\/(\d{1,9})$/.exec(name)?.[1];
  return number === undefined ? undefined : Number(number);
}
