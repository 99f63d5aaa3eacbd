import * as l10n from '@vscode/l10n';
import path from 'node:path';
import { threadedReading } from '../files/fileReading.ts';
import { describeLogFile } from '../logFiles/logFile.ts';
import { readLogParts } from './logParts.ts';

/** Reads stretches of the content of a compressed file, or of a file of an archive. */
export interface PackedReader {
  /**
   * The bytes of a stretch, as far as the content goes; the content before damaged data is enough. A stretch that begins before
   * the last one costs another pass.
   * @throws a sentence when nothing can be read
   */
  readonly read: (start: number, end: number) => Promise<Buffer>;
  readonly close: () => Promise<void>;
}

/** Where a pass over the content is. */
interface Pass {
  readonly chunks: AsyncIterator<Buffer, unknown>;
  readonly end: () => Promise<unknown>;
  /** The bytes from {@link from} on: before it nothing is needed any more. */
  kept: Buffer[];
  from: number;
  to: number;
  isAtEnd: boolean;
}

/** @param opens the file on the disk: the archive of a file of an archive */
export function createPackedReader(wanted: string, opens: string, signal: AbortSignal): PackedReader {
  let pass: Pass | undefined;
  let problem: string | undefined;
  const begin = async (): Promise<Pass> => {
    const skip = (_: string, reason: string): void => void (problem = reason);
    const descriptor = await threadedReading.open(opens);
    const file = describeLogFile(opens, opens, await threadedReading.stat(descriptor));
    const parts = readLogParts(file, descriptor, { signal, skip });
    for (let next = await parts.next(); next.done !== true; next = await parts.next()) {
      if (path.resolve(next.value.file.path) !== path.resolve(wanted)) continue;
      const chunks = next.value.content[Symbol.asyncIterator]();
      const end = async () => {
        await chunks.return?.();
        await parts.return();
      };
      return { chunks, end, kept: [], from: 0, to: 0, isAtEnd: false };
    }
    throw new Error(problem ?? l10n.t('It is no longer in its archive.'));
  };
  const close = async (): Promise<void> => {
    await pass?.end().catch(() => undefined);
    pass = undefined;
  };
  return {
    close,
    read: async (start, end) => {
      if (pass && start < pass.from) await close();
      pass ??= await begin();
      await readUntil(pass, start, end);
      if (pass.to === 0 && problem !== undefined) throw new Error(problem);
      return Buffer.from(Buffer.concat(pass.kept).subarray(start - pass.from, end - pass.from));
    },
  };
}

/** Goes on to the end of a stretch, and keeps what is from its start on. */
async function readUntil(pass: Pass, start: number, end: number): Promise<void> {
  drop(pass, start);
  while (pass.to < end && !pass.isAtEnd) {
    const next = await pass.chunks.next();
    if (next.done === true) pass.isAtEnd = true;
    else {
      pass.kept.push(next.value);
      pass.to += next.value.length;
      drop(pass, start);
    }
  }
}

function drop(pass: Pass, start: number): void {
  let count = 0;
  for (const { length } of pass.kept) {
    if (pass.from + length > start) break;
    pass.from += length;
    count++;
  }
  if (count > 0) pass.kept = pass.kept.slice(count);
}
