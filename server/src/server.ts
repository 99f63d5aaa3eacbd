import type { Connection } from 'vscode-languageserver';

/** Wires capabilities and handlers to a connection. */
export function startServer(connection: Connection): void {
  connection.onInitialize(() => ({ capabilities: {} }));
  connection.listen();
}
