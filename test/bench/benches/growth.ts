import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Bench, BenchContext, Measurement } from '../bench.ts';
import { generateCodes, generateCatalogue } from '../support/generateCatalogue.ts';
import { generateTypeScript } from '../support/generateSource.ts';
import { interleave } from '../support/interleave.ts';
import { measureProcess } from '../support/measureProcess.ts';
import { unpackRealCode } from '../support/realCode.ts';
import { createServiceSession } from '../support/serviceSession.ts';
import { ownTool } from '../support/tools.ts';

const fewCodes = 31;
const moreCodes = [1_000, 10_000];
const fewFiles = 1_000;
const moreFiles = [4_000, 16_000];
const fewLines = 1_000;
const moreLines = [10_000, 100_000];
// The largest of them take a while.
const rounds = 5;

/** How the work grows with what it is given: the peer of each figure is ourselves with less. */
export const growth: Bench = {
  id: 'growth',
  about: 'more codes, more files, longer files, against ourselves with fewer',
  run: async (context) => [
    ...(await checkWithMoreCodes(context)),
    ...(await checkWithMoreFiles(context)),
    ...(await keysWithMoreCodes()),
    ...(await keysInLongerFiles()),
  ],
};

async function checkWithMoreCodes({ root, scratch }: BenchContext): Promise<Measurement[]> {
  const counts = [fewCodes, ...moreCodes];
  for (const count of counts) {
    writeFileSync(path.join(scratch, `codes-${count}.yaml`), generateCatalogue(count));
    unpackRealCode(root, path.join(scratch, 'code'), fewFiles);
  }
  const { command } = ownTool(root);
  const medians = await interleave(
    3,
    counts.map((count) => async (): Promise<[number]> => {
      const catalogue = path.join(scratch, `codes-${count}.yaml`);
      return [(await measureProcess([...command, 'check', '--catalogue', catalogue, 'code'], scratch)).cpu];
    }),
  );
  return compareWithLess(
    'check, CPU',
    counts,
    'codes',
    medians.map(([cpu]) => cpu),
    () => 1.5,
  );
}

async function checkWithMoreFiles({ root, scratch }: BenchContext): Promise<Measurement[]> {
  const counts = [fewFiles, ...moreFiles];
  for (const count of counts) {
    const folder = path.join(scratch, `files-${count}`);
    mkdirSync(folder);
    unpackRealCode(root, folder, count);
  }
  const { command } = ownTool(root);
  const medians = await interleave(
    3,
    counts.map(
      (count) => async (): Promise<[number]> => [
        (await measureProcess([...command, 'check', '.'], path.join(scratch, `files-${count}`))).cpu,
      ],
    ),
  );
  return compareWithLess(
    'check, CPU',
    counts,
    'files',
    medians.map(([cpu]) => cpu),
    (count) => count / fewFiles,
  );
}

async function keysWithMoreCodes(): Promise<Measurement[]> {
  const counts = [fewCodes, ...moreCodes];
  const sessions = await Promise.all(
    counts.map((count) => createServiceSession(generateTypeScript(2000, 40, generateCodes(count)), generateCatalogue(count))),
  );
  const measure = async (work: 'key' | 'complete') =>
    (
      await interleave(
        rounds,
        sessions.map((session) => async (): Promise<[number]> => [await session[work]()]),
      )
    ).map(([time]) => time);
  return [
    ...compareWithLess('keystroke in the service', counts, 'codes', await measure('key'), () => undefined),
    ...compareWithLess('completion in the service', counts, 'codes', await measure('complete'), () => 5),
  ];
}

async function keysInLongerFiles(): Promise<Measurement[]> {
  const counts = [fewLines, ...moreLines];
  const sessions = await Promise.all(
    counts.map((lines) => createServiceSession(generateTypeScript(lines, lines / 50), generateCatalogue(fewCodes))),
  );
  const medians = await interleave(
    rounds,
    sessions.map((session) => async (): Promise<[number]> => [await session.key()]),
  );
  return compareWithLess(
    'keystroke in the service',
    counts,
    'lines',
    medians.map(([time]) => time),
    (count) => count / fewLines,
  );
}

/** @param values for each count, the smallest first, which the others are compared with */
function compareWithLess(
  what: string,
  counts: readonly number[],
  of: string,
  values: readonly number[],
  reach: (count: number) => number | undefined,
): Measurement[] {
  const [least = 0, ...rest] = counts;
  return rest.map((count, index) => {
    const wanted = reach(count);
    return {
      what: `${what}, ${count} ${of}`,
      unit: 'ms',
      ours: values[index + 1] ?? Number.NaN,
      peers: [{ name: `${least} ${of}`, value: values[0] ?? Number.NaN, ...(wanted === undefined ? {} : { reach: wanted }) }],
    };
  });
}
