import type { TextDocuments } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { isRangeLike, readRecord } from '../params.ts';

/** The part of the connection that the library reads documents from. */
type TextDocumentConnection = Parameters<TextDocuments<TextDocument>['listen']>[0];

/**
 * Passes on the well-formed messages that a client sends about its documents. A document without a text, or with an invalid
 * edit, would break every handler that reads all documents: it is reported and left out.
 * @param say gets a sentence for each message that was left out
 */
export function createDocumentConnection(
  connection: TextDocumentConnection,
  say: (problem: string) => void,
): TextDocumentConnection {
  const passing =
    <Event>(method: string, isWhole: (event: Readonly<Record<string, unknown>>) => boolean, handle: (event: Event) => void) =>
    (event: Event): void => {
      if (isWhole(readRecord(event))) handle(event);
      else say(`${method} was left out: its parameters are not what the protocol says.`);
    };
  return {
    onDidOpenTextDocument: (handler) =>
      connection.onDidOpenTextDocument(passing('textDocument/didOpen', isOpening, (event) => void handler(event))),
    onDidChangeTextDocument: (handler) =>
      connection.onDidChangeTextDocument(passing('textDocument/didChange', isChange, (event) => void handler(event))),
    onDidCloseTextDocument: (handler) =>
      connection.onDidCloseTextDocument(passing('textDocument/didClose', namesDocument, (event) => void handler(event))),
    onDidSaveTextDocument: (handler) =>
      connection.onDidSaveTextDocument(passing('textDocument/didSave', namesDocument, (event) => void handler(event))),
    onWillSaveTextDocument: (handler) => connection.onWillSaveTextDocument(handler),
    onWillSaveTextDocumentWaitUntil: (handler) => connection.onWillSaveTextDocumentWaitUntil(handler),
  };
}

function namesDocument({ textDocument }: Readonly<Record<string, unknown>>): boolean {
  return typeof readRecord(textDocument)['uri'] === 'string';
}

function isOpening(event: Readonly<Record<string, unknown>>): boolean {
  const { languageId, version, text } = readRecord(event['textDocument']);
  return namesDocument(event) && typeof languageId === 'string' && typeof version === 'number' && typeof text === 'string';
}

function isChange(event: Readonly<Record<string, unknown>>): boolean {
  const { contentChanges } = event;
  const isEdit = (change: unknown): boolean => {
    const { text, range } = readRecord(change);
    return typeof text === 'string' && (range === undefined || isRangeLike(range));
  };
  return (
    namesDocument(event) &&
    typeof readRecord(event['textDocument'])['version'] === 'number' &&
    Array.isArray(contentChanges) &&
    contentChanges.every(isEdit)
  );
}
