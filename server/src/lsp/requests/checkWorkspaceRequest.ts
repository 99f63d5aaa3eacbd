import { type Diagnostic, DiagnosticSeverity } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { answerRequest } from '../handlers.ts';
import { checkWorkspaceMethod, type CheckWorkspaceResult } from '../../protocol/protocol.ts';
import type { WholeServer } from '../wholeServer.ts';
import type { WorkspaceDiagnostics } from '../workspaceDiagnostics.ts';

/** Answers `apiErrorCodes/checkWorkspace`. Call once. */
export function registerCheckWorkspace(
  { connection, documents, shownCatalogues, workspace }: WholeServer,
  workspaceDiagnostics: WorkspaceDiagnostics,
  find: (document: TextDocument) => Promise<readonly Diagnostic[]>,
): void {
  answerRequest(
    connection,
    checkWorkspaceMethod,
    () => undefined,
    (): CheckWorkspaceResult => ({ shows: true, findings: 0, files: 0 }),
    async () => {
      await workspace.ready();
      workspaceDiagnostics.ask();
      workspace.index.refresh();
      await workspace.index.settled();
      const open = await Promise.all(documents.all().map(find));
      // Editors list no hints.
      const listed = [...open, ...workspaceDiagnostics.all().values()]
        .map((diagnostics) => diagnostics.filter(({ severity }) => severity !== DiagnosticSeverity.Hint).length)
        .filter((count) => count > 0);
      const shows = (await shownCatalogues()).length > 0;
      return { shows, findings: listed.reduce((sum, count) => sum + count, 0), files: listed.length };
    },
  );
}
