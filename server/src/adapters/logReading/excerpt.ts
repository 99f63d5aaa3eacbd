import { open, stat } from 'node:fs/promises';
import type { Excerpt } from '../../service/requests/logSearch.ts';
import { readLogContent } from './logContent.ts';
import type { LogCompression } from '../logFiles/logFileNames.ts';
import { readKind } from './readLogText.ts';
import { findStretch } from '../logFiles/mixedText.ts';
import { decodeText, detectEncoding, encodingSample, findLineFeed, type TextEncoding } from '../logFiles/textEncoding.ts';

const around = 128 * 1024;

/**
 * Reads up to 128 KB to each side of a place in a plain or compressed file.
 * @param offset bytes from the start of the uncompressed content
 * @param line the line of that place, from 1
 */
export async function readExcerpt(path: string, offset: number, line: number, signal: AbortSignal): Promise<Excerpt> {
  if (!(await stat(path)).isFile()) throw new Error('It is no file.');
  const kind = await readKind({ path, opens: path });
  const compression = kind && 'compression' in kind ? kind.compression : undefined;
  const read = (from: number, to: number) =>
    compression === undefined ? readPlain(path, from, to) : readCompressed(path, compression, from, to, signal);
  const start = Math.max(0, offset - around) & ~1;
  const nearby = await read(start, offset + around);
  const encoding = encodingAt(nearby, offset - start, detectEncoding(await read(0, encodingSample)));
  const stretch = findStretch(nearby, offset - start, encoding);
  const bytes = nearby.subarray(stretch.from, stretch.to);
  const place = offset - start - stretch.from;
  const isWhole = start === 0 || stretch.from > 1;
  const lineFeed = isWhole ? -1 : findLineFeed(bytes, 0, encoding, place);
  // From the beginning of a line, and of a character.
  const from = lineFeed < 0 ? 0 : lineFeed + (encoding === 'utf-16le' ? 2 : 1);
  const at = Math.max(from, place);
  const before = decodeText(bytes.subarray(from, at), encoding);
  const text = before + decodeText(bytes.subarray(at), encoding);
  return { text: text.replace(/^\uFEFF/, ''), firstLine: Math.max(1, line - (before.split('\n').length - 1)) };
}

/** The encoding of the id at a place, in a text that begins in a given encoding. An id is mostly ASCII. */
function encodingAt(bytes: Buffer, at: number, first: TextEncoding): TextEncoding {
  const isWide = bytes[at] === 0 || bytes[at + 1] === 0;
  if (first === 'utf-8') return isWide ? 'utf-16le' : first;
  return isWide ? first : 'utf-8';
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

/** The text before damaged data is enough. */
async function readCompressed(
  path: string,
  compression: LogCompression,
  start: number,
  end: number,
  signal: AbortSignal,
): Promise<Buffer> {
  const parts: Buffer[] = [];
  let position = 0;
  let problem: string | undefined;
  const skip = (reason: string): void => void (problem = reason);
  for await (const chunk of readLogContent({ path, opens: path, compression }, { signal, skip })) {
    const part = chunk.subarray(Math.max(0, start - position), Math.max(0, end - position));
    if (part.length > 0) parts.push(Buffer.from(part));
    position += chunk.length;
    if (position >= end) break;
  }
  if (parts.length === 0 && problem !== undefined) throw new Error(problem);
  return Buffer.concat(parts);
}
