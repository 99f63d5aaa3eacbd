import type { TextDocument } from 'vscode-languageserver-textdocument';
import { findLogHighlightAt } from '../../service/logs/logHighlights.ts';
import { isAnswer } from '../../service/logs/isAnswer.ts';
import { isLogDocument } from '../../service/logs/isLogDocument.ts';
import type { WholeServer } from '../wholeServer.ts';

/** A code at a place, and the catalogues that it may be of. */
export interface CodeAt {
  readonly code: string;
  /** Ids. */
  readonly catalogues: readonly string[];
  readonly start: number;
  readonly end: number;
}

/** Finds codes in documents: source code, logs and catalogues. */
export interface CodeInDocument {
  /** @returns undefined where there is no code of an API that shows */
  (document: TextDocument, offset: number): Promise<CodeAt | undefined>;
}

export function createCodeInDocument({ workspace, recognisers, service, textOf }: WholeServer): CodeInDocument {
  const inLog = async (document: TextDocument, offset: number): Promise<CodeAt | undefined> => {
    const recogniser = await recognisers.recogniserOf(document.uri);
    const highlight = findLogHighlightAt(document.getText(), offset, recogniser);
    if (highlight?.kind !== 'code') return undefined;
    const catalogues = recogniser.entriesOf(highlight.value).map(({ catalogue }) => catalogue.id);
    return { code: highlight.value, catalogues, ...highlight.span };
  };
  const inCatalogue = async (document: TextDocument, offset: number, ids: readonly string[]): Promise<CodeAt | undefined> => {
    const { findCodePlaces } = await import('../../service/catalogue/catalogueText.ts');
    const place = findCodePlaces(document.getText()).find(({ start, end }) => start <= offset && offset <= end);
    return place && { code: place.code, catalogues: ids, start: place.start, end: place.end };
  };
  const inCode = async (document: TextDocument, offset: number): Promise<CodeAt | undefined> => {
    const { uri } = document;
    const facts = await workspace.facts.factsOf(uri, await workspace.settingsOf(uri));
    const found = await service.findMention(textOf(document), facts, offset);
    return found && { code: found.code, catalogues: found.catalogues, ...found.span };
  };
  return (document, offset) => {
    if (isLogDocument(document)) return inLog(document, offset);
    const isCatalogue = /\.(?:json|ya?ml)$/.test(document.uri);
    const own = isCatalogue ? workspace.store.catalogues().filter(({ uri }) => uri === document.uri) : [];
    if (own.length > 0)
      return inCatalogue(
        document,
        offset,
        own.map(({ id }) => id),
      );
    return isAnswer(document) ? inLog(document, offset) : inCode(document, offset);
  };
}
