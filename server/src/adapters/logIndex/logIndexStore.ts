import { createHash } from 'node:crypto';
import { readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { LogFile } from '../logFiles/logFile.ts';
import { decodeLogIndex, type LogIndex } from './logIndex.ts';
import { makeFolder } from '../files/makeFolder.ts';
import { readRegularFile } from '../files/readRegularFile.ts';

/** Indexes of logs in a folder of their own. Everything in it can be deleted at any time. */
export interface LogIndexStore {
  /** The index of a file as it is now; undefined when there is no reliable one. */
  readonly read: (file: LogFile) => LogIndex | undefined;
  /** Never fails: without an index a file is read. */
  readonly write: (file: LogFile, bytes: Buffer) => void;
  /** Drops the remains of killed processes, and the oldest indexes until all together take no more than 256 MB. */
  readonly prune: () => void;
}

const mostBytes = 256_000_000;
const mostRemembered = 32_000_000;
const ending = '.index';
/** A draft as old as this was left by a process that was killed: writing takes less, in milliseconds. */
const oldestDraft = 600_000;

/** @param folder made when the first index is kept, only for the user */
export function createLogIndexStore(folder: string): LogIndexStore {
  // The name reveals nothing of the log's name.
  const placeOf = (file: LogFile) =>
    path.join(folder, createHash('sha256').update(file.path).digest('hex').slice(0, 32) + ending);
  // As long as the store is in use: reading and checking them takes longer than asking them.
  const recent = new Map<string, LogIndex>();
  let remembered = 0;
  return {
    read: (file) => {
      const known = recent.get(file.path);
      if (known?.isOf(file)) return known;
      try {
        const bytes = readRegularFile(placeOf(file), mostBytes);
        const index = decodeLogIndex(bytes, file);
        if (index && !recent.has(file.path) && remembered + bytes.length <= mostRemembered) {
          recent.set(file.path, index);
          remembered += bytes.length;
        }
        return index;
      } catch {
        // None is kept yet, or it cannot be read: the file itself is.
        return undefined;
      }
    },
    write: (file, bytes) => {
      const place = placeOf(file);
      const draft = `${place}.${process.pid}.tmp`;
      try {
        makeFolder(folder);
        writeFileSync(draft, bytes, { mode: 0o600 });
        renameSync(draft, place);
      } catch {
        // A full or read-only disk: without an index the file is read.
        discard(draft);
      }
    },
    prune: () => {
      try {
        const kept = readdirSync(folder)
          .filter((name) => name.endsWith(ending) || name.endsWith('.tmp'))
          .map((name) => ({ place: path.join(folder, name), stats: statSync(path.join(folder, name)) }))
          .sort((one, other) => other.stats.mtimeMs - one.stats.mtimeMs);
        let total = 0;
        for (const { place, stats } of kept) {
          total += stats.size;
          const isLeft = place.endsWith('.tmp') && Date.now() - stats.mtimeMs > oldestDraft;
          if (total > mostBytes || isLeft) rmSync(place, { force: true });
        }
      } catch {
        // Nothing is kept yet, or another process drops the same.
      }
    },
  };
}

function discard(file: string): void {
  try {
    rmSync(file, { force: true });
  } catch {
    // A file that could not be made need not be removed.
  }
}
