import * as l10n from '@vscode/l10n';
import type { CancellationToken, Diagnostic } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { runSafely } from '../handlers.ts';
import { readDocumentUri } from '../params.ts';
import { toCatalogueDiagnostics } from '../../service/features/catalogueDiagnostics.ts';
import { isOnlyAnswer } from '../../service/logs/isAnswer.ts';
import { isLogDocument } from '../../service/logs/isLogDocument.ts';
import type { StatusReporter } from '../statusReporter.ts';
import type { WholeServer } from '../wholeServer.ts';

/** Finds the diagnostics of documents, and answers clients that ask for them. Call once. */
export function registerDiagnostics(
  { connection, documents, service, workspace, textOf }: WholeServer,
  status: StatusReporter,
): (document: TextDocument) => Promise<Diagnostic[]> {
  const find = async (document: TextDocument): Promise<{ diagnostics: Diagnostic[]; notices: readonly string[] }> => {
    // A log only reports errors; it has no handling sites.
    if (isLogDocument(document) || isOnlyAnswer(document)) return { diagnostics: [], notices: [] };
    await workspace.ready();
    const problems = await workspace.store.problemsIn(document.uri, document.getText());
    if (problems) return { diagnostics: toCatalogueDiagnostics(problems), notices: [] };
    const settings = await workspace.settingsOf(document.uri);
    const facts = await workspace.facts.factsOf(document.uri, settings);
    const { findings, toDiagnostics, notices } = await service.findFindings(textOf(document), facts);
    const { length: all } = findings;
    const limit = settings.findingsLimit;
    // Only here: a report for CI leaves nothing out.
    const cut = l10n.t('has {0} findings; the first {1} are shown (apiErrorCodes.limits.findings)', all, limit);
    return { diagnostics: toDiagnostics(), notices: all > limit ? [...notices, cut] : notices };
  };
  const findAndReport = async (document: TextDocument): Promise<Diagnostic[]> => {
    const { diagnostics, notices } = await find(document);
    status.documentRead(document.uri, notices);
    return diagnostics;
  };

  connection.languages.diagnostics.on((params, token: CancellationToken) => {
    const uri = readDocumentUri(params);
    const none = { kind: 'full' as const, items: [] as Diagnostic[] };
    return runSafely(connection.console, 'textDocument/diagnostic', uri, token, none, async () => {
      const document = documents.get(uri);
      return document ? { kind: 'full' as const, items: await findAndReport(document) } : none;
    });
  });
  return findAndReport;
}
