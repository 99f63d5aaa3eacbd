import * as vscode from 'vscode';
import type { LookupDocument } from '../../../server/src/protocol/lookupProtocol.ts';
import { readPastedIds } from '../../../server/src/shared/requestIds/pastedIds.ts';
import { holdsId } from '../../../server/src/shared/requestIds/findId.ts';
import { createDocumentSelector } from '../clientOptions.ts';

// Documents that show records, or a report of records, are not logs themselves.
const leftOut = new Set(['git', 'api-error-codes-excerpt', 'api-error-codes-report', 'vscode-scm', 'comment']);

/**
 * The open documents that contain one of some ids in one of its spellings, and that the server does not know: other languages, untitled
 * texts, output channels. They may have any size: the editor gives extensions no document of more than 50 MB.
 */
export function collectOpenDocuments(requestIds: string): LookupDocument[] {
  const ids = readPastedIds(requestIds);
  const known = createDocumentSelector();
  return vscode.workspace.textDocuments
    .filter((document) => !leftOut.has(document.uri.scheme) && vscode.languages.match(known, document) === 0)
    .map((document) => ({ uri: document.uri.toString(), text: document.getText() }))
    .filter(({ text }) => ids.some((id) => holdsId(text, id)));
}
