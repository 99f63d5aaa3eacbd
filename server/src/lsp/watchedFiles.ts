import {
  type ClientCapabilities,
  type Connection,
  DidChangeWatchedFilesNotification,
  FileChangeType,
  WatchKind,
} from 'vscode-languageserver';
import type { ClientRequests } from './clientRequests.ts';
import { readRecord } from './params.ts';
import { documentEndings } from '../shared/documentEndings.ts';
import { sourceExtensions } from '../service/languages/sourceOf.ts';
import type { Workspace } from './folders/workspace.ts';

// Any source file may show an API. The files that git ignores and the beginnings of projects matter too.
const endings = [
  ...sourceExtensions,
  ...documentEndings.map((ending) => `.${ending}`),
  ...['.toml', '.xml', '.env', '.gradle', '.kts'],
];
const names = ['.gitignore', 'go.mod', 'Gemfile', 'CMakeLists.txt'];

/** Asks the client to report changes of files, where it lets a server ask. */
export function watchFiles(client: ClientRequests, capabilities: ClientCapabilities): void {
  if (!capabilities.workspace?.didChangeWatchedFiles?.dynamicRegistration) return;
  const watchers = [
    { globPattern: `**/*{${endings.join(',')}}` },
    { globPattern: `**/{${names.join(',')}}` },
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
      ({ uri, type }) => type === FileChangeType.Changed || isWatched(uri) || workspace.isFolder(uri),
    );
    if (mattering.length > 0) workspace.changeFiles(mattering.map(({ uri }) => uri));
  });
}

/** Whether a file is watched for its content. */
function isWatched(uri: string): boolean {
  return endings.some((ending) => uri.endsWith(ending)) || names.some((name) => uri.endsWith(`/${name}`));
}
