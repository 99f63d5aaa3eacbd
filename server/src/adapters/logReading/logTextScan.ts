import { spellingsOf } from '../../shared/requestIds/requestIdSpellings.ts';
import type { SearchMemory } from '../byteScan/byteSearch.ts';
import { compressionIn, contentKeyOf, type LogFile } from '../logFiles/logFile.ts';
import { createNeedleFinder, type NeedleFinder } from '../byteScan/needleFinder.ts';
import { createNeedleScan, type NeedleScan } from '../byteScan/needleScan.ts';
import { largestEditorFile } from '../byteScan/recordWindow.ts';
import type { SearchSink } from './searchSink.ts';
import { detectEncoding, encodeText, encodingSample, type TextEncoding } from '../logFiles/textEncoding.ts';

/** The search for the ids of a look-up, as one encoding writes them. */
export interface NeedleFinders {
  /** @param isMixed also finds text appended in a different encoding: PowerShell 5 appends UTF-16 to any file */
  readonly of: (encoding: TextEncoding, isMixed: boolean) => NeedleFinder;
  /** Which id a needle is of, and how it is written, in a text that begins in an encoding. */
  readonly read: (needle: number, encoding: TextEncoding) => { readonly id: number; readonly encoding: TextEncoding };
}

const appended: Readonly<Record<TextEncoding, TextEncoding>> = {
  'utf-8': 'utf-16le',
  'utf-16le': 'utf-8',
  'utf-16be': 'utf-8',
};

/** Builds the needles of an encoding when the first file has it. */
export function createNeedleFinders(ids: readonly string[]): NeedleFinders {
  const finders = new Map<string, NeedleFinder>();
  const spelled = ids.flatMap((id, index) => spellingsOf(id).map((spelling) => ({ ...spelling, id: index })));
  return {
    of: (first, isMixed) => {
      const encodings = isMixed ? [first, appended[first]] : [first];
      const key = encodings.join();
      const known = finders.get(key);
      if (known) return known;
      const finder = createNeedleFinder(
        encodings.flatMap((encoding) => spelled.map(({ text, anyCase }) => ({ bytes: encodeText(text, encoding), anyCase }))),
      );
      finders.set(key, finder);
      return finder;
    },
    read: (needle, first) => ({
      id: spelled[needle % spelled.length]?.id ?? 0,
      encoding: needle < spelled.length ? first : appended[first],
    }),
  };
}

/** Whether one of the ids is in a content at the beginning of the memory. @param length bytes of the content */
export function holdsNeedle(memory: SearchMemory, length: number, finders: NeedleFinders): boolean {
  const encoding = detectEncoding(memory.bytes.subarray(0, length));
  const finder = finders.of(encoding, encoding !== 'utf-8');
  if (finder.find(memory, 0, length) >= 0) return true;
  return finder.passedZeros(memory, 0, length) && finders.of(encoding, true).find(memory, 0, length) >= 0;
}

/**
 * Scans a file's content, uncompressed, as it comes, and gives the hits to the sink. The beginning of the content decides the
 * encoding.
 */
export function createLogTextScan(file: LogFile, finders: NeedleFinders, memory: SearchMemory, sink: SearchSink): NeedleScan {
  const excerpt = compressionIn(file) !== undefined || file.member !== undefined || file.size > largestEditorFile;
  const key = contentKeyOf(file);
  const isOnlyId = sink.ids.length === 1;
  const facts = { ...(file.mayCopy && { mayCopy: file.mayCopy }), ...(file.isStream && { isStream: true }) };
  const begin = (head: Buffer): NeedleScan => {
    const encoding = detectEncoding(head);
    return createNeedleScan({
      finder: finders.of(encoding, encoding !== 'utf-8'),
      ...(encoding === 'utf-8' ? { mixed: () => finders.of(encoding, true) } : {}),
      encoding,
      memory,
      onHit: ({ needle, line, offset, ...text }) => {
        const { id, encoding: own } = finders.read(needle, encoding);
        sink.addHit(
          { path: file.path, key, id, line, offset, ...facts },
          { ...text, encoding: own, excerpt, modified: file.modified },
        );
        if (sink.isDone()) return undefined;
        // The rest of the record gives nothing new, unless other ids are looked for.
        return isOnlyId ? sink.keptUntil(key, id) : offset + 1;
      },
    });
  };
  let scan: NeedleScan | undefined;
  let waiting = 0;
  const start = () => {
    scan = begin(memory.bytes.subarray(0, waiting));
    return scan.take(waiting);
  };
  return {
    room: () => scan?.room() ?? memory.bytes.subarray(waiting),
    take: (length) => {
      sink.addBytes(length);
      if (scan) return scan.take(length);
      waiting += length;
      return waiting >= encodingSample && start();
    },
    finish: () => {
      if (sink.isDone()) return false;
      // A few bytes hold few places.
      for (let isMore = !scan && waiting > 0 && start(); isMore; isMore = scan?.goOn() ?? false);
      return scan?.finish() ?? false;
    },
    goOn: () => !sink.isDone() && (scan?.goOn() ?? false),
  };
}

/**
 * Has a scan hand out all of its hits so far, with pauses.
 * @param isMore the scan's last answer
 */
export async function handOutAll(scan: NeedleScan, isMore: boolean, pause: () => Promise<void> | undefined): Promise<void> {
  for (let goesOn = isMore; goesOn; goesOn = scan.goOn()) await pause();
}

/** Copies bytes into the memory of a scan. */
export async function copyInto(scan: NeedleScan, chunk: Buffer, pause: () => Promise<void> | undefined): Promise<void> {
  for (let at = 0; at < chunk.length; ) {
    const copied = chunk.copy(scan.room(), 0, at);
    at += copied;
    await handOutAll(scan, scan.take(copied), pause);
  }
}
