import * as l10n from '@vscode/l10n';
import type { Readable } from 'node:stream';
import { extract } from 'tar-stream';
import { type Entry as ZipEntry, fromFd, getFileNameLowLevel, type ZipFile } from 'yauzl';
import { describeReadError } from '../files/readError.ts';
import { createMemberNames } from './memberNames.ts';

/** A file in an archive. */
export interface ArchiveMember {
  /** Its path in the archive, as {@link createMemberNames} gives it. */
  readonly name: string;
  /** Its content, decompressed by the archive's own means. To be taken before the next member, or not at all. */
  readonly content: () => AsyncIterable<Buffer>;
}

const mostMembers = 100_000;

/**
 * The files of a zip archive, in its order.
 * @param descriptor of the archive, which is closed at the end
 * @param skip gets the name of a member that cannot be read, with the reason
 * @throws when it is no zip archive
 */
export async function* readZip(
  descriptor: number,
  skip: (member: string, reason: string) => void,
): AsyncGenerator<ArchiveMember, void> {
  const zip = await openZip(descriptor);
  try {
    let count = 0;
    const nameOf = createMemberNames();
    for (let entry = await nextEntry(zip); entry !== undefined; entry = await nextEntry(zip)) {
      const given = getFileNameLowLevel(entry.generalPurposeBitFlag, entry.fileNameRaw, entry.extraFields, false);
      if (given.endsWith('/')) continue;
      if (++count > mostMembers) return skip('', l10n.t('It has more than {0} files: the rest is not read.', mostMembers));
      const name = nameOf(given);
      const stream = await openEntry(zip, entry).catch(describeReadError);
      if (typeof stream === 'string') skip(name, stream);
      else {
        yield { name, content: () => stream as AsyncIterable<Buffer> };
        stream.destroy();
      }
    }
  } finally {
    zip.close();
  }
}

/**
 * The files of a tar archive, in its order.
 * @param content of the archive, decompressed
 * @throws when it is no tar archive, or ends too early
 */
export async function* readTar(
  content: AsyncIterable<Buffer>,
  skip: (member: string, reason: string) => void,
): AsyncGenerator<ArchiveMember, void> {
  const tar = extract();
  const feeding = feed(content, tar);
  try {
    let count = 0;
    const nameOf = createMemberNames();
    for await (const entry of tar) {
      const { name, type } = entry.header;
      if (type !== 'file' && type !== 'contiguous-file') {
        entry.resume();
        continue;
      }
      if (++count > mostMembers) return skip('', l10n.t('It has more than {0} files: the rest is not read.', mostMembers));
      const pieces = (entry as AsyncIterable<Buffer>)[Symbol.asyncIterator]();
      yield { name: nameOf(name), content: () => goOn(pieces) };
      // The next member begins behind the rest of this one.
      for await (const _ of goOn(pieces)) if (tar.destroyed) break;
    }
    await feeding;
  } finally {
    tar.destroy();
  }
}

/** The rest of an iteration, which goes on when it is left. */
async function* goOn(pieces: AsyncIterator<Buffer>): AsyncGenerator<Buffer, void> {
  for (let next = await pieces.next(); !next.done; next = await pieces.next()) yield next.value;
}

/** Hands the content on, no faster than it is taken. */
async function feed(content: AsyncIterable<Buffer>, tar: ReturnType<typeof extract>): Promise<void> {
  try {
    for await (const piece of content) {
      if (tar.destroyed) return;
      if (!tar.write(piece)) await drained(tar);
    }
    (tar as NodeJS.WritableStream).end();
  } catch (error) {
    tar.destroy(error instanceof Error ? error : new Error(describeReadError(error)));
  }
}

function drained(tar: ReturnType<typeof extract>): Promise<void> {
  return new Promise((resolve) => {
    const settle = () => {
      tar.removeListener('drain', settle).removeListener('close', settle);
      resolve();
    };
    tar.on('drain', settle).on('close', settle);
  });
}

function openZip(descriptor: number): Promise<ZipFile> {
  return new Promise((resolve, reject) => {
    // Names are decoded here: with one that leads out of the archive, yauzl refuses all the others.
    fromFd(descriptor, { lazyEntries: true, autoClose: false, decodeStrings: false }, (error, zip) => {
      if (error) reject(error);
      else resolve(zip);
    });
  });
}

function nextEntry(zip: ZipFile): Promise<ZipEntry | undefined> {
  return new Promise((resolve, reject) => {
    const settle = (then: () => void) => {
      zip.removeAllListeners('entry').removeAllListeners('end').removeAllListeners('error');
      then();
    };
    zip.once('entry', (entry: ZipEntry) => settle(() => resolve(entry)));
    zip.once('end', () => settle(() => resolve(undefined)));
    zip.once('error', (error: Error) => settle(() => reject(error)));
    zip.readEntry();
  });
}

function openEntry(zip: ZipFile, entry: ZipEntry): Promise<Readable> {
  return new Promise((resolve, reject) => {
    if ((entry.generalPurposeBitFlag & 1) !== 0) return reject(new Error(l10n.t('It is encrypted.')));
    zip.openReadStream(entry, (error, stream) => {
      if (error) reject(error);
      else resolve(stream);
    });
  });
}
