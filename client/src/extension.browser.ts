import type * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { registerLanguageModelTools } from './assistant/languageModelTools.ts';
import { createBrowserClient } from './browser/browserClient.ts';
import { registerNotInBrowser } from './browser/notInBrowser.ts';
import { createOutput, registerFeatures } from './features.ts';

let client: BaseLanguageClient | undefined;

/** The same as `extension.ts` in a browser without a machine behind it: there are no logs on disk, no commands and no log engines. */
export async function activate(context: vscode.ExtensionContext): Promise<void> {
  const output = createOutput();
  client = createBrowserClient(context, output);
  context.subscriptions.push(
    output,
    registerFeatures(client, context, output),
    registerLanguageModelTools(client),
    registerNotInBrowser(),
  );
  await client.start();
}

/** Stops the server; the editor waits for it. */
export async function deactivate(): Promise<void> {
  await client?.stop();
}
