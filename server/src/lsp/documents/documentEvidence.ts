import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { CatalogueSet } from '../../service/catalogue/catalogueSet.ts';
import { findFileEvidence } from '../../service/evidence/fileEvidence.ts';
import type { Evidence } from '../../service/types.ts';

/** The APIs that show in an open document; remembered until it changes. */
export interface DocumentEvidence {
  (document: TextDocument, path: string, set: CatalogueSet): Evidence;
}

export function createDocumentEvidence(): DocumentEvidence {
  const known = new WeakMap<TextDocument, { readonly version: number; readonly set: CatalogueSet; readonly found: Evidence }>();
  return (document, path, set) => {
    const before = known.get(document);
    if (before?.version === document.version && before.set === set) return before.found;
    const found = findFileEvidence(document.getText(), path, set);
    known.set(document, { version: document.version, set, found });
    return found;
  };
}
