import * as l10n from '@vscode/l10n';
import { describeReadError } from '../files/readError.ts';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { LongDocument, LongFailure, LongReadings, ReadLong } from '../../service/catalogue/longDocument.ts';
import type { SourceHost } from '../../service/catalogue/sources/source.ts';
import { limits } from '../../service/limits.ts';

/** The content of a related file, or why it cannot be read. */
export type RelatedFile = Awaited<ReturnType<SourceHost['readRelated']>>;

/** The messages of a thread. */
export type ThreadMessage =
  | { readonly kind: 'reading'; readonly reading: LongReadings[keyof LongReadings] }
  | { readonly kind: 'related'; readonly id: number; readonly path: string };

/** The bundle of `server/src/documentWorker.ts`, beside the bundle that contains this module; code that is not bundled has no such file. */
const script = fileURLToPath(new URL('documentWorker.cjs', import.meta.url));

/** Megabytes. */
const newSpace = 8;

/** One thread at a time: each may take as much memory as the document is long. */
let last: Promise<unknown> = Promise.resolve();

/**
 * Reads long documents in threads.
 * @param file the thread's script
 * @param time the limit, in milliseconds
 * @returns undefined where there is no such script
 */
export function createLongDocumentReader(file = script, time: number = limits.document): ReadLong | undefined {
  if (!existsSync(file)) return undefined;
  return <Kind extends keyof LongReadings>(
    document: LongDocument<Kind>,
    readRelated: SourceHost['readRelated'],
    signal?: AbortSignal,
  ): Promise<LongReadings[Kind] | LongFailure> => {
    const read = last.then(() => readInThread({ file, time }, document, readRelated, signal));
    last = read.catch(() => undefined);
    return read as Promise<LongReadings[Kind] | LongFailure>;
  };
}

function readInThread(
  { file, time }: { readonly file: string; readonly time: number },
  { kind, name, text }: LongDocument,
  readRelated: SourceHost['readRelated'],
  signal: AbortSignal | undefined,
): Promise<LongReadings[keyof LongReadings] | LongFailure> {
  return new Promise((resolve) => {
    if (signal?.aborted) return resolve('cancelled');
    const worker = new Worker(file, {
      workerData: { kind, name, text } satisfies LongDocument,
      // Parsed values stay: a large space for new ones only adds to it. With a limit, the engine also clears up earlier.
      resourceLimits: { maxYoungGenerationSizeMb: newSpace, maxOldGenerationSizeMb: limits.documentMemory },
    });
    const end = (reading: LongReadings[keyof LongReadings] | LongFailure): void => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', cancel);
      resolve(reading);
      // One that has ended already need not be ended.
      worker.terminate().catch(() => undefined);
    };
    const cancel = (): void => end('cancelled');
    const timer = setTimeout(end, time, 'late');
    signal?.addEventListener('abort', cancel);
    worker.on('message', (message: ThreadMessage) => {
      if (message.kind === 'reading') return end(message.reading);
      const { id, path } = message;
      readRelated(path)
        .catch((error: unknown) => ({ problem: l10n.t('cannot be read: {0}', describeReadError(error)) }))
        .then((related: RelatedFile) => worker.postMessage({ id, file: related }))
        // The answer cannot be sent to the thread: the document is not read.
        .catch(() => end('ended'));
    });
    // A thread that is short of memory ends with an error: the document is not read.
    worker.once('error', () => end('ended'));
    worker.once('exit', () => end('ended'));
  });
}
