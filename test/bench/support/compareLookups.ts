import type { BenchContext, Measurement } from '../bench.ts';
import { wantedId } from './generateLog.ts';
import { interleave } from './interleave.ts';
import { measurePeakMemory, measureProcess } from './measureProcess.ts';
import { ownTool, type Tool } from './tools.ts';

export interface LookupPeer extends Tool {
  readonly reach?: number;
}

/** The texts to look for, where they are not the one id, and the exit code of our command line for them. */
export interface LookupCase {
  readonly wanted: readonly string[];
  readonly found: 0 | 1;
}

/** Looks the id up in the scratch folder, with us and with each peer, and compares whole processes. */
export async function compareLookups(
  { root, scratch }: BenchContext,
  what: string,
  peers: readonly LookupPeer[],
  { wanted, found }: LookupCase = { wanted: [wantedId], found: 0 },
): Promise<readonly Measurement[]> {
  const { name, command } = ownTool(root);
  const own: Tool = { name, command: [...command, 'lookup', ...wanted, '.', '--format', 'json'] };
  const medians = await interleave(
    5,
    [own, ...peers].map(({ name: label, command: run }, index) => async (): Promise<[number, number]> => {
      const { wall, cpu, code } = await measureProcess(run, scratch);
      if (code !== (index === 0 ? found : 0)) throw new Error(`${label} did not find the id (${code}).`);
      return [wall, cpu];
    }),
  );
  const compare = (kind: string, column: 0 | 1): Measurement => ({
    what: `${what}, ${kind}`,
    unit: 'ms',
    ours: medians[0]?.[column] ?? Number.NaN,
    peers: peers.map(({ name: label, reach }, index) => ({
      name: label,
      value: medians[index + 1]?.[column] ?? Number.NaN,
      ...(reach === undefined ? {} : { reach }),
    })),
  });
  const [empty, peak] = [
    await measurePeakMemory([...command, 'explain', 'NOT_FOUND'], scratch),
    await measurePeakMemory(own.command, scratch),
  ];
  return [
    compare('time', 0),
    compare('CPU', 1),
    ...(Number.isNaN(peak)
      ? []
      : [{ what: `${what}, memory above an empty run`, unit: 'MB' as const, ours: peak - empty, limit: 64, peers: [] }]),
  ];
}
