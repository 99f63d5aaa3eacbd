import {
  CodeLensRefreshRequest,
  type ConfigurationItem,
  type Connection,
  type Diagnostic,
  DiagnosticRefreshRequest,
  type RegistrationType,
  SemanticTokensRefreshRequest,
  WorkDoneProgress,
  type WorkDoneProgressBegin,
  WorkDoneProgressCancelNotification,
  WorkDoneProgressCreateRequest,
  type WorkDoneProgressEnd,
  type WorkDoneProgressReport,
} from 'vscode-languageserver';
import {
  listFilesMethod,
  type ListFilesParams,
  type ListFilesResult,
  readFileMethod,
  type ReadFileParams,
  type ReadFileResult,
} from '../protocol/fileProtocol.ts';
import { describeError } from '../shared/describeError.ts';

/** The features that the client can be asked to request again. */
const refreshes = {
  codeLenses: CodeLensRefreshRequest.type,
  diagnostics: DiagnosticRefreshRequest.type,
  semanticTokens: SemanticTokensRefreshRequest.type,
};

/** Progress that the client shows for work that the server does on its own. */
export interface ClientProgress {
  /** @param percent 0 to 100 */
  report(percent: number): void;
  done(): void;
  /** Calls back when the user cancels the work. */
  onCancelled(callback: () => void): void;
}

/**
 * All that the server sends to the client without being asked. Every request may fail: plain editors answer with *method not
 * found*, and a client may be gone. A refusal costs only the request that was refused. `scripts/checkLayers.mjs` keeps other
 * files from sending by themselves.
 */
export interface ClientRequests {
  /** Asks to be notified of something. A client that refuses does not notify. */
  register<Options>(type: RegistrationType<Options>, options: Options): void;
  refresh(what: keyof typeof refreshes): void;
  /** @returns the sections, in the order of the items; undefined for a client that refuses */
  configuration(items: readonly ConfigurationItem[]): Promise<readonly unknown[] | undefined>;
  /** Shows progress. @param shown gets it as soon as the client shows it: never where it refuses, and the work goes on unseen */
  showProgress(title: string, message: string, shown: (progress: ClientProgress) => void): void;
  publishDiagnostics(uri: string, diagnostics: readonly Diagnostic[], version?: number): void;
  tell(method: string, params?: object): void;
  /** Asks to show a document. A client may refuse. */
  present(uri: string): Promise<void>;
  /** Has the client read a file. For a server without a disk. */
  readFile(uri: string, most: number): Promise<ReadFileResult>;
  /** Has the client list the files below a folder. */
  listFiles(folder: string, most: number): Promise<ListFilesResult>;
}

/** @param connection that all messages are sent over */
export function createClientRequests(connection: Connection): ClientRequests {
  const said = new Set<string>();
  /** A refusal is logged once for each kind of request. */
  const take = (what: string, error: unknown): undefined => {
    if (!said.has(what)) connection.console.log(`The client refuses ${what}: ${describeError(error)}`);
    said.add(what);
    return undefined;
  };
  /** Sends a message whose answer is not needed. */
  const send = (what: string, sending: () => Promise<unknown>): void => {
    try {
      sending().catch((error: unknown) => take(what, error));
    } catch (error) {
      // A closed connection throws at once.
      take(what, error);
    }
  };
  const cancelled = new Map<string, () => void>();
  let shownWork = 0;
  const beginProgress = (token: string, title: string, message: string): ClientProgress => {
    const tell = (value: WorkDoneProgressBegin | WorkDoneProgressReport | WorkDoneProgressEnd): void =>
      send('$/progress', () => connection.sendProgress(WorkDoneProgress.type, token, value));
    tell({ kind: 'begin', title, message, percentage: 0, cancellable: true });
    return {
      report: (percent) => tell({ kind: 'report', percentage: Math.round(percent) }),
      onCancelled: (callback) => void cancelled.set(token, callback),
      done() {
        cancelled.delete(token);
        tell({ kind: 'end' });
      },
    };
  };
  return {
    register: (type, options) => send(type.method, () => connection.client.register(type, options)),
    refresh: (what) => send(refreshes[what].method, () => connection.sendRequest(refreshes[what])),
    async configuration(items) {
      try {
        return (await connection.workspace.getConfiguration([...items])) as readonly unknown[];
      } catch (error) {
        return take('workspace/configuration', error);
      }
    },
    showProgress(title, message, shown) {
      // The library has its own handler, set when the client sends its capabilities. This one replaces it.
      if (shownWork === 0)
        connection.onNotification(WorkDoneProgressCancelNotification.type, ({ token }) => cancelled.get(String(token))?.());
      shownWork += 1;
      const token = `api-error-codes-${shownWork}`;
      send(WorkDoneProgressCreateRequest.method, async () => {
        await connection.sendRequest(WorkDoneProgressCreateRequest.type, { token });
        shown(beginProgress(token, title, message));
      });
    },
    publishDiagnostics: (uri, diagnostics, version) =>
      send('textDocument/publishDiagnostics', () =>
        connection.sendDiagnostics({ uri, diagnostics: [...diagnostics], ...(version === undefined ? {} : { version }) }),
      ),
    tell: (method, params) => send(method, () => connection.sendNotification(method, params)),
    async present(uri) {
      try {
        await connection.window.showDocument({ uri, takeFocus: true });
      } catch (error) {
        take('window/showDocument', error);
      }
    },
    readFile: (uri, most) => connection.sendRequest<ReadFileResult>(readFileMethod, { uri, most } satisfies ReadFileParams),
    listFiles: (folder, most) =>
      connection.sendRequest<ListFilesResult>(listFilesMethod, { folder, most } satisfies ListFilesParams),
  };
}
