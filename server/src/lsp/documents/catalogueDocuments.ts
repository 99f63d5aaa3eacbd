import { type CodeLens, CompletionItemKind, type CompletionList, type Hover, InsertTextFormat } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { showPlacesCommand } from '../../protocol/protocol.ts';
import { rangeOf } from '../rangeOf.ts';
import type { WholeServer } from '../wholeServer.ts';
import { isCatalogueName } from '../../service/catalogue/catalogueName.ts';
import { describeCounts } from '../../service/render/handled.ts';
import { escapeMarkdown } from '../../service/render/markdown.ts';
import type { Catalogue } from '../../service/types.ts';

/** The server's answers in catalogue files; undefined for every other document. */
export interface CatalogueDocuments {
  complete(document: TextDocument, offset: number): Promise<CompletionList> | undefined;
  /** Only about keys: codes are hovered as in any other document. */
  hoverKey(document: TextDocument, offset: number): Promise<Hover | undefined> | undefined;
  /** Over each code, where it is handled. */
  codeLenses(document: TextDocument): Promise<CodeLens[]> | undefined;
}

/** The most lines over codes: more would only slow the editor down. */
const mostLenses = 1_000;

export function createCatalogueDocuments({ workspace, mentions, session }: WholeServer): CatalogueDocuments {
  const catalogueOf = (uri: string): Catalogue | undefined =>
    workspace.store.catalogues().find((catalogue) => catalogue.uri === uri);

  const complete = async (document: TextDocument, offset: number): Promise<CompletionList> => {
    const { completeCatalogue } = await import('../../service/features/catalogueCompletion.ts');
    const proposals = completeCatalogue(document.getText(), offset, catalogueOf(document.uri));
    // An editor that has the schema proposes the keys of JSON itself.
    const editorKnows = session.options.commandLinks === true && document.uri.endsWith('.json');
    return {
      isIncomplete: false,
      items: proposals
        .filter(({ kind }) => kind === 'value' || !editorKnows)
        .map(({ label, detail, kind, replace, text }) => ({
          label,
          detail,
          kind: kind === 'key' ? CompletionItemKind.Property : CompletionItemKind.EnumMember,
          insertTextFormat: InsertTextFormat.PlainText,
          textEdit: {
            range: rangeOf(document, replace),
            newText: text,
          },
        })),
    };
  };
  const hoverKey = async (document: TextDocument, offset: number): Promise<Hover | undefined> => {
    const { describeKey } = await import('../../service/features/catalogueCompletion.ts');
    const key = describeKey(document.getText(), offset);
    return (
      key && {
        contents: { kind: 'markdown', value: escapeMarkdown(key.description) },
        range: rangeOf(document, key.span),
      }
    );
  };
  const codeLenses = async (document: TextDocument): Promise<CodeLens[]> => {
    const catalogue = catalogueOf(document.uri);
    if (!catalogue || !workspace.index.isComplete()) return [];
    const { findCodePlaces } = await import('../../service/catalogue/catalogueText.ts');
    const coverage = (await mentions.coverage(false)).find((each) => each.catalogue === catalogue);
    const byCode = new Map(coverage?.codes.map((code) => [code.code, code]));
    return findCodePlaces(document.getText())
      .filter(({ key, code }) => key === 'code' && catalogue.codes.get(code)?.retired === false)
      .slice(0, mostLenses)
      .map(({ code, start, end }) => {
        const range = rangeOf(document, { start, end });
        const { handled = [], caught = [], compared = [], stubs = [] } = byCode.get(code) ?? {};
        const places = [...handled, ...caught, ...compared, ...stubs];
        const title = describeCounts({
          ...{ handled: handled.length, caught: caught.length, compared: compared.length, stubs: stubs.length },
        })
          .map(({ text }) => text)
          .join(' · ');
        const locations = places.map(({ uri, range: where }) => ({ uri, range: where }));
        const opens = session.options.commandLinks === true && places.length > 0;
        return {
          range,
          command: opens
            ? { title, command: showPlacesCommand, arguments: [document.uri, range.start, locations] }
            : { title, command: '' },
        };
      });
  };
  return {
    complete: (document, offset) => (isCatalogueName(document.uri) ? complete(document, offset) : undefined),
    hoverKey: (document, offset) => (isCatalogueName(document.uri) ? hoverKey(document, offset) : undefined),
    codeLenses: (document) => (isCatalogueName(document.uri) ? codeLenses(document) : undefined),
  };
}
