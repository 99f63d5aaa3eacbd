import { buildLogIndex, createIndexMemory } from './buildLogIndex.ts';
import type { LogFile } from '../logFiles/logFile.ts';
import { createLogIndexStore } from './logIndexStore.ts';

/** Files to index, and where the indexes are kept. */
export interface IndexTask {
  readonly folder: string;
  readonly files: readonly LogFile[];
}

/** Keeps an index of each file. Never fails. */
export async function indexLogs({ folder, files }: IndexTask): Promise<void> {
  const store = createLogIndexStore(folder);
  const memory = createIndexMemory();
  for (const file of files) await buildLogIndex(file, store, Date.now(), memory);
  store.prune();
}
