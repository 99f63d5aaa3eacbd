import path from 'node:path';
import * as vscode from 'vscode';
import { LanguageClient, ProgressType, type ServerOptions, State, TransportKind } from 'vscode-languageclient/node';
import { createClientOptions } from './clientOptions.ts';
import { findRipgrep } from './ripgrep.ts';
import type { LoadedClient } from './serverConnection.ts';

/** Creates the client of a server in a process of its own; nothing runs until `start()`. */
export function createNodeClient(context: vscode.ExtensionContext, output: vscode.LogOutputChannel): LoadedClient {
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
  const options = createClientOptions(context, output, {
    ...(ripgrepPath === undefined ? {} : { ripgrepPath }),
  });
  return { client: new LanguageClient('apiErrorCodes', 'API Error Codes', serverOptions, options), ProgressType, State };
}
