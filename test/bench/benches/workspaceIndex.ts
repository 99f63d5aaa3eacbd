import type { Bench } from '../bench.ts';
import { interleave } from '../support/interleave.ts';
import { measureProcess } from '../support/measureProcess.ts';
import { unpackRealCode } from '../support/realCode.ts';
import { ownTool } from '../support/tools.ts';

/** The cost of reading the places of a whole workspace: the same files as a check of them. */
export const workspaceIndex: Bench = {
  id: 'index',
  about: 'the places of all codes in 4,000 files, against a check of the same files',
  async run({ root, scratch }) {
    unpackRealCode(root, scratch, 4000);
    const { command } = ownTool(root);
    const medians = await interleave(
      5,
      ['coverage', 'check'].map((name) => async (): Promise<[number]> => {
        const { cpu } = await measureProcess([...command, name, '--format', 'json', '.'], scratch);
        return [cpu];
      }),
    );
    const [index, check] = medians.map(([cpu]) => cpu);
    return [
      {
        what: 'index of 4,000 files, CPU',
        unit: 'ms',
        ours: index ?? Number.NaN,
        peers: [{ name: 'our check of them', value: check ?? Number.NaN, reach: 1.5 }],
      },
    ];
  },
};
