import type { ServerParts } from './serverParts.ts';

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

/** Where the client shows no progress, the work runs all the same. */
export function createLongWork({ client, host, session }: ServerParts): LongWork {
  return {
    async run(message, signal, run) {
      const stop = new AbortController();
      const either = AbortSignal.any([signal, stop.signal]);
      let done = false;
      let end: (() => void) | undefined;
      let show: (percent: number) => void = () => undefined;
      if (session.capabilities.window?.workDoneProgress === true) {
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
