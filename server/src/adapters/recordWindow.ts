import { type FileHandle, open } from 'node:fs/promises';

/** A place where the id stands in a file, with the text around it. */
export interface Hit {
  readonly path: string;
  /** Line of the id, from 1. */
  readonly line: number;
  /** Bytes from the start of the (uncompressed) content to the id. */
  readonly offset: number;
}

/** A stretch of a file around a hit. */
export interface RecordWindow {
  readonly bytes: Buffer;
  /** Bytes before the stretch. */
  readonly start: number;
  /** The stretch ends with the file. */
  readonly reachesEnd: boolean;
  /** Larger than the editor opens, or compressed. */
  readonly excerpt: boolean;
}

/** VS Code hands no larger document to extensions. */
export const largestEditorFile = 50 * 1024 * 1024;

const around = 64 * 1024;
const largestUtf16 = 20 * 1024 * 1024;

/** A window, and the hit's place as it really is: ripgrep counts bytes after its own decoding. */
export type RecordWindowResult = (RecordWindow & { readonly offset: number }) | { readonly reason: string };

/** Reads the text around a hit from disk, at most 64 KB to each side. The reason says why a file could not be read. */
export async function readRecordWindow(hit: Hit, requestId: string): Promise<RecordWindowResult> {
  let file: FileHandle | undefined;
  try {
    file = await open(hit.path, 'r');
    const { size } = await file.stat();
    const excerpt = size > largestEditorFile;
    const utf16 = await readUtf16(file, size);
    if (utf16 !== undefined) return findInUtf16(utf16, hit, requestId);
    const start = Math.max(0, hit.offset - around);
    const bytes = Buffer.allocUnsafe(Math.min(size, hit.offset + around) - start);
    const { bytesRead } = await file.read(bytes, 0, bytes.length, start);
    const read = bytes.subarray(0, bytesRead);
    // A byte order mark, which ripgrep does not count, or a file that was written to meanwhile.
    const at = read.indexOf(requestId, Math.max(0, hit.offset - start - 8));
    if (at < 0) return { reason: 'The file changed while it was read.' };
    return { bytes: read, start, reachesEnd: start + bytesRead >= size, excerpt, offset: start + at };
  } catch (error) {
    return { reason: describeReadError(error) };
  } finally {
    await file?.close();
  }
}

/** A failure to read a file, as one sentence. */
export function describeReadError(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const known: Readonly<Record<string, string>> = {
    EACCES: 'Permission denied.',
    EPERM: 'Permission denied.',
    ENOENT: 'The file does not exist.',
    EISDIR: 'It is a folder.',
    EMFILE: 'Too many files are open.',
    Z_DATA_ERROR: 'The compressed data is damaged.',
    Z_BUF_ERROR: 'The compressed data ends too early.',
  };
  return known[code] ?? (error instanceof Error ? error.message : String(error));
}

/** The whole text of a UTF-16 file as UTF-8; undefined when it is none. */
async function readUtf16(file: FileHandle, size: number): Promise<Buffer | undefined> {
  const mark = Buffer.alloc(2);
  await file.read(mark, 0, 2, 0);
  const encoding = mark.equals(Buffer.from([0xff, 0xfe]))
    ? 'utf-16le'
    : mark.equals(Buffer.from([0xfe, 0xff]))
      ? 'utf-16be'
      : undefined;
  if (encoding === undefined) return undefined;
  if (size > largestUtf16) throw new Error('It is UTF-16 text of more than 20 MB.');
  const bytes = Buffer.alloc(size);
  await file.read(bytes, 0, size, 0);
  return Buffer.from(new TextDecoder(encoding).decode(bytes), 'utf8');
}

function findInUtf16(text: Buffer, hit: Hit, requestId: string): RecordWindowResult {
  const at = text.indexOf(requestId, Math.max(0, hit.offset - 8));
  if (at < 0) return { reason: 'The file changed while it was read.' };
  const start = Math.max(0, at - around);
  const end = Math.min(text.length, at + around);
  return { bytes: text.subarray(start, end), start, reachesEnd: end === text.length, excerpt: false, offset: at };
}
