import { mkdirSync, utimesSync } from 'node:fs';
import path from 'node:path';
import { indexLogs } from '../../../server/src/adapters/logIndex/indexLogs.ts';
import { createLogIndexStore } from '../../../server/src/adapters/logIndex/logIndexStore.ts';
import { type LogIndexUse, searchLogs } from '../../../server/src/adapters/logSearch/searchLogs.ts';
import { createLogRecogniser } from '../../../server/src/service/logs/logRecogniser.ts';
import type { Bench, Measurement } from '../bench.ts';
import { compress, generateBlock, wantedId, withWantedLine, writeParts } from '../support/generateLog.ts';
import { interleave } from '../support/interleave.ts';

const files = 16;
const absentId = '00000000-41de-4b0c-9a83-d2e6c01f5b77';

/** A later look-up in a running server: measures how much an index of the files saves. */
export const lookupIndex: Bench = {
  id: 'lookup-index',
  about: 'a later request id in 1 GB of unchanged log, in a running server, with an index and without',
  async run({ scratch, say }) {
    const block = generateBlock();
    const wanted = withWantedLine(block);
    const [packed, packedWanted] = [compress([block]), compress(wanted)];
    for (const folder of ['plain', 'gz']) mkdirSync(path.join(scratch, folder));
    for (let index = 0; index < files; index += 1) {
      const isWanted = index === files >> 1;
      await put(path.join(scratch, 'plain', `service-${index}.log`), isWanted ? wanted : [block]);
      await put(path.join(scratch, 'gz', `service-${index}.log.gz`), [isWanted ? packedWanted : packed]);
    }
    const recogniser = createLogRecogniser([], () => ({ ok: false, problem: '' }));
    const store = createLogIndexStore(path.join(scratch, 'index'));
    const look = async (folder: string, requestId: string, index?: LogIndexUse): Promise<void> => {
      const { found } = await searchLogs(
        {
          requestIds: [requestId],
          roots: [path.join(scratch, folder)],
          openDocuments: [],
          globs: [],
          recogniser: () => Promise.resolve(recogniser),
          maxRecords: 1_000,
          now: 0,
          signal: new AbortController().signal,
        },
        index,
      );
      if ((found[0]?.records.length ?? 0) !== (requestId === wantedId ? 1 : 0)) throw new Error('The look-up is wrong.');
    };
    for (const folder of ['plain', 'gz']) {
      let task = Promise.resolve();
      const begun = performance.now();
      await look(folder, wantedId, {
        store,
        onUnknown: (unknown) => {
          task = indexLogs({ folder: path.join(scratch, 'index'), files: unknown });
        },
      });
      await task;
      say(`${folder}: indexed in ${((performance.now() - begun) / 1e3).toFixed(1)} s`);
    }
    const measurements: Measurement[] = [];
    for (const [what, folder, id] of [
      ['plain, found', 'plain', wantedId],
      ['plain, not there', 'plain', absentId],
      ['gz, found', 'gz', wantedId],
      ['gz, not there', 'gz', absentId],
    ] as const) {
      const contenders = [{ store, onUnknown: () => undefined }, undefined].map((index) => async (): Promise<[number]> => {
        const begun = performance.now();
        await look(folder, id, index);
        return [performance.now() - begun];
      });
      const [ours, scan] = await interleave(5, contenders);
      measurements.push({
        what: `later look-up, ${what}`,
        unit: 'ms',
        ours: ours?.[0] ?? Number.NaN,
        peers: [{ name: 'without the index', value: scan?.[0] ?? Number.NaN, reach: 0.05 }],
      });
    }
    return measurements;
  },
};

async function put(file: string, parts: readonly Buffer[]): Promise<void> {
  await writeParts(file, parts);
  // Files that were written to a moment ago are not indexed.
  utimesSync(file, 1_700_000_000, 1_700_000_000);
}
