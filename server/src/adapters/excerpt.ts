import { createReadStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import type { Excerpt } from '../service/logs/logSearch.ts';
import { createDecompressor, readUpToDamage } from './compressedLogSearch.ts';
import { compressionOf } from './logFileNames.ts';
import { decodeText, detectEncoding, encodingSample, findLineFeed } from './textEncoding.ts';

const around = 128 * 1024;

/**
 * Reads up to 128 KB to each side of a place in a plain or compressed file.
 * @param offset bytes from the start of the uncompressed content
 * @param line the line of that place, from 1
 */
export async function readExcerpt(path: string, offset: number, line: number, signal: AbortSignal): Promise<Excerpt> {
  if (!(await stat(path)).isFile()) throw new Error('It is no file.');
  const read = (from: number, to: number) =>
    compressionOf(path) === undefined ? readPlain(path, from, to) : readCompressed(path, from, to, signal);
  const encoding = detectEncoding(await read(0, encodingSample));
  const start = Math.max(0, offset - around) & ~1;
  const bytes = await read(start, offset + around);
  const width = encoding === 'utf-8' ? 1 : 2;
  const lineFeed = start === 0 ? -1 : findLineFeed(bytes, 0, encoding, start);
  // From the beginning of a line, and of a character.
  const from = start === 0 || lineFeed < 0 ? 0 : lineFeed + (encoding === 'utf-16le' ? 2 : 1);
  const at = Math.max(from, offset - start - (offset % width));
  const before = decodeText(bytes.subarray(from, at), encoding);
  const text = before + decodeText(bytes.subarray(at), encoding);
  return { text: text.replace(/^\uFEFF/, ''), firstLine: Math.max(1, line - (before.split('\n').length - 1)) };
}

async function readPlain(path: string, start: number, end: number): Promise<Buffer> {
  const file = await open(path, 'r');
  try {
    const { size } = await file.stat();
    const bytes = Buffer.alloc(Math.max(0, Math.min(size, end) - start));
    const { bytesRead } = await file.read(bytes, 0, bytes.length, start);
    return bytes.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

/** What stands before damaged data is enough. */
async function readCompressed(path: string, start: number, end: number, signal: AbortSignal): Promise<Buffer> {
  const parts: Buffer[] = [];
  let position = 0;
  const collect = async (chunks: AsyncIterable<Buffer>) => {
    for await (const chunk of chunks) {
      const part = chunk.subarray(Math.max(0, start - position), Math.max(0, end - position));
      if (part.length > 0) parts.push(Buffer.from(part));
      position += chunk.length;
      if (position >= end) return;
    }
  };
  const decompressor = createDecompressor(compressionOf(path) ?? 'gzip');
  if (!decompressor) return Buffer.alloc(0);
  try {
    await pipeline(createReadStream(path), decompressor, collect, { signal });
  } catch (error) {
    if (signal.aborted) throw error;
    await collect(readUpToDamage({ path, opens: path }, decompressor.bytesWritten, position));
    if (parts.length === 0) throw error;
  }
  return Buffer.concat(parts);
}
