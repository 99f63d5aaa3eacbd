import * as l10n from '@vscode/l10n';
import type { CodeAction, TextEdit } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { notThisApiCommand, type NotThisApiChoice } from '../protocol/protocol.ts';
import { createLineIndex } from '../service/lineIndex.ts';
import type { CodeActionAnswer } from '../service/edits/proposal.ts';
import { toDiagnostics } from '../service/features/diagnostics.ts';
import type { ArrangedFix } from './arrangeFixes.ts';
import { rangeOf } from './rangeOf.ts';

/** A fix as LSP has it; several to choose from are one that calls the client's command. */
export function toCodeAction(
  fix: ArrangedFix,
  uri: string,
  document: TextDocument,
  rulePage: (rule: string) => string | undefined,
): CodeAction {
  const editsOf = ({ edits }: CodeActionAnswer): TextEdit[] =>
    edits.map((edit) => ({ range: rangeOf(document, edit.span), newText: edit.text }));
  const [answer, ...others] = 'choices' in fix ? fix.choices : [fix];
  if (!answer) throw new Error('There is nothing to choose from.');
  const { kind, finding, preferred, excludeFolder } = answer;
  const diagnostics = finding ? toDiagnostics([finding], uri, createLineIndex(document.getText()), 1, rulePage) : undefined;
  const common = { kind, ...(diagnostics ? { diagnostics } : {}), ...(preferred ? { isPreferred: true } : {}) };
  if ('choices' in fix) {
    const title = l10n.t('Not this API here…');
    const choices = [answer, ...others].map(
      (choice): NotThisApiChoice => ({
        title: choice.title,
        edits: editsOf(choice),
        ...(choice.excludeFolder ? { catalogue: choice.excludeFolder.catalogue } : {}),
      }),
    );
    return { ...common, title, command: { title, command: notThisApiCommand, arguments: [uri, choices] } };
  }
  const { title } = answer;
  const edits = editsOf(answer);
  return {
    ...common,
    title,
    ...(edits.length > 0 ? { edit: { changes: { [uri]: edits } } } : {}),
    ...(excludeFolder
      ? { command: { title, command: 'apiErrorCodes.excludeFolder', arguments: [excludeFolder.catalogue, uri] } }
      : {}),
  };
}
