import { count } from '../../shared/count.ts';
import { groupBy } from '../../shared/groupBy.ts';
import { withoutUndefined } from '../../shared/withoutUndefined.ts';
import { toStatuses } from './createCatalogue.ts';
import type { CatalogueNames } from '../settings/catalogueLink.ts';
import { toApiName, toCatalogueId } from '../../shared/catalogueId.ts';
import type { SourceLocation } from '../types.ts';
import type { CatalogueFile, CatalogueFileCode } from './catalogueFile.ts';
import { describeFound } from './sources/describeFound.ts';
import { type LongDocumentHost, readSourceDocument } from './longDocument.ts';
import type { FoundCode, SourceDocument, SourceNote } from './sources/source.ts';
import { findSource } from './sources/sources.ts';
import { describeUnreadable } from './unreadable.ts';

/** The result of reading one or more documents. */
export interface DocumentReading {
  /** Undefined when no code was found. */
  readonly file: CatalogueFile | undefined;
  /** The place of each code of the file, in its order. */
  readonly locations: readonly SourceLocation[];
  /** The parts that were not read and why; `document` is the name of the document in question. */
  readonly notes: readonly (SourceNote & { readonly document: string })[];
  /** Names of the documents that gave no code. */
  readonly withoutCodes: ReadonlySet<string>;
  /** A summary of the reading in English, without a full stop: `31 codes from 2 tables`. */
  readonly summary: string;
  /** The same in the reader's language. */
  readonly described: string;
}

/** A document with the address that its codes' definitions lead to. */
export interface LocatedDocument extends SourceDocument {
  readonly uri?: string;
  readonly host: LongDocumentHost;
}

const longestText = 5_000;
const mostCauses = 5;
/** Causes of one code that are compared with each other. */
const mostTexts = 50;

/** Reads documentation pages, OpenAPI documents and lists of codes, several as one catalogue. Never throws. */
export async function readDocuments(documents: readonly LocatedDocument[], names: CatalogueNames): Promise<DocumentReading> {
  const found: FoundCode[] = [];
  const notes: (SourceNote & { document: string })[] = [];
  const from: string[] = [];
  const hosts = new Set<string>(names.hosts ?? []);
  const groups: Record<string, string> = {};
  const titles: string[] = [];
  const withoutCodes = new Set<string>();
  for (const document of documents) {
    const source = findSource(document);
    if (!source) {
      withoutCodes.add(document.name);
      notes.push({ document: document.name, line: undefined, message: describeUnreadable(document.name), severity: 'error' });
      continue;
    }
    const reading = await readSourceDocument(source, document, document.host);
    if (reading.codes.length === 0) withoutCodes.add(document.name);
    for (const code of reading.codes) found.push(locate(code, document.uri, documents.length));
    for (const note of reading.notes) notes.push({ ...note, document: document.name });
    from.push(...reading.from);
    if (names.hosts === undefined) for (const host of reading.hosts) hosts.add(host);
    Object.assign(groups, reading.groups);
    if (reading.title !== undefined) titles.push(reading.title);
  }
  const merged = mergeCodes(found);
  const isCode = (text: string): boolean => merged.some(({ entry }) => String(entry.code).toLowerCase() === text.toLowerCase());
  // A page for each code is called as its code is.
  const api = titles.find((each) => !isCode(each));
  const title = names.title ?? (api === undefined ? undefined : toApiName(api));
  const first = (documents.find(({ name }) => !withoutCodes.has(name)) ?? documents[0])?.name ?? '';
  const place = isCode(nameOfFile(first)) ? first.slice(0, Math.max(0, first.lastIndexOf('/'))) || first : first;
  const codes = count(merged.length, 'code');
  const parts = addUp(from);
  const summary = parts.length > 0 ? `${codes} from ${joinWords(parts)}` : codes;
  const id = names.id ?? (toCatalogueId(title ?? '') || nameOfFile(place));
  const detect = {
    ...(hosts.size > 0 ? { hosts: [...hosts] } : {}),
    ...(names.names && names.names.length > 0 ? { names: names.names } : {}),
    ...(names.keyPrefixes && names.keyPrefixes.length > 0 ? { keyPrefixes: names.keyPrefixes } : {}),
  };
  const used = new Set(merged.flatMap(({ entry }) => entry.groups ?? []));
  const usedGroups = Object.entries(groups).filter(([group]) => used.has(group));
  const file: CatalogueFile = {
    id,
    title: (title ?? id).slice(0, 200),
    ...withoutUndefined({ docs: names.docs }),
    ...(Object.keys(detect).length > 0 ? { detect } : {}),
    ...(usedGroups.length > 0 ? { groups: Object.fromEntries(usedGroups) } : {}),
    codes: merged.map(({ entry }) => entry),
  };
  return {
    file: merged.length > 0 ? file : undefined,
    locations: merged.map(({ location }) => location),
    notes,
    withoutCodes,
    summary,
    described: describeFound(merged.length, parts),
  };
}

