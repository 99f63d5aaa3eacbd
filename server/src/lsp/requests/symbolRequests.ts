import { type Location, type SymbolInformation, SymbolKind } from 'vscode-languageserver';
import { runSafely } from '../handlers.ts';
import { readObject, readString } from '../params.ts';
import { showOnOneLine } from '../../service/render/plainText.ts';
import type { Catalogue, TextRange } from '../../service/types.ts';
import type { WholeServer } from '../wholeServer.ts';

const mostSymbols = 200;

/** Registers workspace symbols: the codes of catalogues, and the classes that they list, where they are described. */
export function registerSymbols({ connection, mentions, workspace }: WholeServer): void {
  const classPlaces = new WeakMap<Catalogue, ReadonlyMap<string, TextRange>>();
  const placesOfClasses = async (catalogue: Catalogue): Promise<ReadonlyMap<string, TextRange>> => {
    const known = classPlaces.get(catalogue);
    if (known) return known;
    const { findClassPlaces } = await import('../../service/catalogue/catalogueText.ts');
    const found = findClassPlaces((await workspace.store.textOf(catalogue.uri ?? '')) ?? '');
    classPlaces.set(catalogue, found);
    return found;
  };

  connection.onWorkspaceSymbol((params, token) => {
    const query = readString(readObject(params), 'query');
    return runSafely(connection.console, 'workspace/symbol', undefined, token, [] as SymbolInformation[], async () => {
      const wanted = query.toLowerCase();
      const isWanted = (name: string): boolean => isSubsequence(wanted, name.toLowerCase());
      await workspace.ready();
      const catalogues = await mentions.catalogues();
      const classes: SymbolInformation[] = [];
      for (const catalogue of catalogues) {
        const names = new Set(catalogue.classes.map(({ name }) => name).filter(isWanted));
        if (names.size === 0 || classes.length >= mostSymbols) continue;
        const places = await placesOfClasses(catalogue);
        for (const name of names) {
          const range = places.get(name);
          if (range && catalogue.uri !== undefined)
            classes.push(describe(name, SymbolKind.Class, catalogue, { uri: catalogue.uri, range }));
        }
      }
      const codes = catalogues.flatMap((catalogue) =>
        [...catalogue.codes.keys()]
          .filter(isWanted)
          .flatMap((code) =>
            definitionsOf(code, [catalogue]).map((location) => describe(code, SymbolKind.EnumMember, catalogue, location)),
          ),
      );
      // Classes are few, and codes of a large catalogue would leave them out.
      return [...classes.slice(0, mostSymbols / 2), ...codes].slice(0, mostSymbols);
    });
  });
}

function describe(name: string, kind: SymbolKind, { title }: Catalogue, location: Location): SymbolInformation {
  return { name: showOnOneLine(name), kind, location, containerName: showOnOneLine(title) };
}

/** Where the catalogues define a code. */
export function definitionsOf(code: string, catalogues: readonly Catalogue[]): Location[] {
  return catalogues.flatMap((catalogue) => {
    const location = catalogue.codes.get(code)?.location;
    const uri = location?.uri ?? catalogue.uri;
    if (!location || uri === undefined) return [];
    const { line, column } = location;
    return [{ uri, range: { start: { line, character: column }, end: { line, character: column + code.length } } }];
  });
}

/** Whether the characters are in a text in their order, as editors match them. */
function isSubsequence(wanted: string, text: string): boolean {
  let at = 0;
  for (const character of text) if (character === wanted.charAt(at)) at += 1;
  return at >= wanted.length;
}
