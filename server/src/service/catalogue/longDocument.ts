import * as l10n from '@vscode/l10n';
import { limits } from '../limits.ts';
import { atStart, type CatalogueReading, invalid, readCatalogueFile } from './readCatalogue.ts';
import { refuse } from './sources/createReading.ts';
import type { SourceDocument, SourceHost, SourceReading } from './sources/source.ts';
import { findSource } from './sources/sources.ts';

/** A document that takes long to read, as a thread gets it. */
export interface LongDocument<Kind extends keyof LongReadings = keyof LongReadings> extends SourceDocument {
  readonly kind: Kind;
}

/** The reading of a long document: of documentation with codes, or of a catalogue file. */
export interface LongReadings {
  readonly source: SourceReading;
  readonly catalogue: CatalogueReading;
}

/** Why a thread gave no reading: it took too long, is no longer wanted, or ended by itself (it is short of memory, for one). */
export type LongFailure = 'late' | 'cancelled' | 'ended';

/** Reads a document in a thread. */
export type ReadLong = <Kind extends keyof LongReadings>(
  document: LongDocument<Kind>,
  readRelated: SourceHost['readRelated'],
  signal?: AbortSignal,
) => Promise<LongReadings[Kind] | LongFailure>;

/** The host of a reader of documents. It may read long documents in threads. */
export interface LongDocumentHost extends SourceHost {
  /** Absent: documents are read where they are asked for. */
  readonly readLong?: ReadLong;
  /** Ends the reading in the thread. */
  readonly signal?: AbortSignal;
}

/** Whether a document is read in a thread, where there is one. */
export function isLong(text: string): boolean {
  return text.length > limits.documentHere;
}

/** Reads a document, in the thread. */
export async function readLongDocument(
  { kind, name, text }: LongDocument,
  host: SourceHost,
): Promise<LongReadings[keyof LongReadings]> {
  if (kind === 'catalogue') return readCatalogueFile(text);
  return (await findSource({ name, text })?.read({ name, text }, host)) ?? refuse('');
}

/** Reads a document that codes are documented in, in a thread when it is long. */
export async function readSourceDocument(
  source: { read(document: SourceDocument, host: SourceHost): Promise<SourceReading> },
  { name, text }: SourceDocument,
  host: LongDocumentHost,
): Promise<SourceReading> {
  if (!host.readLong || !isLong(text)) return source.read({ name, text }, host);
  const reading = await host.readLong({ kind: 'source', name, text }, host.readRelated, host.signal);
  return typeof reading === 'string' ? refuse(describeFailure(reading)) : reading;
}

/** Reads a catalogue file, in a thread when it is long. */
export async function readCatalogueDocument({ name, text }: SourceDocument, host: LongDocumentHost): Promise<CatalogueReading> {
  if (!host.readLong || !isLong(text)) return readCatalogueFile(text);
  const reading = await host.readLong({ kind: 'catalogue', name, text }, host.readRelated, host.signal);
  return typeof reading === 'string' ? invalid([atStart(describeFailure(reading))]) : reading;
}

function describeFailure(failure: LongFailure): string {
  switch (failure) {
    case 'late':
      return l10n.t('The document takes longer than {0} seconds to read and was not read.', limits.document / 1000);
    case 'cancelled':
      return l10n.t('The document was not read: reading was cancelled.');
    case 'ended':
      return l10n.t('The document was not read: reading it takes more memory than there is.');
  }
}
