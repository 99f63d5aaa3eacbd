import * as vscode from 'vscode';
import {
  BrowserMessageReader,
  BrowserMessageWriter,
  LanguageClient,
  type MessageTransports,
  ProgressType,
  State,
} from 'vscode-languageclient/browser';
import { createClientOptions } from '../clientOptions.ts';
import type { LoadedClient } from '../serverConnection.ts';
import { answerFileRequests } from './fileRequests.ts';

/** A thread of the browser. */
interface WebWorker {
  onerror: (event: { readonly message: string }) => void;
  terminate(): void;
}

/** Creates the client of a server in a web worker; nothing runs until `start()`. */
export function createBrowserClient(context: vscode.ExtensionContext, output: vscode.LogOutputChannel): LoadedClient {
  const bundles = vscode.Uri.joinPath(context.extensionUri, 'dist');
  let worker: WebWorker | undefined;
  // The library tells a worker by its class, of which editors have their own.
  const start = async (): Promise<MessageTransports> => {
    worker?.terminate();
    worker = await startWorker(bundles);
    worker.onerror = ({ message }) => output.error(`The server failed: ${message}`);
    return { reader: new BrowserMessageReader(worker as never), writer: new BrowserMessageWriter(worker as never) };
  };
  context.subscriptions.push({ dispose: () => worker?.terminate() });
  const client = new LanguageClient('apiErrorCodes', 'API Error Codes', start, createClientOptions(context, output, {}));
  answerFileRequests(client);
  return { client, ProgressType, State };
}

/**
 * Runs the bundle that Node loads too, as Node does: in a function that is given a module. It is read as a text, since a browser
 * only runs what is served as a script, and servers do not know `.cjs` as one.
 */
async function startWorker(bundles: vscode.Uri): Promise<WebWorker> {
  const { Worker } = globalThis as unknown as { readonly Worker: new (address: string) => WebWorker };
  const bundle = await vscode.workspace.fs.readFile(vscode.Uri.joinPath(bundles, 'languageServer.cjs'));
  const begin = 'const loaded = { exports: {} }; (function (module, exports) {';
  const end = `\n})(loaded, loaded.exports);
    loaded.exports.startBrowserServer(${JSON.stringify(bundles.toString())}).catch((error) => setTimeout(() => { throw error; }));`;
  const address = URL.createObjectURL(new Blob([begin, new Uint8Array(bundle), end], { type: 'text/javascript' }));
  return new Worker(address);
}
