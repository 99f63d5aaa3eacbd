import type { ByType } from './readingTable.ts';

const known = new WeakMap<object, ReadonlyMap<string, unknown>>();

/**
 * A part of a language's table by node type. It is made once for each table: a reader is made for each document.
 * @param entries for a part that is no record by node type
 */
export function byType<Value>(part: ByType<Value>): ReadonlyMap<string, Value>;
export function byType<Part extends object, Value>(
  part: Part,
  entries: (part: Part) => Iterable<readonly [string, Value]>,
): ReadonlyMap<string, Value>;
export function byType(
  part: object,
  entries: (part: object) => Iterable<readonly [string, unknown]> = Object.entries,
): ReadonlyMap<string, unknown> {
  let map = known.get(part);
  if (!map) known.set(part, (map = new Map(entries(part))));
  return map;
}
