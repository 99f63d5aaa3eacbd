import {
  type ClientCapabilities,
  type Connection,
  DidChangeWatchedFilesNotification,
  FileChangeType,
  WatchKind,
} from 'vscode-languageserver';
import type { ClientRequests } from './clientRequests.ts';
import { readRecord } from './params.ts';
import { isTelling, tellingEndings, tellingNames } from '../workspace/tellingFiles.ts';
import type { Workspace } from './folders/workspace.ts';

/** Asks the client to report changes of files, where it lets a server ask. */
export function watchFiles(client: ClientRequests, capabilities: ClientCapabilities): void {
  if (!capabilities.workspace?.didChangeWatchedFiles?.dynamicRegistration) return;
  const watchers = [
    { globPattern: `**/*{${tellingEndings.join(',')}}` },
    { globPattern: `**/{${tellingNames.join(',')}}` },
    // A folder that is moved or removed is only reported by its own name.
    { globPattern: '**/*', kind: WatchKind.Create | WatchKind.Delete },
  ];
  client.register(DidChangeWatchedFilesNotification.type, { watchers });
}

/** Passes on the changes that matter to the workspace. Call once. */
export function registerWatchedFiles(connection: Connection, workspace: Workspace): void {
  connection.onDidChangeWatchedFiles(({ changes: reported }) => {
    const changes = reported.filter((change) => typeof readRecord(change)['uri'] === 'string');
    // Every name that comes or goes is reported: a folder's name looks like any other.
    const mattering = changes.filter(
      ({ uri, type }) => type === FileChangeType.Changed || isTelling(uri) || workspace.isFolder(uri),
    );
    if (mattering.length > 0) workspace.changeFiles(mattering.map(({ uri }) => uri));
  });
}
