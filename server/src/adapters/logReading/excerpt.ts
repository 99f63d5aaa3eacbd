import * as l10n from '@vscode/l10n';
import { open, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Excerpt } from '../../service/requests/logSearch.ts';
import { kindOf } from '../files/fileKind.ts';
import { kindOfContent, kindSample } from '../logFiles/contentKind.ts';
import { createPackedReader } from './packedReader.ts';
import { findStretch } from '../logFiles/mixedText.ts';
import { decodeText, detectEncoding, encodingSample, findLineFeed, type TextEncoding } from '../logFiles/textEncoding.ts';

const around = 128 * 1024;

/** Reads what is around places in one log. */
export interface ExcerptReader {
  /**
   * Reads up to 128 KB to each side of a place. Places in their order cost one pass over a compressed log.
   * @param offset bytes from the start of the uncompressed content
   * @param line the line of that place, from 1
   */
  readonly read: (offset: number, line: number) => Promise<Excerpt>;
  /** To be called at the end. Never throws. */
  readonly close: () => Promise<void>;
}

/**
 * Opens a plain or compressed file, or a file of an archive, to read what is around places in it.
 * @param file its path; that of a file in an archive goes on after the archive's, as if that were a folder
 */
export async function openExcerpts(file: string, signal: AbortSignal): Promise<ExcerptReader> {
  const archive = findArchive(file);
  const opens = archive ?? file;
  if (!(await stat(opens)).isFile()) throw new Error(l10n.t('It is no file.'));
  const isPlain = archive === undefined && kindOfContent(await readPlain(file, 0, kindSample)) === undefined;
  const packed = isPlain ? undefined : createPackedReader(file, opens, signal);
  const read = packed?.read ?? ((from: number, to: number) => readPlain(file, from, to));
  const firstEncoding = detectEncoding(await read(0, encodingSample));
  return {
    read: async (offset, line) => {
      const start = Math.max(0, offset - around) & ~1;
      return cutExcerpt(await read(start, offset + around), start, offset, line, firstEncoding);
    },
    close: async () => packed?.close(),
  };
}

/** Reads what is around one place; see {@link ExcerptReader}. */
export async function readExcerpt(file: string, offset: number, line: number, signal: AbortSignal): Promise<Excerpt> {
  const reader = await openExcerpts(file, signal);
  try {
    return await reader.read(offset, line);
  } finally {
    await reader.close();
  }
}

function cutExcerpt(nearby: Buffer, start: number, offset: number, line: number, firstEncoding: TextEncoding): Excerpt {
  const encoding = encodingAt(nearby, offset - start, firstEncoding);
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

/** The file among the folders of a path: an archive. Undefined where all of them are folders. */
function findArchive(file: string): string | undefined {
  for (let at = path.dirname(file); path.dirname(at) !== at; at = path.dirname(at)) {
    const kind = kindOf(at);
    if (kind !== undefined) return kind === 'file' ? at : undefined;
  }
  return undefined;
}
