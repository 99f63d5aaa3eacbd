import { addressOf } from '../files/fileAddress.ts';
import { cutRecordText, detach, type FoundRecord } from '../../service/requests/foundRecord.ts';
import type { ZoneOf } from '../../service/logs/times/assumedZones.ts';
import type { LogRecogniser } from '../../service/logs/logRecogniser.ts';
import type { LogRecord } from '../../service/logs/logRecord.ts';
import { beginsList } from '../../service/logs/reading/readBlock.ts';
import { readRecordAt } from '../../service/logs/reading/readRecordAt.ts';
import { createLineHeadReader, type LineHeadReader } from '../byteScan/lineHead.ts';
import { compressionOf } from '../logFiles/logFileNames.ts';
import type { Hit, RecordWindow } from '../byteScan/recordWindow.ts';
import { findStretch } from '../logFiles/mixedText.ts';
import { countEncodedBytes, decodeText, findLineFeed } from '../logFiles/textEncoding.ts';

/**
 * Reads the record around a hit, and the byte of its end; undefined when the hit is in no record.
 * @param file the file's name for people
 * @param isOneOfMany less of its surroundings is looked at, where that suffices
 */
export type HitReader = (
  hit: Hit,
  window: RecordWindow,
  file: string,
  isOneOfMany?: boolean,
) => { readonly found: FoundRecord; readonly end: number } | undefined;

const nearby = 4_096;

/**
 * @param now milliseconds since 1970: a later time of a file is not believed
 * @param zoneOf the zone of a log's times that have none
 */
export function createHitReader(recogniser: LogRecogniser, now: number, zoneOf?: ZoneOf): HitReader {
  const readLineHead = createLineHeadReader();
  const readNear: HitReader = (hit, window, file) => {
    const narrow = narrowWindow(hit, window);
    const read = narrow && readWhole(hit, narrow, file);
    const isSure = read?.found.record.time !== undefined && read.isInside;
    return isSure ? read : readWhole(hit, window, file);
  };
  const readWhole = (hit: Hit, window: RecordWindow, file: string) => {
    const { encoding, excerpt, modified } = window;
    const stretch = findStretch(window.bytes, hit.offset - window.start, encoding);
    const bytes = window.bytes.subarray(stretch.from, stretch.to);
    const base = window.start + stretch.from;
    const at = hit.offset - base;
    // A stretch that begins within the window begins a line.
    const { skipped, inLine } =
      stretch.from > 1 ? { skipped: 0, inLine: false } : skipPartialLine({ ...window, bytes, start: base }, at);
    const before = decodeText(bytes.subarray(skipped, at), encoding);
    const after = decodeText(bytes.subarray(at), encoding);
    const read = (beginning: string) => {
      const text = beginning + before + after;
      const idAt = text.length - after.length;
      const record = readRecordAt(text, idAt, recogniser, { near: Math.min(modified, now), zone: zoneOf?.(hit.path) });
      return record && { record, text, idAt };
    };
    let reading = read('');
    if (inLine && reading?.record.time === undefined) {
      const beginning = readBeginning(hit, window, readLineHead);
      const whole = beginning === undefined ? undefined : read(beginning);
      if (whole && saysMore(whole.record, reading?.record)) reading = whole;
    }
    if (reading === undefined) return undefined;
    const { record, text, idAt } = reading;
    const { start, end } = record.span;
    const recordText = cutRecordText(text.slice(start, end), idAt - start).replace(/^\uFEFF/, '');
    const uri = hit.isStream ? {} : { uri: addressOf(hit.path) };
    return {
      found: {
        source: 'file',
        ...uri,
        file,
        line: hit.line,
        offset: hit.offset,
        ...detach({ record, text: recordText }),
        excerpt,
      },
      end: hit.offset + countEncodedBytes(bytes.subarray(at), end - idAt, encoding),
      isInside: start > 0 && end < text.length,
    };
  };
  return (hit, window, file, isOneOfMany = false) => (isOneOfMany ? readNear(hit, window, file) : readWhole(hit, window, file));
}

/** A few kilobytes around a hit; undefined where the window has no more. */
function narrowWindow({ offset }: Hit, window: RecordWindow): RecordWindow | undefined {
  const at = offset - window.start;
  const from = Math.max(0, at - nearby) & ~1;
  if (from === 0 && at + nearby >= window.bytes.length) return undefined;
  const { lineHead: _lineHead, ...facts } = window;
  return { ...(from === 0 ? window : facts), bytes: window.bytes.subarray(from, at + nearby), start: window.start + from };
}

/** The beginning of a line that began before the window; undefined when it is out of reach, or of a different record. */
function readBeginning({ path, isStream }: Hit, window: RecordWindow, readLineHead: LineHeadReader): string | undefined {
  const head = window.lineHead ?? (compressionOf(path) === undefined && !isStream ? readLineHead(path, window) : undefined);
  const text = head === undefined ? '' : decodeText(head, window.encoding).replace(/\uFFFD$/, '');
  return text === '' || beginsList(text) ? undefined : `${text} … `;
}

function saysMore(whole: LogRecord, part: LogRecord | undefined): boolean {
  return whole.time !== undefined || (whole.level !== undefined && part?.level === undefined);
}

/** A window that begins in the middle of a file begins in the middle of a line, too, and perhaps of a character. */
function skipPartialLine(
  { bytes, start: base, encoding }: RecordWindow,
  at: number,
): { readonly skipped: number; readonly inLine: boolean } {
  if (base === 0) return { skipped: 0, inLine: false };
  // Behind text in UTF-8 that of UTF-16 may begin at any byte.
  const lineFeed = findLineFeed(bytes, 0, encoding, at);
  if (lineFeed >= 0 && lineFeed < at) return { skipped: lineFeed + (encoding === 'utf-16le' ? 2 : 1), inLine: false };
  // One line longer than the window: the part nearest before the id.
  let start = Math.max(0, at - 2_048);
  while (encoding === 'utf-8' && start < at && ((bytes[start] ?? 0) & 0xc0) === 0x80) start++;
  return { skipped: start, inLine: true };
}
