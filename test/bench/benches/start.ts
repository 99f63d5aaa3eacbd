import type { Bench } from '../bench.ts';
import { interleave } from '../support/interleave.ts';
import { findLanguageServers } from '../support/languageServers.ts';
import { startSession } from '../support/session.ts';

const keys = 20;

/** From nothing to a server that has answered, and what it holds in memory then. */
export const start: Bench = {
  id: 'start',
  about: 'spawn → initialized, open → first diagnostics, memory after some keys',
  async run({ root, scratch, say }) {
    const { ours, peers } = findLanguageServers(root, say);
    const medians = await interleave(
      7,
      [ours, ...peers.values()].map((server) => async (): Promise<[number, number, number]> => {
        const session = await startSession(server, scratch);
        for (let count = 0; count < keys; count += 1) await session.key(count);
        const memory = session.memory();
        await session.stop();
        return [session.initialized, session.firstDiagnostics, memory];
      }),
    );
    const [own = [], ...others] = medians;
    const measure = (what: string, column: number, unit: 'ms' | 'MB', reach: (id: string) => number | undefined) => ({
      what,
      unit,
      ours: own[column] ?? Number.NaN,
      peers: [...peers].map(([id, { name }], index) => {
        const wanted = reach(id);
        return { name, value: others[index]?.[column] ?? Number.NaN, ...(wanted === undefined ? {} : { reach: wanted }) };
      }),
    });
    return [
      measure('spawn → initialized', 0, 'ms', () => 0.5),
      measure('open → first diagnostics', 1, 'ms', () => 0.5),
      ...(Number.isNaN(own[2]) ? [] : [measure('resident memory', 2, 'MB', (id) => (id === 'json' ? 1 : undefined))]),
    ];
  },
};
