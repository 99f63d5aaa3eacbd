import * as l10n from '@vscode/l10n';
import { createReadStream } from 'node:fs';
import { threadedReading } from '../files/fileReading.ts';
import { describeReadError } from '../files/readError.ts';
import { type ContentKind, kindOfContent, kindSample, sayUnreadableCompression } from '../logFiles/contentKind.ts';
import type { LogFile } from '../logFiles/logFile.ts';
import type { LogCompression } from '../logFiles/logFileNames.ts';
import { type ArchiveMember, readTar, readZip } from './archives.ts';
import { decompress, readLogContent } from './logContent.ts';

/** A log in a file: the file itself, or a file of an archive. */
export interface LogPart {
  readonly file: LogFile;
  /** Decompressed. To be taken before the next part. Never throws: what cannot be read is reported. */
  readonly content: AsyncIterable<Buffer>;
}

/** How a file is read. */
interface PartReading {
  /** Ends the reading. */
  readonly signal: AbortSignal;
  /** Names what cannot be read, with the reason as one sentence. */
  readonly skip: (path: string, reason: string) => void;
}

const inputSize = 64 * 1024;
const plainSize = 256 * 1024;

/**
 * The logs in a file, by its content: its name may be wrong. Never throws.
 * @param descriptor of the file, which is closed at the end
 */
export async function* readLogParts(
  file: LogFile,
  descriptor: number,
  { signal, skip }: PartReading,
): AsyncGenerator<LogPart, void> {
  const head = Buffer.alloc(kindSample);
  const kind = kindOfContent(head.subarray(0, await threadedReading.read(descriptor, head, 0)));
  if (kind && 'unreadable' in kind) {
    await threadedReading.close(descriptor);
    return skip(file.path, kind.unreadable);
  }
  const ofMember = (member: string, reason: string) => skip(member === '' ? file.path : pathOf(file, member), reason);
  const reading = { signal, skip };
  try {
    if (kind && 'archive' in kind && kind.archive === 'zip') {
      for await (const member of readZip(descriptor, ofMember)) yield toPart(file, member, reading);
      return;
    }
    const known: LogFile = { ...file, compression: kind && 'compression' in kind ? kind.compression : 'none' };
    const source = createReadStream('', { fd: descriptor, start: 0, highWaterMark: kind ? inputSize : plainSize });
    const problem = (reason: string): void => skip(file.path, reason);
    const { first, rest } = await takeHead(readLogContent(known, { signal, source, skip: problem }));
    const inner = kindOfContent(first);
    if (inner && 'archive' in inner && inner.archive === 'tar') {
      for await (const member of readTar(goOn(first, rest), ofMember)) yield toPart(file, member, reading);
    } else if (inner) {
      await rest.return?.();
      skip(file.path, describeInner(inner));
    } else yield { file: known, content: goOn(first, rest) };
  } catch (error) {
    if (!signal.aborted) skip(file.path, describeReadError(error));
  }
}

/** The content of a stream, decompressed as its beginning says. @throws a sentence when it cannot be read */
export async function* decompressStream(chunks: AsyncIterable<Buffer>, signal?: AbortSignal): AsyncGenerator<Buffer, void> {
  const outer = await takeText(chunks);
  if (outer.compression === undefined) return yield* outer.all;
  // Compressed content may be an archive: of a `.tar.gz` in an archive, or in standard input.
  const inner = await takeText(decompress(outer.all, outer.compression, signal));
  if (inner.compression !== undefined) throw new Error(describeInner({ compression: inner.compression }));
  yield* inner.all;
}

/** A content, and how it is compressed. @throws a sentence when it is neither text nor compressed text */
async function takeText(
  chunks: AsyncIterable<Buffer>,
): Promise<{ readonly all: AsyncGenerator<Buffer, void>; readonly compression: LogCompression | undefined }> {
  const { first, rest } = await takeHead(chunks);
  const kind = kindOfContent(first);
  if (kind && !('compression' in kind)) throw new Error(describeInner(kind));
  return { all: goOn(first, rest), compression: kind?.compression };
}

/** Why a content within a different one is not read. */
function describeInner(kind: ContentKind): string {
  if ('unreadable' in kind) return kind.unreadable;
  return 'archive' in kind ? l10n.t('It is an archive in a stream or in an archive: unpack it.') : sayUnreadableCompression();
}

/** The path of a file in an archive, as if the archive were a folder. */
function pathOf({ path }: LogFile, member: string): string {
  return `${path}/${member}`;
}

function toPart(file: LogFile, { name, content }: ArchiveMember, { signal, skip }: PartReading): LogPart {
  const path = pathOf(file, name);
  const read = async function* (): AsyncGenerator<Buffer, void> {
    try {
      yield* decompressStream(content(), signal);
    } catch (error) {
      if (!signal.aborted) skip(path, describeReadError(error));
    }
  };
  return { file: { ...file, path, member: name, compression: 'none' }, content: read() };
}

/** The first bytes, as many as tell the kind of a content, and the rest; a failure among them comes behind them. */
async function takeHead(
  chunks: AsyncIterable<Buffer>,
): Promise<{ readonly first: Buffer; readonly rest: AsyncIterator<Buffer, unknown> }> {
  const rest = chunks[Symbol.asyncIterator]();
  const taken: Buffer[] = [];
  const join = (): Buffer => (taken.length === 1 && taken[0] ? taken[0] : Buffer.concat(taken));
  try {
    for (let length = 0; length < kindSample; ) {
      const next = await rest.next();
      if (next.done === true) break;
      taken.push(next.value);
      length += next.value.length;
    }
  } catch (error) {
    if (taken.length === 0) throw error;
    return { first: join(), rest: { next: () => Promise.reject(error as Error) } };
  }
  return { first: join(), rest };
}

async function* goOn(first: Buffer, rest: AsyncIterator<Buffer, unknown>): AsyncGenerator<Buffer, void> {
  try {
    if (first.length > 0) yield first;
    for (let next = await rest.next(); next.done !== true; next = await rest.next()) yield next.value;
  } finally {
    await rest.return?.();
  }
}
