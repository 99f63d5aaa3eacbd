import * as vscode from 'vscode';
import type { ServerConnection } from '../serverConnection.ts';
import { type ExplainParams, type ExplainResult, explainMethod } from '../../../server/src/protocol/protocol.ts';

/** Scheme of explanations of codes: read-only documents. */
const explanationScheme = 'api-error-codes-explain';

/** Shows what a code means. */
export interface ExplanationProvider extends vscode.Disposable {
  /** Opens the explanation of a code, rendered. */
  readonly open: (code: string) => Promise<void>;
}

/** Registers the content provider. The address of an explanation holds the code, so that it is read again after a restart. */
export function createExplanationProvider(server: ServerConnection): ExplanationProvider {
  const registration = vscode.workspace.registerTextDocumentContentProvider(explanationScheme, {
    async provideTextDocumentContent({ query: code }) {
      const params: ExplainParams = { code };
      const { markdown } = await server.sendRequest<ExplainResult>(explainMethod, params);
      return markdown ?? vscode.l10n.t('No loaded catalogue has this error code.');
    },
  });
  let wanted = '';
  let opening = Promise.resolve();
  const show = async (code: string): Promise<void> => {
    // Of several that are asked for while one is opened only the last one is shown.
    if (code !== wanted) return;
    const uri = vscode.Uri.from({ scheme: explanationScheme, path: `/${code.replaceAll('/', '_')}.md`, query: code });
    // The preview of a text that still comes could show the one before it.
    await vscode.workspace.openTextDocument(uri);
    await vscode.commands.executeCommand('markdown.showPreview', uri);
  };
  return {
    open(code) {
      wanted = code;
      const opened = opening.then(() => show(code));
      opening = opened.catch(() => undefined);
      return opened;
    },
    dispose: () => void registration.dispose(),
  };
}
