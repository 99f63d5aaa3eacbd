import { kindOfContent, kindSample } from '../logFiles/contentKind.ts';
import type { LogName } from '../logFiles/listLogFiles.ts';
import { isPacked } from '../logFiles/logFileNames.ts';
import { holdsNeedle } from './logTextScan.ts';
import { type PlainSearch, readSmallLog } from './plainLogSearch.ts';

/** The result of a look through many files. */
export interface SievedLogs {
  /** The files that must be searched: those that may contain an id, are large, or are not plain. */
  readonly left: readonly LogName[];
  /** The small files without an id. */
  readonly searched: { readonly files: number; readonly bytes: number };
}

/**
 * Looks through thousands of files for small ones without an id: it asks the system for their content, and for no other
 * facts. It counts only when the folders have not changed meanwhile: a log that was rotated may have been read under neither
 * of its names.
 */
export async function sieveSmallLogs(names: readonly LogName[], search: PlainSearch): Promise<SievedLogs> {
  const { finders, memory, pause, sink } = search;
  const left: LogName[] = [];
  let files = 0;
  let bytes = 0;
  for (const name of names) {
    if (sink.isDone()) break;
    const length = name.walked && !isPacked(name.path) ? readLength(name, search) : undefined;
    if (length === undefined || isOtherKind(length, search) || holdsNeedle(memory, length, finders)) left.push(name);
    else {
      files++;
      bytes += length;
    }
    const waited = pause();
    if (waited) await waited;
  }
  return { left, searched: { files, bytes } };
}

function isOtherKind(length: number, { memory }: PlainSearch): boolean {
  return kindOfContent(memory.bytes.subarray(0, Math.min(length, kindSample))) !== undefined;
}

/** Reads it into the memory; undefined when it is not small or cannot be read, which the search itself reports. */
function readLength({ opens }: LogName, { memory }: PlainSearch): number | undefined {
  try {
    return readSmallLog(opens, memory.bytes, () => undefined)?.length;
  } catch {
    // It is left to the search itself, which reports files that it cannot read.
    return undefined;
  }
}
