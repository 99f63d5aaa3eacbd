import { Worker } from 'node:worker_threads';
import type { LogName } from './listLogFiles.ts';

/** A thread that looks into small files. */
export interface SieveHelper {
  /**
   * As `sieveLog` does, for each of the files, one call at a time.
   * @returns undefined when it failed
   */
  readonly sieve: (paths: readonly LogName['opens'][]) => Promise<readonly (number | undefined)[] | undefined>;
  /** To be called when no more is wanted, whatever it does. */
  readonly end: () => void;
}

/** Starts the thread. @param file the bundle of `sieveWorker.ts` */
export function startSieveHelper(file: string, requestIds: readonly string[]): SieveHelper {
  const worker = new Worker(file, { workerData: requestIds });
  let answer: ((lengths: readonly (number | undefined)[] | undefined) => void) | undefined;
  let failed = false;
  const fail = () => {
    failed = true;
    answer?.(undefined);
  };
  worker.on('message', (lengths: readonly (number | undefined)[]) => answer?.(lengths));
  worker.once('error', fail).once('exit', fail);
  return {
    sieve: (paths) =>
      new Promise((resolve) => {
        answer = resolve;
        if (failed) resolve(undefined);
        else worker.postMessage(paths);
      }),
    end: () => {
      // How it ends is of no interest.
      worker.terminate().catch(() => undefined);
    },
  };
}
