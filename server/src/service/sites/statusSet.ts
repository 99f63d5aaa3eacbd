import type { StatusPattern, StatusSet } from '../types.ts';

/** The statuses for which `status OPERATOR value` is true. */
export function statusesWhere(operator: '==' | '!=' | '<' | '<=' | '>' | '>=', value: number): StatusSet {
  switch (operator) {
    case '==':
      return clip(value, value);
    case '!=':
      return complement(clip(value, value));
    case '<':
      return clip(100, value - 1);
    case '<=':
      return clip(100, value);
    case '>':
      return clip(value + 1, 599);
    case '>=':
      return clip(value, 599);
  }
}

export function intersect(a: StatusSet, b: StatusSet): StatusSet {
  return a.flatMap(([from, to]) =>
    b.flatMap(([otherFrom, otherTo]) => {
      const start = Math.max(from, otherFrom);
      const end = Math.min(to, otherTo);
      return start <= end ? [[start, end] as const] : [];
    }),
  );
}

export function complement(set: StatusSet): StatusSet {
  const rest: (readonly [number, number])[] = [];
  let next = 100;
  for (const [from, to] of set) {
    if (from > next) rest.push([next, from - 1]);
    next = Math.max(next, to + 1);
  }
  if (next <= 599) rest.push([next, 599]);
  return rest;
}

export function unite(a: StatusSet, b: StatusSet): StatusSet {
  return complement(intersect(complement(sort(a)), complement(sort(b))));
}

/** Whether a code documented with these statuses can arrive; a code without a status always can. */
export function admits(set: StatusSet, documented: readonly StatusPattern[]): boolean {
  return documented.length === 0 || documented.some((pattern) => intersect(set, toStatusSet(pattern)).length > 0);
}

/** The numbers of a documented status or class. */
export function toStatusSet(pattern: StatusPattern): StatusSet {
  if (typeof pattern === 'number') return [[pattern, pattern]];
  const first = Number(pattern.charAt(0)) * 100;
  return [[first, first + 99]];
}

/** `401`, `4xx` for a whole class, `400–499, 503` otherwise. */
export function describeStatuses(set: StatusSet): string {
  return set
    .map(([from, to]) => {
      if (from === to) return String(from);
      return from % 100 === 0 && to === from + 99 ? `${from / 100}xx` : `${from}–${to}`;
    })
    .join(', ');
}

function clip(from: number, to: number): StatusSet {
  const start = Math.max(100, from);
  const end = Math.min(599, to);
  return start <= end ? [[start, end]] : [];
}

function sort(set: StatusSet): StatusSet {
  return [...set].sort(([a], [b]) => a - b);
}
