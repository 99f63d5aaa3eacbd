import type { SearchMemory } from './byteSearch.ts';
import { type LogListing, type LogName, modifiedAt } from './listLogFiles.ts';
import { compressionOf } from './logFileNames.ts';
import { holdsNeedle, type NeedleFinders } from './logTextScan.ts';
import { type PlainSearch, readSmallLog } from './plainLogSearch.ts';
import type { SieveHelper } from './sieveHelper.ts';

/** What a look through many files came to. */
export interface SievedLogs {
  /** What must be searched: whatever may hold an id, is large, or is not plain. */
  readonly left: readonly LogName[];
  /** The small files that hold none. */
  readonly searched: { readonly files: number; readonly bytes: number };
}

// What a helper gets at a time: enough to be worth a message, and little for one to wait for at the end.
const batch = 500;

/**
 * Looks through thousands of files for small ones that hold no id: nothing is asked of the system about them but what is in them.
 * All are left when the folders changed meanwhile: a log that was rotated may have been read under neither of its names.
 * @param helper takes from the end of the list what it can
 */
export async function sieveSmallLogs(
  { names, folders }: LogListing,
  search: PlainSearch,
  helper?: SieveHelper,
): Promise<SievedLogs> {
  const { finders, memory, pause, sink } = search;
  const isPlain = ({ path, walked }: LogName) => walked && compressionOf(path) === undefined;
  const left = names.filter((name) => !isPlain(name));
  const plain = names.filter(isPlain);
  let [files, bytes] = [0, 0];
  const take = (name: LogName, length: number | undefined) => {
    if (length === undefined) left.push(name);
    else {
      files++;
      bytes += length;
    }
  };
  let [next, end] = [0, plain.length];
  const help = async () => {
    while (helper && end - next > 2 * batch && !sink.isDone()) {
      end -= batch;
      const share = plain.slice(end, end + batch);
      const lengths = await helper.sieve(share.map(({ opens }) => opens));
      if (!lengths) return void left.push(...share);
      for (const [index, name] of share.entries()) take(name, lengths[index]);
    }
  };
  const helping = help();
  for (; next < end && !sink.isDone(); next++) {
    const name = plain[next];
    if (name) take(name, sieveLog(name.opens, finders, memory));
    const waited = pause();
    if (waited) await waited;
  }
  await helping;
  const isChanged = folders.some(({ folder, modified }) => modifiedAt(folder) !== modified);
  return isChanged ? { left: names, searched: { files: 0, bytes: 0 } } : { left, searched: { files, bytes } };
}

/** The bytes of a small file that holds no id; undefined when it must be searched, if only to say why it cannot be read. */
export function sieveLog(path: LogName['opens'], finders: NeedleFinders, memory: SearchMemory): number | undefined {
  try {
    const small = readSmallLog(path, memory.bytes, () => undefined);
    return small && !holdsNeedle(memory, small.length, finders) ? small.length : undefined;
  } catch {
    return undefined;
  }
}
