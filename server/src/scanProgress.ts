import type { Connection } from 'vscode-languageserver';
import type { Host } from './host.ts';
import type { EvidenceScan } from './workspaceEvidence.ts';

/** A scan shows itself only when it takes longer than this, in milliseconds. */
const patience = 1000;

/** Shows a long scan as progress in the client's window, with a way to cancel it; what was found by then is the answer. */
export function withScanProgress(connection: Connection, host: Host, supported: () => boolean): EvidenceScan {
  return async (root, set, signal) => {
    if (!supported()) return host.scanEvidence(root, set, signal);
    const stop = new AbortController();
    let done = false;
    let end: (() => void) | undefined;
    host.debounce(patience, () => {
      if (done) return;
      void connection.window.createWorkDoneProgress().then((progress) => {
        if (done) return;
        progress.begin('API Error Codes', undefined, `looking for APIs in ${root}`, true);
        progress.token.onCancellationRequested(() => stop.abort());
        end = () => progress.done();
      });
    })();
    try {
      return await host.scanEvidence(root, set, AbortSignal.any([signal, stop.signal]));
    } finally {
      done = true;
      end?.();
    }
  };
}
