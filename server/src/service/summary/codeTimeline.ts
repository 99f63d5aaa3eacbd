import type { CodesOverTime } from './logSummary.ts';
import { findMainTimes } from './mainTimes.ts';

/** Counts codes by time in bounded memory: the step grows with the time that the log spans. */
export interface CodeTimeline {
  /** @param ms milliseconds since 1970 */
  readonly add: (code: string, ms: number) => void;
  /**
   * @param shown the codes that get a series of their own
   * @returns `strays` counts the records that are left out, since they are far from all others
   */
  readonly result: (shown: readonly string[]) => CodesOverTime & { readonly strays: number };
}

const minute = 60_000;
// Each is a multiple of the one before, so that steps can be put together while counting. In UTC every day has 24 hours.
const steps = [1, 5, 10, 30, 60, 180, 360, 720, 1_440, 10_080].map((minutes) => minutes * minute);
const mostCodes = 200;

/** Counts by step, with the length of the steps. */
interface Counts {
  readonly stepMs: number;
  readonly totals: ReadonlyMap<number, number>;
  readonly byCode: ReadonlyMap<string, Map<number, number>>;
}

/** @param mostSteps of the result */
export function createCodeTimeline(mostSteps = 120): CodeTimeline {
  // Steps without a record take no memory: only a long log needs longer ones while it is read, one wrong year does not.
  const mostFilled = 4 * mostSteps;
  let stepMs = steps[0] ?? minute;
  let totals = new Map<number, number>();
  let byCode = new Map<string, Map<number, number>>();

  return {
    add: (code, ms) => {
      const step = Math.floor(ms / stepMs);
      totals.set(step, (totals.get(step) ?? 0) + 1);
      let own = byCode.get(code);
      if (!own && byCode.size < mostCodes) {
        own = new Map();
        byCode.set(code, own);
      }
      own?.set(step, (own.get(step) ?? 0) + 1);
      while (totals.size > mostFilled) ({ stepMs, totals, byCode } = coarsen({ stepMs, totals, byCode }));
    },
    result: (shown) => {
      if (totals.size === 0) return { stepMs, start: null, series: [], strays: 0 };
      const { first, last, strays } = findMainTimes(totals, stepMs);
      const from = first * stepMs;
      const to = last * stepMs;
      const isMain = (step: number): boolean => step >= first && step <= last;
      let counts: Counts = {
        stepMs,
        totals: pick(totals, isMain),
        byCode: new Map([...byCode].map(([code, own]) => [code, pick(own, isMain)])),
      };
      while (Math.floor(to / counts.stepMs) - Math.floor(from / counts.stepMs) >= mostSteps) counts = coarsen(counts);
      return { ...toSeries(counts, Math.floor(from / counts.stepMs), Math.floor(to / counts.stepMs), shown), strays };
    },
  };
}

function toSeries({ stepMs, totals, byCode }: Counts, from: number, to: number, shown: readonly string[]): CodesOverTime {
  const all = Array.from({ length: to - from + 1 }, (_, index) => from + index);
  const series = shown
    .filter((code) => byCode.has(code))
    .map((code) => ({ code, counts: all.map((step) => byCode.get(code)?.get(step) ?? 0) }));
  const rest = all.map(
    (step, index) => (totals.get(step) ?? 0) - series.reduce((sum, each) => sum + (each.counts[index] ?? 0), 0),
  );
  return {
    stepMs,
    start: new Date(from * stepMs).toISOString(),
    series: rest.some((count) => count > 0) ? [...series, { code: null, counts: rest }] : series,
  };
}

/** The same counts in the next longer steps. */
function coarsen({ stepMs, totals, byCode }: Counts) {
  const next = steps.find((step) => step > stepMs) ?? stepMs * 2;
  const factor = next / stepMs;
  return {
    stepMs: next,
    totals: merge(totals, factor),
    byCode: new Map([...byCode].map(([code, own]) => [code, merge(own, factor)])),
  };
}

function merge(bySteps: ReadonlyMap<number, number>, factor: number): Map<number, number> {
  const merged = new Map<number, number>();
  for (const [step, count] of bySteps) {
    const next = Math.floor(step / factor);
    merged.set(next, (merged.get(next) ?? 0) + count);
  }
  return merged;
}

function pick(bySteps: ReadonlyMap<number, number>, isPicked: (step: number) => boolean): Map<number, number> {
  return new Map([...bySteps].filter(([step]) => isPicked(step)));
}
