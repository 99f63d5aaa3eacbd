import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { DocumentText } from '../../service/index.ts';

/**
 * The open documents as the service reads them: each text has a signal that aborts when the document's text is a different
 * one.
 */
export interface DocumentTexts {
  /** A document as it is now. */
  textOf(document: TextDocument): DocumentText;
  /** A document has a new text, or was closed: work that still reads its old text is given up. */
  giveUp(uri: string): void;
}

export function createDocumentTexts(): DocumentTexts {
  const current = new Map<string, AbortController>();
  return {
    textOf(document) {
      const { uri, languageId } = document;
      const controller = current.get(uri) ?? new AbortController();
      current.set(uri, controller);
      return { uri, languageId, text: document.getText(), signal: controller.signal };
    },
    giveUp(uri) {
      current.get(uri)?.abort();
      current.delete(uri);
    },
  };
}
