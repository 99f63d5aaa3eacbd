import * as vscode from 'vscode';
import type * as library from 'vscode-languageclient';

/** The language server, as the rest of the extension sees it. A request that is sent before it runs is answered when it does. */
export interface ServerConnection {
  /** Rejects when the server does not start, has been stopped, or answers with an error. */
  readonly sendRequest: <Result>(method: string, params: object, token?: vscode.CancellationToken) => Promise<Result>;
  readonly onNotification: <Params>(method: string, listener: (params: Params) => void) => vscode.Disposable;
  /** Partial results of the request that was sent with this token. */
  readonly onProgress: <Progress>(token: string, listener: (progress: Progress) => void) => vscode.Disposable;
  readonly onDidChangeState: (listener: (state: ServerState) => void) => vscode.Disposable;
  readonly restart: () => Promise<void>;
  /** Resolves when the server has ended. */
  readonly stop: () => Promise<void>;
}

export type ServerState = 'starting' | 'running' | 'stopped';

/** A client that has not been started, and what of its library is needed to use it. */
export type LoadedClient = Pick<typeof library, 'ProgressType' | 'State'> & { readonly client: library.BaseLanguageClient };

/**
 * Starts the server after the activation: the library is most of the extension's code, and other extensions are waiting.
 * @param loadClient called once
 */
export function startServer(
  loadClient: () => LoadedClient | Promise<LoadedClient>,
  output: vscode.LogOutputChannel,
): ServerConnection {
  const loaded = loadLater(loadClient);
  const listen = (listenTo: (loaded: LoadedClient) => vscode.Disposable): vscode.Disposable => {
    const registered = loaded.then(listenTo);
    // A failure is reported once, below.
    registered.catch(() => undefined);
    return new vscode.Disposable(() => {
      registered.then((listener) => void listener.dispose()).catch(() => undefined);
    });
  };
  const stop = async (): Promise<void> => (await loaded).client.stop();
  const start = async (): Promise<void> => (await loaded).client.start();
  // Those who listen from the beginning are registered by then.
  start().catch((error: unknown) => output.error(`The server could not be started: ${String(error)}`));
  return {
    sendRequest: async <Result>(method: string, params: object, token?: vscode.CancellationToken) => {
      const { client } = await loaded;
      // Given as a third value, an absent token would be taken for a parameter.
      return token ? client.sendRequest<Result>(method, params, token) : client.sendRequest<Result>(method, params);
    },
    onNotification: (method, listener) => listen(({ client }) => client.onNotification(method, listener)),
    onProgress: <Progress>(token: string, listener: (progress: Progress) => void) =>
      listen(({ client, ProgressType }) => client.onProgress(new ProgressType<Progress>(), token, listener)),
    onDidChangeState: (listener) =>
      listen(({ client, State }) =>
        client.onDidChangeState(({ newState }) =>
          listener(newState === State.Running ? 'running' : newState === State.Stopped ? 'stopped' : 'starting'),
        ),
      ),
    restart: async () => {
      await stop();
      await start();
    },
    stop,
  };
}

async function loadLater(loadClient: () => LoadedClient | Promise<LoadedClient>): Promise<LoadedClient> {
  await new Promise((resolve) => setTimeout(resolve));
  return loadClient();
}
