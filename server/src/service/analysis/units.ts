import { ancestorsOf } from '../languages/nodes.ts';
import type { SyntaxContext } from '../mentions/constants.ts';
import { findSitesInSteps, type LooseLabel } from '../sites/findSites.ts';
import type { Pace } from '../syntax/pace.ts';
import type { TextChange } from '../syntax/treeCache.ts';
import type { HandlingSite, Label, Span } from '../types.ts';
import type { CodeHit } from '../matching/codeHit.ts';

/**
 * A part of a document that is read by itself: an outermost function, or a statement of the top level. Its content does not
 * depend on other parts' text, so a part that an edit did not touch need not be read again.
 */
export interface Unit {
  readonly span: Span;
  readonly isFunction: boolean;
  readonly sites: readonly HandlingSite[];
  readonly loose: readonly LooseLabel[];
}

/**
 * Reads the units that contain hits, and takes from before those that a change did not touch.
 * @param hits in the order of the text
 * @returns undefined when the pace stops the reading
 */
export async function readUnits(
  context: SyntaxContext,
  hits: readonly CodeHit[],
  pace: Pace,
  before: readonly Unit[],
  change: TextChange | undefined,
): Promise<readonly Unit[] | undefined> {
  const kept = change ? keepUntouched(before, change) : new Map<number, Unit>();
  const units: Unit[] = [];
  for (let index = 0; index < hits.length; ) {
    const first = hits[index];
    if (!first) break;
    if (pace.isOver() && !(await pace.next())) return undefined;
    const known = findKept(kept, first.start);
    const place = known ?? placeOf(context, first);
    let next = index;
    while (next < hits.length && (hits[next]?.start ?? 0) < place.span.end) next += 1;
    const unit = known ?? (await readUnit(context, hits.slice(index, Math.max(next, index + 1)), pace, place));
    if (!unit) return undefined;
    units.push(unit);
    index = Math.max(next, index + 1);
  }
  return units;
}

async function readUnit(
  context: SyntaxContext,
  hits: readonly CodeHit[],
  pace: Pace,
  { span, isFunction }: Pick<Unit, 'span' | 'isFunction'>,
): Promise<Unit | undefined> {
  const steps = findSitesInSteps(context, hits);
  let step = steps.next();
  for (; !step.done; step = steps.next()) if (pace.isOver() && !(await pace.next())) return undefined;
  const { drafts, loose } = step.value;
  const sites = drafts.map(({ site }) => site);
  // Early returns of the top level may reach over several statements.
  const end = Math.max(span.end, ...sites.map((site) => site.span.end));
  return { span: { start: Math.min(span.start, ...sites.map((site) => site.span.start)), end }, isFunction, sites, loose };
}

/** The outermost function around a hit, else its statement of the top level. */
function placeOf({ root, language }: SyntaxContext, hit: CodeHit): Pick<Unit, 'span' | 'isFunction'> {
  const inner = root.descendantForIndex(hit.start, hit.end);
  const [, ...around] = inner ? [...ancestorsOf(root, inner), inner] : [];
  const outermost = around.find(({ type }) => language.functions.has(type) && !language.groups.has(type));
  const place = outermost ?? around[0] ?? { startIndex: hit.start, endIndex: hit.end };
  return { span: { start: place.startIndex, end: place.endIndex }, isFunction: outermost !== undefined };
}

/** By their new start, the units that neither the edit nor a change of syntax touched. */
function keepUntouched(before: readonly Unit[], { start, oldEnd, newEnd, reparsed }: TextChange): Map<number, Unit> {
  const kept = new Map<number, Unit>();
  const delta = newEnd - oldEnd;
  const ended = before.filter(({ span, isFunction }) => span.end < start && !isFunction);
  const last = Math.max(...ended.map(({ span }) => span.end));
  for (const unit of before) {
    const isAfter = unit.span.start > oldEnd;
    if (!isAfter && unit.span.end >= start) continue;
    // Code before a statement narrows it; code before a function does not.
    if (isAfter && !unit.isFunction) continue;
    // The statement behind one of the top level says where other codes go on.
    if (!unit.isFunction && unit.span.end === last) continue;
    // Labels of a list that is declared elsewhere do not move with the unit.
    if (unit.sites.some((site) => hasLabelsOutside(site, unit.span))) continue;
    const moved = isAfter ? shiftUnit(unit, delta) : unit;
    if (reparsed.some((range) => range.start < moved.span.end && moved.span.start < range.end)) continue;
    kept.set(moved.span.start, moved);
  }
  return kept;
}

function hasLabelsOutside({ arms }: HandlingSite, { start, end }: Span): boolean {
  return arms.some(({ labels }) => labels.some(({ whole }) => whole.start < start || end < whole.end));
}

function findKept(kept: ReadonlyMap<number, Unit>, offset: number): Unit | undefined {
  for (const unit of kept.values()) if (unit.span.start <= offset && offset < unit.span.end) return unit;
  return undefined;
}

function shiftUnit(unit: Unit, delta: number): Unit {
  if (delta === 0) return unit;
  const shift = ({ start, end }: Span): Span => ({ start: start + delta, end: end + delta });
  const shiftLabel = (label: Label): Label => ({ ...label, span: shift(label.span), whole: shift(label.whole) });
  return {
    ...unit,
    span: shift(unit.span),
    sites: unit.sites.map((site) => ({
      ...site,
      span: shift(site.span),
      head: shift(site.head),
      subject: site.subject && { ...site.subject, span: shift(site.subject.span) },
      otherwise: site.otherwise && shift(site.otherwise),
      arms: site.arms.map((arm) => ({
        ...arm,
        span: shift(arm.span),
        body: shift(arm.body),
        labels: arm.labels.map(shiftLabel),
      })),
    })),
    loose: unit.loose.map((found) => ({ ...found, label: shiftLabel(found.label) })),
  };
}
