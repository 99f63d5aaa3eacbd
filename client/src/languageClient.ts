import path from 'node:path';
import * as vscode from 'vscode';
import { LanguageClient, type LanguageClientOptions, type ServerOptions, TransportKind } from 'vscode-languageclient/node';
import { exampleScheme } from './example/exampleFiles.ts';
import languageIds from './generated/languageIds.json' with { type: 'json' };
import { type InitializationOptions, showCodePlacesCommand } from '../../server/src/protocol/protocol.ts';
import { findRipgrep } from './ripgrep.ts';
import { createTraceChannel } from './traceChannel.ts';

/** The documents that the server answers for. Old sides of diffs (`git:`) are left out. */
export const documentSelector: { scheme: string; language: string }[] = [
  ...['file', 'untitled', 'vscode-vfs', 'vscode-notebook-cell', exampleScheme].flatMap((scheme) =>
    languageIds.map((language) => ({ scheme, language })),
  ),
  // An answer of an API that was pasted.
  { scheme: 'untitled', language: 'plaintext' },
  // Output channels, and excerpts of logs that are too large for the editor or compressed.
  { scheme: 'output', language: 'log' },
  { scheme: 'output', language: 'Log' },
  { scheme: 'api-error-codes-excerpt', language: 'log' },
];

/** Creates the client; nothing runs until `start()`. */
export function createLanguageClient(context: vscode.ExtensionContext, outputChannel: vscode.LogOutputChannel): LanguageClient {
  const module = context.asAbsolutePath(path.join('dist', 'server.cjs'));
  const serverOptions: ServerOptions = {
    run: { module, transport: TransportKind.ipc },
    debug: {
      module,
      transport: TransportKind.ipc,
      options: { execArgv: ['--nolazy', '--inspect=6009', '--enable-source-maps'] },
    },
  };
  const ripgrepPath = findRipgrep(vscode.env.appRoot);
  const initializationOptions: InitializationOptions = {
    commandLinks: true,
    version: String((context.extension.packageJSON as { version?: unknown }).version),
    trusted: vscode.workspace.isTrusted,
    cachePath: context.globalStorageUri.fsPath,
    ...(vscode.l10n.bundle ? { translations: vscode.l10n.bundle as Readonly<Record<string, string>> } : {}),
    ...(ripgrepPath === undefined ? {} : { ripgrepPath }),
  };
  const clientOptions: LanguageClientOptions = {
    documentSelector,
    outputChannel,
    traceOutputChannel: createTraceChannel(outputChannel),
    initializationOptions,
    markdown: {
      isTrusted: { enabledCommands: ['apiErrorCodes.lookUpRequestId', 'apiErrorCodes.explainErrorCode', showCodePlacesCommand] },
    },
  };
  return new LanguageClient('apiErrorCodes', 'API Error Codes', serverOptions, clientOptions);
}
