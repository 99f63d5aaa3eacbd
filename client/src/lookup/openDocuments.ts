import * as vscode from 'vscode';
import type { LookupDocument } from '../../../server/src/lookupProtocol.ts';
import { documentSelector } from '../languageClient.ts';

// What shows a record, or a report of records, is none itself.
const leftOut = new Set(['git', 'api-error-codes-excerpt', 'api-error-codes-report', 'vscode-scm', 'comment']);

/**
 * The open documents that hold an id, in whatever case or as JSON writes it, and that the server does not know: other languages, untitled texts,
 * output channels. Of any size: the editor gives extensions none of more than 50 MB.
 */
export function collectOpenDocuments(requestId: string): LookupDocument[] {
  const wanted = [requestId, JSON.stringify(requestId).slice(1, -1)].map((spelling) => spelling.toLowerCase());
  return vscode.workspace.textDocuments
    .filter((document) => !leftOut.has(document.uri.scheme) && vscode.languages.match(documentSelector, document) === 0)
    .map((document) => ({ uri: document.uri.toString(), text: document.getText() }))
    .filter(({ text }) => wanted.some((spelling) => text.toLowerCase().includes(spelling)));
}