/** A name for settings and directives out of a file's name: `docs/Error Codes.md` gives `error-codes`. */
function nameOfFile(name: string): string {
  const base = name
    .slice(name.lastIndexOf('/') + 1)
    .replace(/\.error-codes\.\w+$|\.\w+$/, '')
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9._-]+/g, '-')
    .replace(/^[^a-z0-9]+|[^a-z0-9]+$/g, '')
    .slice(0, 64);
  return base === '' ? 'catalogue' : base;
}

function locate(code: FoundCode, uri: string | undefined, documents: number): FoundCode {
  return documents > 1 && uri !== undefined ? { ...code, location: { ...code.location, uri } } : code;
}

/**
 * Merges the codes to one entry each, in the order of their first places. A code that was only read in an example counts where
 * it is found nowhere else. Statuses and groups of several places add up; so do causes, when they differ.
 */
export function mergeCodes(found: readonly FoundCode[]): readonly FoundCode[] {
  return [...groupBy(found, ({ entry }) => String(entry.code)).values()].map((all) => {
    const told = all.filter(({ entry }) => entry.source === undefined);
    return mergeEntries(told.length > 0 ? told : all);
  });
}

function mergeEntries(all: readonly FoundCode[]): FoundCode {
  const [first] = all;
  if (first === undefined) throw new Error('No entries to merge');
  if (all.length === 1) return first;
  const stated = all.filter(({ entry }) => entry.status !== undefined && !entry.inferred?.includes('status'));
  const statuses = distinct((stated.length > 0 ? stated : all).flatMap(({ entry }) => toStatuses(entry.status)));
  const causes = distinct(all.map(({ entry }) => entry.cause).filter((cause) => cause !== ''));
  const remedies = distinct(all.flatMap(({ entry }) => entry.remedy ?? []));
  const groups = distinct(all.flatMap(({ entry }) => entry.groups ?? []));
  const inferred = distinct(all.flatMap(({ entry }) => entry.inferred ?? [])).filter(
    (field) => field !== 'status' || stated.length === 0,
  );
  const {
    status: _status,
    cause: _cause,
    remedy: _remedy,
    groups: _groups,
    inferred: _inferred,
    ...rest
  } = Object.assign({}, ...all.map(({ entry }) => entry).reverse()) as CatalogueFileCode;
  const [status] = statuses;
  return {
    location: first.location,
    entry: {
      ...rest,
      ...(status === undefined ? {} : { status: statuses.length === 1 ? status : statuses }),
      cause: joinTexts(causes),
      ...(remedies.length > 0 ? { remedy: joinTexts(remedies) } : {}),
      ...(groups.length > 0 ? { groups } : {}),
      ...(inferred.length > 0 ? { inferred } : {}),
    },
  };
}

/** Texts one after the other, each once and with a sign between them; one that is a part of a different one is not repeated. */
function joinTexts(texts: readonly string[]): string {
  const plain = (text: string): string => text.toLowerCase().replace(/[\s.!;]+$/, '');
  const kept = texts
    .slice(0, mostTexts)
    .filter(
      (text, index) =>
        !texts.some(
          (other, at) => at !== index && plain(other).includes(plain(text)) && (plain(other) !== plain(text) || at < index),
        ),
    );
  return kept
    .slice(0, mostCauses)
    .reduce((joined, text) => (joined === '' ? text : `${joined}${/[.!?。！？;]$/.test(joined) ? '' : ';'} ${text}`), '')
    .slice(0, longestText);
}

function distinct<Value>(values: readonly Value[]): Value[] {
  return [...new Set(values)];
}

/** `2 tables`, `1 table`, `1 list` become `3 tables`, `1 list`. */
function addUp(phrases: readonly string[]): string[] {
  const counts = new Map<string, number>();
  const plain: string[] = [];
  for (const phrase of phrases) {
    const match = /^(\d+) ([a-z ]+?)s?$/.exec(phrase);
    if (match?.[1] === undefined || match[2] === undefined) plain.push(phrase);
    else counts.set(match[2], (counts.get(match[2]) ?? 0) + Number(match[1]));
  }
  return [...[...counts].map(([word, number]) => count(number, word)), ...plain];
}

function joinWords(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}
