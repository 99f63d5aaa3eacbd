import type * as vscode from 'vscode';
import { registerLanguageModelTools } from './assistant/languageModelTools.ts';
import { registerNotInBrowser } from './browser/notInBrowser.ts';
import { createOutput, registerFeatures } from './features.ts';
import { type ServerConnection, startServer } from './serverConnection.ts';

let server: ServerConnection | undefined;

/** The same as `extension.ts` in a browser without a machine behind it: there are no logs on disk, no commands and no log engines. */
export function activate(context: vscode.ExtensionContext): void {
  const output = createOutput();
  server = startServer(async () => (await import('./browser/browserClient.ts')).createBrowserClient(context, output), output);
  context.subscriptions.push(
    output,
    registerFeatures(server, context, output),
    registerLanguageModelTools(server),
    registerNotInBrowser(),
  );
}

/** Stops the server; the editor waits for it. */
export async function deactivate(): Promise<void> {
  await server?.stop();
}
