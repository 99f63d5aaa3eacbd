/** The stretch of time of nearly all records. */
export interface MainTimes {
  /** The first and the last step that count. */
  readonly first: number;
  readonly last: number;
  /** The number of records before or after. */
  readonly strays: number;
}

// A clock that was not set, or a year that was guessed wrongly, is off by months at least.
const leastGapMs = 30 * 86_400_000;
const leastGapInSpans = 10;
const leastSpanMs = 3_600_000;
/** Fewer records than this have no crowd that one of them could have strayed from. */
const leastRecords = 10;
const mostStraysShare = 0.02;

/**
 * Finds the stretch of time that shows a log's course, which a single record with a wrong year would otherwise hide. Records
 * are strays only if they are few (2 %, or one of at least 10), at the beginning or the end, and more than a month and ten
 * times the span of all others away from them.
 * @param totals records by step, in any order; not empty
 */
export function findMainTimes(totals: ReadonlyMap<number, number>, stepMs: number): MainTimes {
  const filled = [...totals].sort(([one], [other]) => one - other);
  const records = filled.reduce((sum, [, count]) => sum + count, 0);
  const budget = records < leastRecords ? 0 : Math.max(1, Math.floor(records * mostStraysShare));
  const stepAt = (index: number): number => filled[index]?.[0] ?? 0;
  const gapBefore = (index: number): number => (stepAt(index) - stepAt(index - 1)) * stepMs;
  let best: MainTimes = { first: stepAt(0), last: stepAt(filled.length - 1), strays: 0 };
  let before = 0;
  for (let from = 0; before <= budget && from < filled.length; before += filled[from++]?.[1] ?? 0) {
    if (from > 0 && gapBefore(from) < leastGapMs) continue;
    let strays = before;
    for (let to = filled.length - 1; strays <= budget && to >= from; strays += filled[to--]?.[1] ?? 0) {
      if (to < filled.length - 1 && gapBefore(to + 1) < leastGapMs) continue;
      const span = Math.max((stepAt(to) - stepAt(from) + 1) * stepMs, leastSpanMs) * leastGapInSpans;
      const isApart = (from === 0 || gapBefore(from) >= span) && (to === filled.length - 1 || gapBefore(to + 1) >= span);
      if (isApart && stepAt(to) - stepAt(from) < best.last - best.first) best = { first: stepAt(from), last: stepAt(to), strays };
    }
  }
  return best;
}
