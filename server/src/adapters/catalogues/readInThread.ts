import { endWithError } from '../startup/endWithError.ts';
import { parentPort, workerData } from 'node:worker_threads';
import { type LongDocument, readLongDocument } from '../../service/catalogue/longDocument.ts';
import { parseDocument } from './documentParser.ts';
import type { RelatedFile, ThreadMessage } from './documentThreads.ts';

/** Reads the document that this thread is for, and tells the thread that began it. */
export function readInThread(): void {
  const waiting = new Map<number, (file: RelatedFile) => void>();
  let asked = 0;

  parentPort?.on('message', ({ id, file }: { readonly id: number; readonly file: RelatedFile }) => {
    waiting.get(id)?.(file);
    waiting.delete(id);
  });
  const tell = (message: ThreadMessage): void => parentPort?.postMessage(message);

  readLongDocument(workerData as LongDocument, {
    parse: parseDocument,
    readRelated: (path) =>
      new Promise((resolve) => {
        asked += 1;
        waiting.set(asked, resolve);
        tell({ kind: 'related', id: asked, path });
      }),
  })
    .then((reading) => tell({ kind: 'reading', reading }))
    .catch(endWithError);
}
