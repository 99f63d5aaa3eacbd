import * as l10n from '@vscode/l10n';
import { countCodes } from '../render/numbers.ts';
import type { CatalogueLink } from '../settings/catalogueLink.ts';
import type { Catalogue } from '../types.ts';
import type { CatalogueFile, CatalogueProblem } from './catalogueFile.ts';
import { isCatalogueName } from './catalogueName.ts';
import { boundCatalogue } from './boundCatalogue.ts';
import { createCatalogue } from './createCatalogue.ts';
import { isLong, readCatalogueDocument } from './longDocument.ts';
import { atStart } from './readCatalogue.ts';
import { type LocatedDocument, readDocuments } from './readDocument.ts';
import { findSource } from './sources/sources.ts';

/** A catalogue file, or a document that is read in place, with its text. */
export interface LoadedDocument extends LocatedDocument {
  readonly uri: string;
}

/** The result of a catalogue file, or of documents that make one catalogue. */
export interface LoadedCatalogue {
  /** The address of the first document. */
  readonly uri: string;
  /** Its name in messages. */
  readonly name: string;
  /** Undefined when there is no valid one. */
  readonly catalogue: Catalogue | undefined;
  readonly file: CatalogueFile | undefined;
  readonly problems: readonly (CatalogueProblem & { readonly uri: string })[];
  /**
   * The parts of documents that were left out for a good reason: each a sentence that begins with the document's name and line.
   */
  readonly notes: readonly string[];
  /** `31 codes from 2 tables`; for a catalogue file only the number of its codes. */
  readonly summary: string;
}

/**
 * Reads catalogue files, each a catalogue of its own, and other documents: all together when the link has an id, else each.
 * @param link the settings for these documents
 */
export async function loadCatalogues(
  documents: readonly LoadedDocument[],
  link: CatalogueLink | undefined,
): Promise<readonly LoadedCatalogue[]> {
  const files = documents.filter(isCatalogueDocument);
  const pages = documents.filter((document) => !files.includes(document));
  const together = link?.id !== undefined && pages.length > 0 ? [pages] : pages.map((page) => [page]);
  return [
    ...(await Promise.all(
      files.map((document) => loadFile(document, files.length === 1 && pages.length === 0 ? link : withoutId(link))),
    )),
    ...(await Promise.all(together.map((group) => loadDocuments(group, link)))),
  ];
}

/** Whether a document is to be read as a catalogue file: by its name, by its keys, or because nothing else can read it. */
export function isCatalogueDocument(document: { readonly name: string; readonly text: string }): boolean {
  if (isCatalogueName(document.name)) return true;
  if (!/\.(json|ya?ml)$/i.test(document.name)) return false;
  const keys = ['id', 'title', 'codes'];
  if (keys.every((key) => new RegExp(`(?:^|[{,]\\s{0,20})["']?${key}["']?\\s{0,4}:`, 'm').test(document.text))) return true;
  return findSource(document) === undefined;
}

/** Whether a document is read in a thread. */
export function isLongDocument(document: LoadedDocument): boolean {
  return document.host.readLong !== undefined && isLong(document.text);
}

async function loadFile(document: LoadedDocument, link: CatalogueLink | undefined): Promise<LoadedCatalogue> {
  const { file, locations, problems } = await readCatalogueDocument(document, document.host);
  const named = file && rename(file, link);
  return {
    uri: document.uri,
    name: document.name,
    file: named,
    catalogue: named && createCatalogue(named, { builtin: false, uri: document.uri, locations, ...filesOf(link) }),
    problems: problems.map((problem) => ({ ...problem, uri: document.uri })),
    notes: [],
    summary: countCodes(named?.codes.length ?? 0),
  };
}

async function loadDocuments(documents: readonly LoadedDocument[], link: CatalogueLink | undefined): Promise<LoadedCatalogue> {
  const { file: whole, locations, notes, described: summary } = await readDocuments(documents, link ?? {});
  const { file, problems: cut } = boundCatalogue(whole);
  const uri = documents[0]?.uri ?? '';
  const textOf = new Map(documents.map((document) => [document.name, document] as const));
  const broken = notes.filter(({ severity }) => severity === 'error');
  // A document without codes is an error of the link: the user pointed at this document.
  const reasons = file ? broken : notes;
  const wrong = reasons.map(({ document, line = 0, message }) => {
    const { text = '', uri: of = uri } = textOf.get(document) ?? {};
    return {
      uri: of,
      line,
      column: 0,
      endLine: line,
      endColumn: text.split('\n', line + 1)[line]?.trimEnd().length ?? 0,
      message,
    };
  });
  const problems = [...wrong, ...cut.map((message) => ({ uri, ...atStart(message) }))];
  const nothing = { uri, ...atStart(l10n.t('No error code was found in the document.')) };
  return {
    uri,
    name: documents.map(({ name }) => name).join(', '),
    file,
    catalogue: file && createCatalogue(file, { builtin: false, uri, locations, ...filesOf(link) }),
    problems: file || problems.length > 0 ? problems : [nothing],
    notes: file
      ? notes
          .filter((note) => note.severity !== 'error')
          .map(({ document, line, message }) => `${document}${line === undefined ? '' : `:${line + 1}`}: ${message}`)
      : [],
    summary,
  };
}

function rename(file: CatalogueFile, link: CatalogueLink | undefined): CatalogueFile {
  if (!link) return file;
  const { id = file.id, title = file.title, hosts = [], names = [], keyPrefixes = [] } = link;
  const docs = link.docs ?? file.docs;
  const { detect } = file;
  return {
    ...file,
    id,
    title,
    ...(docs === undefined ? {} : { docs }),
    detect: {
      ...detect,
      hosts: [...(detect?.hosts ?? []), ...hosts],
      names: [...(detect?.names ?? []), ...names],
      keyPrefixes: [...(detect?.keyPrefixes ?? []), ...keyPrefixes],
    },
  };
}

function filesOf(link: CatalogueLink | undefined): Pick<Catalogue, 'files'> {
  if (!link?.files && !link?.exclude) return {};
  return { files: { ...(link.files ? { include: link.files } : {}), ...(link.exclude ? { exclude: link.exclude } : {}) } };
}

function withoutId(link: CatalogueLink | undefined): CatalogueLink | undefined {
  if (!link) return undefined;
  const { id: _id, ...rest } = link;
  return rest;
}
