import type { CodesOverTime } from '../logSummary.ts';

/** Counts codes by time in bounded memory: the step grows with the time that the log spans. */
export interface CodeTimeline {
  /** @param ms milliseconds since 1970 */
  readonly add: (code: string, ms: number) => void;
  /** @param shown the codes that get a series of their own */
  readonly result: (shown: readonly string[]) => CodesOverTime;
}

const minute = 60_000;
// Each is a multiple of the one before, so that steps can be put together while counting. In UTC every day has 24 hours.
const steps = [1, 5, 10, 30, 60, 180, 360, 720, 1_440, 10_080].map((minutes) => minutes * minute);
const mostCodes = 200;

/** @param mostSteps of the result */
export function createCodeTimeline(mostSteps = 120): CodeTimeline {
  let stepMs = steps[0] ?? minute;
  let [first, last] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  let counts = new Map<string, Map<number, number>>();
  let totals = new Map<number, number>();

  const coarsen = () => {
    while (stepOf(last) - stepOf(first) >= mostSteps) {
      const next = steps.find((step) => step > stepMs) ?? stepMs * 2;
      const factor = next / stepMs;
      stepMs = next;
      counts = new Map([...counts].map(([code, bySteps]) => [code, merge(bySteps, factor)]));
      totals = merge(totals, factor);
    }
  };
  const stepOf = (ms: number) => Math.floor(ms / stepMs);

  return {
    add: (code, ms) => {
      if (ms < first || ms > last) {
        first = Math.min(first, ms);
        last = Math.max(last, ms);
        coarsen();
      }
      const step = stepOf(ms);
      totals.set(step, (totals.get(step) ?? 0) + 1);
      let own = counts.get(code);
      if (!own && counts.size < mostCodes) {
        own = new Map();
        counts.set(code, own);
      }
      own?.set(step, (own.get(step) ?? 0) + 1);
    },
    result: (shown) => {
      if (totals.size === 0) return { stepMs, start: null, series: [] };
      const [from, to] = [stepOf(first), stepOf(last)];
      const all = Array.from({ length: to - from + 1 }, (_, index) => from + index);
      const series = shown
        .filter((code) => counts.has(code))
        .map((code) => ({ code, counts: all.map((step) => counts.get(code)?.get(step) ?? 0) }));
      const rest = all.map(
        (step, index) => (totals.get(step) ?? 0) - series.reduce((sum, each) => sum + (each.counts[index] ?? 0), 0),
      );
      return {
        stepMs,
        start: new Date(from * stepMs).toISOString(),
        series: rest.some((count) => count > 0) ? [...series, { code: null, counts: rest }] : series,
      };
    },
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
