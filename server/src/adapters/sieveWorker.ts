import { parentPort, workerData } from 'node:worker_threads';
import { createSearchMemory } from './byteSearch.ts';
import type { LogName } from './listLogFiles.ts';
import { createNeedleFinders } from './logTextScan.ts';
import { smallFile } from './plainLogSearch.ts';
import { sieveLog } from './smallLogSieve.ts';

// Entry of a thread that looks into small files; sieveHelper.ts talks to it.
const finders = createNeedleFinders(workerData as readonly string[]);
const memory = createSearchMemory(smallFile);
parentPort?.on('message', (paths: readonly LogName['opens'][]) => {
  parentPort?.postMessage(paths.map((path) => sieveLog(path, finders, memory)));
});
