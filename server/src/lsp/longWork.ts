import type { ClientRequests } from './clientRequests.ts';
import type { Host } from '../workspace/host.ts';

/** Work shows itself only when it takes longer than this, in milliseconds. */
const patience = 1000;

/** Shows long work as progress in the client's window, with a way to cancel it. */
export interface LongWork {
  /** @param signal cancels the work too; the signal that `run` gets aborts in both cases */
  run<Result>(
    message: string,
    signal: AbortSignal,
    run: (signal: AbortSignal, report: (percent: number) => void) => Promise<Result>,
  ): Promise<Result>;
}

/** @param supported whether the client shows progress; where it does not, the work runs all the same */
export function createLongWork(client: ClientRequests, host: Host, supported: () => boolean): LongWork {
  return {
    async run(message, signal, run) {
      const stop = new AbortController();
      const either = AbortSignal.any([signal, stop.signal]);
      let done = false;
      let end: (() => void) | undefined;
      let show: (percent: number) => void = () => undefined;
      if (supported()) {
        host.debounce(patience, () => {
          if (done) return;
          client.showProgress('API Error Codes', message, (progress) => {
            if (done) return progress.done();
            progress.onCancelled(() => stop.abort());
            show = progress.report;
            end = progress.done;
          });
        })();
      }
      try {
        return await run(either, (percent) => show(percent));
      } finally {
        done = true;
        end?.();
      }
    },
  };
}
