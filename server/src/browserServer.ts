import { BrowserMessageReader, BrowserMessageWriter, createConnection, ProposedFeatures } from 'vscode-languageserver/browser';
import { createBrowserHost } from './adapters/browser/createBrowserHost.ts';
import { canonicalAddresses } from './lsp/documents/canonicalAddresses.ts';
import { createClientRequests } from './lsp/clientRequests.ts';
import { startServer } from './lsp/server.ts';

/** Starts the server in a web worker. @param distribution address of the extension's bundles */
export function startBrowserServer(distribution: string): void {
  const worker = globalThis as never;
  const connection = createConnection(ProposedFeatures.all, new BrowserMessageReader(worker), new BrowserMessageWriter(worker), {
    messageStrategy: canonicalAddresses,
  });
  startServer(connection, createBrowserHost(createClientRequests(connection), distribution));
}
