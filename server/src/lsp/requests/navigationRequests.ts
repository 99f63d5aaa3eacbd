import {
  type CancellationToken,
  type Location,
  type Position,
  ResponseError,
  type ServerCapabilities,
  type TextEdit,
  type WorkspaceEdit,
  LSPErrorCodes,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { folderOf } from '../../workspace/folderOf.ts';
import { homeOf } from '../../workspace/homeOf.ts';
import { runSafely } from '../handlers.ts';
import { isLogDocument } from '../../service/logs/isLogDocument.ts';
import { readDocumentUri, readObject, readPosition, readString } from '../params.ts';
import type { FilePlace } from '../../service/workspace/coverage.ts';
import type { Catalogue, TextRange } from '../../service/types.ts';
import { type CodeAt, createCodeInDocument } from '../documents/codeInDocument.ts';
import { rangeOf } from '../rangeOf.ts';
import { definitionsOf, registerSymbols } from './symbolRequests.ts';
import type { WholeServer } from '../wholeServer.ts';
import { showOnOneLine } from '../../service/render/plainText.ts';
import { renderYamlText } from '../../service/render/yaml.ts';

/** A code at a place of an open document, with the catalogues themselves. */
interface FoundCode extends Omit<CodeAt, 'catalogues'> {
  readonly catalogues: readonly Catalogue[];
  readonly document: TextDocument;
}

/** Registers references, implementations (where a code is handled), workspace symbols and rename. */
export function registerNavigation(server: WholeServer): ServerCapabilities {
  const { connection, documents, mentions, workspace } = server;
  const mentionIn = createCodeInDocument(server);

  /** The catalogues that a document means by their ids: folders may have different ones. */
  const cataloguesIn = async (uri: string, ids: readonly string[]): Promise<readonly Catalogue[]> => {
    const all = workspace.store.catalogues().filter(({ id }) => ids.includes(id));
    const own = all.filter((catalogue) => catalogue.uri === uri);
    if (own.length > 0) return own;
    if (folderOf(homeOf(uri, workspace.folders()), workspace.folders()) === undefined) return all;
    const set = await workspace.setOf(uri);
    return ids.flatMap((id) => set.catalogueById(id) ?? all.filter((catalogue) => catalogue.id === id));
  };
  const codeAt = async (uri: string, position: Position): Promise<FoundCode | undefined> => {
    const document = documents.get(uri);
    if (!document) return undefined;
    // Before the catalogues are read, no text is recognised as a code.
    await workspace.ready();
    const offset = document.offsetAt(position);
    const found = await mentionIn(document, offset);
    return found && { ...found, catalogues: await cataloguesIn(uri, found.catalogues), document };
  };
  const onCode = <Answer>(
    method: string,
    params: unknown,
    token: CancellationToken,
    empty: Answer,
    handle: (code: FoundCode) => Promise<Answer>,
  ) => {
    const uri = readDocumentUri(params);
    const position = readPosition(params);
    return runSafely(connection.console, method, uri, token, empty, async () => {
      const found = await codeAt(uri, position);
      return found ? handle(found) : empty;
    });
  };

  /** The places that catch the class at a position. */
  const placesOfClassAt = (method: string, params: unknown, token: CancellationToken) => {
    const uri = readDocumentUri(params);
    const position = readPosition(params);
    return runSafely(connection.console, method, uri, token, [] as Location[], async () => {
      const document = documents.get(uri);
      if (!document) return [];
      const facts = await workspace.facts.factsOf(uri, await workspace.settingsOf(uri));
      const found = await server.service.findClass(server.textOf(document), facts, document.offsetAt(position));
      if (!found) return [];
      await workspace.index.settled();
      return toLocations(await mentions.placesOfClass(found));
    });
  };

  connection.onDefinition((params, token) =>
    onCode('textDocument/definition', params, token, [] as Location[], async ({ code, catalogues, document }) => {
      // A reader of a log wants to see where the error is handled; a reader of code wants to see the meaning of the code.
      const handled = isLogDocument(document)
        ? toLocations((await mentions.placesOf(code, catalogues)).filter(({ role }) => role === 'handled' || role === 'caught'))
        : [];
      return handled.length > 0 ? handled : definitionsOf(code, catalogues);
    }),
  );
  connection.onReferences(async (params, token) => {
    const method = 'textDocument/references';
    const ofCode = await onCode(method, params, token, [] as Location[], async ({ code, catalogues }) => {
      await workspace.index.settled();
      const places = toLocations(await mentions.placesOf(code, catalogues));
      return params.context.includeDeclaration ? [...places, ...definitionsOf(code, catalogues)] : places;
    });
    return Array.isArray(ofCode) && ofCode.length === 0 ? placesOfClassAt(method, params, token) : ofCode;
  });
  connection.onImplementation(async (params, token) => {
    const method = 'textDocument/implementation';
    const ofCode = await onCode(method, params, token, [] as Location[], async ({ code, catalogues }) => {
      await workspace.index.settled();
      return toLocations(
        (await mentions.placesOf(code, catalogues)).filter(({ role }) => role === 'handled' || role === 'caught'),
      );
    });
    return Array.isArray(ofCode) && ofCode.length === 0 ? placesOfClassAt(method, params, token) : ofCode;
  });
  registerSymbols(server);
  connection.onPrepareRename((params, token) =>
    onCode(
      'textDocument/prepareRename',
      params,
      token,
      null as { range: TextRange; placeholder: string } | null,
      async (found): Promise<{ range: TextRange; placeholder: string } | null> => {
        requireOwn(found);
        const { document, start, end, code } = found;
        return { range: rangeOf(document, { start, end }), placeholder: code };
      },
    ),
  );
  connection.onRenameRequest((params, token) => {
    const newName = readString(readObject(params), 'newName');
    return onCode(
      'textDocument/rename',
      params,
      token,
      null as WorkspaceEdit | null,
      async (found): Promise<WorkspaceEdit | null> => {
        const catalogue = requireOwn(found);
        if (!canBeWritten(newName))
          throw new ResponseError(
            LSPErrorCodes.RequestFailed,
            `“${showOnOneLine(newName.slice(0, 200))}” cannot be an error code: use 1 to 200 visible characters without white space, quotes, backslashes, braces, $ and <.`,
          );
        if (catalogue.codes.has(newName))
          throw new ResponseError(LSPErrorCodes.RequestFailed, `${catalogue.title} already has the error code ${newName}.`);
        await workspace.index.settled();
        const places = (await mentions.placesOf(found.code, [catalogue])).filter(({ literal }) => literal);
        // Where the code is a key or a member of an enum, only a name keeps the text valid.
        const bare = isName(newName) || !isName(found.code) ? undefined : places.find((place) => place.bare);
        if (bare)
          throw new ResponseError(
            LSPErrorCodes.RequestFailed,
            `“${newName}” would need quotes where ${found.code} stands without them: ${bare.uri.slice(bare.uri.lastIndexOf('/') + 1)}, line ${bare.range.start.line + 1}. Put it in quotes there first.`,
          );
        const edits = new Map<string, TextEdit[]>();
        const add = (uri: string, range: TextRange, newText = newName): void => {
          edits.set(uri, [...(edits.get(uri) ?? []), { range, newText }]);
        };
        for (const { uri, range } of places) add(uri, range);
        const text = (await workspace.store.textOf(catalogue.uri ?? '')) ?? '';
        const { findCodeNames } = await import('../../service/catalogue/catalogueText.ts');
        const lines = text.split('\n');
        for (const range of findCodeNames(text, found.code)) {
          const quoted = /["']/.test(lines[range.start.line]?.charAt(range.start.character - 1) ?? '');
          add(catalogue.uri ?? '', range, quoted ? newName : renderYamlText(newName));
        }
        return { changes: Object.fromEntries(edits) };
      },
    );
  });

  return {
    definitionProvider: true,
    referencesProvider: true,
    implementationProvider: true,
    workspaceSymbolProvider: true,
    renameProvider: { prepareProvider: true },
  };
}

/** The only catalogue of the user's own that has the code. @throws RequestFailed with a sentence why it cannot be renamed */
function requireOwn({ code, catalogues }: FoundCode): Catalogue {
  const having = catalogues.filter(({ codes }) => codes.has(code));
  const own = having.filter(({ builtin, uri }) => !builtin && /\.(?:json|ya?ml)$/.test(uri ?? ''));
  const [catalogue] = own;
  if (!catalogue)
    throw new ResponseError(
      LSPErrorCodes.RequestFailed,
      `${code} is what the documentation of ${having.map(({ title }) => title).join(' and ')} calls it. Only codes of a catalogue file of your own can be renamed.`,
    );
  return catalogue;
}

/** Where places are, each once. */
export function toLocations(places: readonly Pick<FilePlace, 'uri' | 'range'>[]): Location[] {
  const seen = new Set<string>();
  return places.flatMap(({ uri, range }) => {
    const key = `${uri} ${range.start.line} ${range.start.character}`;
    if (seen.has(key)) return [];
    seen.add(key);
    return [{ uri, range }];
  });
}

/** Whether a code can be written in the strings of every language, with any quotes and without an escape. */
function canBeWritten(code: string): boolean {
  return /^[^\s"'`\\{}$<]{1,200}$/.test(code) && showOnOneLine(code) === code;
}

function isName(text: string): boolean {
  return /^[\p{L}_$][\p{L}\p{N}_$]*$/u.test(text);
}
