import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import type { Excerpt } from '../service/logs/logSearch.ts';
import { isCompressedLog } from './logFileNames.ts';

const around = 128 * 1024;

/**
 * Reads up to 128 KB to each side of a place in a plain or compressed file.
 * @param offset bytes from the start of the uncompressed content
 * @param line the line of that place, from 1
 */
export async function readExcerpt(path: string, offset: number, line: number, signal: AbortSignal): Promise<Excerpt> {
  const start = Math.max(0, offset - around);
  const bytes = isCompressedLog(path)
    ? await readCompressed(path, start, offset + around, signal)
    : await readPlain(path, start, offset + around);
  const from = start === 0 ? 0 : bytes.indexOf(10) + 1;
  const before = bytes.toString('utf8', from, Math.max(from, offset - start));
  const text = before + bytes.toString('utf8', Math.max(from, offset - start));
  return { text, firstLine: Math.max(1, line - (before.split('\n').length - 1)) };
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

/** What was read before damaged data is enough. */
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
  try {
    await pipeline(createReadStream(path), createGunzip({ chunkSize: 512 * 1024 }), collect, { signal });
  } catch (error) {
    if (parts.length === 0) throw error;
  }
  return Buffer.concat(parts);
}
