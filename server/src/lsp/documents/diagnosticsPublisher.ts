import type { Diagnostic } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { ServerParts } from '../serverParts.ts';

/** Brings diagnostics to clients that pull them and to those that wait for them. */
export interface DiagnosticsPublisher {
  documentChanged(document: TextDocument): void;
  documentClosed(uri: string): void;
  /** Something other than a document changed: all diagnostics may be different. */
  refresh(): void;
}

/** Quiet time after a key before diagnostics are pushed, in milliseconds. Clients that pull choose their own. */
const quietTime = 100;

export function createDiagnosticsPublisher(
  { connection, client, documents, host, session: { capabilities } }: ServerParts,
  find: (document: TextDocument) => Promise<Diagnostic[]>,
): DiagnosticsPublisher {
  const pulls = capabilities.textDocument?.diagnostic !== undefined;
  const pending = new Set<string>();
  const report = (uri: string, error: unknown): void =>
    connection.console.error(
      `Diagnostics failed for ${uri}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
    );
  const publish = async (uri: string): Promise<void> => {
    const document = documents.get(uri);
    if (!document) return;
    const { version } = document;
    const diagnostics = await find(document).catch((error: unknown) => {
      report(uri, error);
      return [];
    });
    // A result for a text that has changed meanwhile is stale; the change has already requested a new one.
    if (documents.get(uri)?.version === version) client.publishDiagnostics(uri, diagnostics, version);
  };
  const flush = host.debounce(quietTime, () => {
    const uris = [...pending];
    pending.clear();
    for (const uri of uris) publish(uri).catch((error: unknown) => report(uri, error));
  });
  return {
    documentChanged({ uri }) {
      if (pulls) return;
      pending.add(uri);
      flush();
    },
    documentClosed(uri) {
      pending.delete(uri);
      if (!pulls) client.publishDiagnostics(uri, []);
    },
    refresh() {
      if (pulls) {
        if (capabilities.workspace?.diagnostics?.refreshSupport === true) client.refresh('diagnostics');
        return;
      }
      for (const { uri } of documents.all()) pending.add(uri);
      flush();
    },
  };
}
