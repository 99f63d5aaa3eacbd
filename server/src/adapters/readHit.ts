import { pathToFileURL } from 'node:url';
import { cutRecordText, type FoundRecord } from '../service/logs/foundRecord.ts';
import type { LogRecogniser } from '../service/logs/logRecogniser.ts';
import { readRecordAt } from '../service/logs/readRecords.ts';
import type { Hit, RecordWindow } from './recordWindow.ts';
import { countEncodedBytes, decodeText, findLineFeed } from './textEncoding.ts';

/**
 * Reads the record around a hit, and the byte that it reaches to; undefined when the hit stands in none.
 * @param file the file's name for people
 */
export type HitReader = (
  hit: Hit,
  window: RecordWindow,
  file: string,
) => { readonly found: FoundRecord; readonly end: number } | undefined;

/** @param now milliseconds since 1970: a file is no younger, whatever its time says */
export function createHitReader(recogniser: LogRecogniser, now: number): HitReader {
  return (hit, window, file) => {
    const { bytes, encoding, excerpt, modified } = window;
    const at = hit.offset - window.start;
    const before = decodeText(bytes.subarray(skipPartialLine(window, at), at), encoding);
    const text = before + decodeText(bytes.subarray(at), encoding);
    const record = readRecordAt(text, before.length, recogniser, { near: Math.min(modified, now) });
    if (record === undefined) return undefined;
    const { start, end } = record.span;
    const recordText = cutRecordText(text.slice(start, end), before.length - start);
    const uri = pathToFileURL(hit.path).href;
    return {
      found: { source: 'file', uri, file, line: hit.line, offset: hit.offset, record, text: recordText, excerpt },
      end: hit.offset + countEncodedBytes(bytes.subarray(at), end - before.length, encoding),
    };
  };
}

/** A window that begins in the middle of a file begins in the middle of a line, too, and perhaps of a character. */
function skipPartialLine({ bytes, start: base, encoding }: RecordWindow, at: number): number {
  if (base === 0) return 0;
  const lineFeed = findLineFeed(bytes, 0, encoding, base);
  if (lineFeed >= 0 && lineFeed < at) return lineFeed + (encoding === 'utf-16le' ? 2 : 1);
  // One line longer than the window: what stands nearest before the id.
  let start = Math.max(0, at - 2_048);
  while (encoding === 'utf-8' && start < at && ((bytes[start] ?? 0) & 0xc0) === 0x80) start++;
  return start;
}
