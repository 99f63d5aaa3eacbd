import type { Diagnostic } from 'vscode-languageserver';
import type { WorkspaceIndexDependencies } from '../workspace/workspaceIndex.ts';
import type { ServerParts } from './serverParts.ts';

/** The findings in files of the workspace that are not open, where they are asked for. Open documents have their own. */
export interface WorkspaceDiagnostics extends Pick<WorkspaceIndexDependencies, 'fileRead' | 'fileGone'> {
  /** Asks for them until the end of the session, whatever the settings say. The index must be read again. */
  ask(): void;
  /** Those that the client has, by address. */
  all(): ReadonlyMap<string, readonly Diagnostic[]>;
}

/** Follows the index: a file is looked at when that has read it. */
export function createWorkspaceDiagnostics({ client, service }: ServerParts): WorkspaceDiagnostics {
  const published = new Map<string, readonly Diagnostic[]>();
  let isAsked = false;
  const publish = (uri: string, diagnostics: readonly Diagnostic[]): void => {
    if (diagnostics.length === 0 && !published.has(uri)) return;
    client.publishDiagnostics(uri, diagnostics);
    if (diagnostics.length > 0) published.set(uri, diagnostics);
    else published.delete(uri);
  };
  return {
    async fileRead(document, facts) {
      if (!isAsked && facts.settings.checkScope === 'openFiles') return publish(document.uri, []);
      const { toDiagnostics } = await service.findFindings(document, facts);
      publish(document.uri, toDiagnostics());
    },
    fileGone: (uri) => publish(uri, []),
    ask: () => void (isAsked = true),
    all: () => published,
  };
}
