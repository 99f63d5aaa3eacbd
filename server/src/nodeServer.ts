import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { endWithoutFrames } from './adapters/startup/messageFrames.ts';
import { createNodeHost } from './adapters/nodeHost.ts';
import { canonicalAddresses } from './lsp/documents/canonicalAddresses.ts';
import { startServer } from './lsp/server.ts';

/**
 * Starts the server on the process's streams, or on those that its arguments name. @param distribution the folder of the
 * bundles
 */
export function startNodeServer(distribution: string): void {
  if (process.argv.includes('--stdio')) endWithoutFrames();
  startServer(createConnection(ProposedFeatures.all, { messageStrategy: canonicalAddresses }), createNodeHost(distribution));
}
