import * as vscode from 'vscode';
import type { LanguageClientOptions } from 'vscode-languageclient';
import { exampleScheme } from './example/exampleFiles.ts';
import languageIds from './generated/languageIds.json' with { type: 'json' };
import { type InitializationOptions, showCodePlacesCommand } from '../../server/src/protocol/protocol.ts';
import { createTraceChannel } from './traceChannel.ts';

/** The documents that the server answers for. Old sides of diffs (`git:`) are left out. */
export function createDocumentSelector(): { scheme: string; language: string }[] {
  // A folder may be in any file system, such as a repository that is read over the network.
  const ofFolders = (vscode.workspace.workspaceFolders ?? []).map(({ uri }) => uri.scheme);
  const schemes = new Set(['file', 'untitled', 'vscode-vfs', 'vscode-notebook-cell', exampleScheme, ...ofFolders]);
  return [
    ...[...schemes].flatMap((scheme) => languageIds.map((language) => ({ scheme, language }))),
    // An answer of an API that was pasted.
    { scheme: 'untitled', language: 'plaintext' },
    // Output channels, and excerpts of logs that are too large for the editor or compressed.
    { scheme: 'output', language: 'log' },
    { scheme: 'output', language: 'Log' },
    { scheme: 'api-error-codes-excerpt', language: 'log' },
  ];
}

/** The options of a client, wherever its server runs. @param machine what the server can use there */
export function createClientOptions(
  context: vscode.ExtensionContext,
  outputChannel: vscode.LogOutputChannel,
  machine: Pick<InitializationOptions, 'ripgrepPath'>,
): LanguageClientOptions {
  const initializationOptions: InitializationOptions = {
    commandLinks: true,
    version: String((context.extension.packageJSON as { version?: unknown }).version),
    trusted: vscode.workspace.isTrusted,
    ...(vscode.l10n.bundle ? { translations: vscode.l10n.bundle as Readonly<Record<string, string>> } : {}),
    ...machine,
  };
  return {
    documentSelector: createDocumentSelector(),
    outputChannel,
    traceOutputChannel: createTraceChannel(outputChannel),
    initializationOptions,
    markdown: {
      isTrusted: { enabledCommands: ['apiErrorCodes.lookUpRequestId', 'apiErrorCodes.explainErrorCode', showCodePlacesCommand] },
    },
  };
}
