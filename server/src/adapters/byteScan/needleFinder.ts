import { groupBy } from '../../shared/groupBy.ts';
import { findInStretches, hasZeros, type Needle, type SearchMemory, standsAt } from './byteSearch.ts';

/** Finds any of some needles. */
export interface NeedleFinder {
  /** Length of the longest. */
  readonly longest: number;
  /** The first place where one of the needles is whole between two bytes; -1 when no needle is found. */
  readonly find: (memory: SearchMemory, from: number, to: number) => number;
  /** Whether the last {@link find}, between these bytes, passed zero bytes of ASCII in UTF-16. */
  readonly passedZeros: (memory: SearchMemory, from: number, to: number) => boolean;
  /** The indices of the needles at a place. */
  readonly matchesAt: (bytes: Buffer, at: number) => readonly number[];
}

const mostHashed = 8;
const mostTogether = 6;
// Each finder searches the text by itself.
const stretch = 4_096;

/** Builds the search for needles: for a few in memory, for thousands in one pass over the text. None may be empty. */
export function createNeedleFinder(needles: readonly Needle[]): NeedleFinder {
  if (needles.length <= mostTogether) return createFewFinder(needles);
  // A short one would make all others slow: the shortest decides how far the search moves at a time.
  const groups = groupBy(needles.keys(), (index) => [8, 16, 24].find((most) => (needles[index]?.bytes.length ?? 0) < most));
  return joinFinders([...groups.values()].map((indices) => createGroupFinder(needles, indices)));
}

function createFewFinder(needles: readonly Needle[]): NeedleFinder {
  return {
    longest: Math.max(...needles.map(({ bytes }) => bytes.length)),
    find: (memory, from, to) => memory.find(needles, from, to),
    passedZeros: (memory) => memory.passedZeros(),
    matchesAt: (bytes, at) => needles.flatMap((needle, index) => (standsAt(needle, bytes, at) ? index : [])),
  };
}

function createGroupFinder(needles: readonly Needle[], indices: readonly number[]): NeedleFinder {
  const finder = createManyFinder(indices.flatMap((index) => needles[index] ?? []));
  return { ...finder, matchesAt: (bytes, at) => finder.matchesAt(bytes, at).map((index) => indices[index] ?? 0) };
}

function joinFinders(finders: readonly NeedleFinder[]): NeedleFinder {
  const [only] = finders;
  if (only && finders.length === 1) return only;
  const longest = Math.max(...finders.map((finder) => finder.longest));
  const finds = finders.map(({ find }) => find);
  return {
    longest,
    find: (memory, from, to) => findInStretches(finds, memory, from, to, { stretch, longest }),
    passedZeros,
    matchesAt: (bytes, at) => finders.flatMap((finder) => finder.matchesAt(bytes, at)),
  };
}

function passedZeros({ bytes }: SearchMemory, from: number, to: number): boolean {
  return hasZeros(bytes, from, to);
}

/**
 * Wu and Manber's search. The window is as long as the shortest needle, and its last bytes decide how far it can be moved
 * without missing a needle. In text that resembles no needle that is nearly its whole length.
 * Needles of one length that differ only in the case of letters are looked up together.
 */
function createManyFinder(needles: readonly Needle[]): NeedleFinder {
  const shortest = needles.reduce((least, { bytes: { length } }) => Math.min(least, length), 65_536);
  const width = Math.min(mostHashed, Math.ceil(shortest / 2));
  const bits = needles.length > 500 ? 20 : 16;
  const farthest = Math.min(255, shortest - width + 1);
  const shifts = new Uint8Array(1 << bits).fill(farthest);
  // By length and text: however many begin alike, a place costs one look-up for each length.
  const byLength = new Map<number, Map<string, number[]>>();
  for (const [index, { bytes }] of needles.entries()) {
    for (let end = width; end <= shortest; end++) {
      const slot = hash(bytes, end - width, width, bits);
      shifts[slot] = Math.min(shifts[slot] ?? 0, shortest - end);
    }
    const same = byLength.get(bytes.length) ?? new Map<string, number[]>();
    byLength.set(bytes.length, same);
    const key = fold(bytes, 0, bytes.length);
    const known = same.get(key);
    if (known) known.push(index);
    else same.set(key, [index]);
  }
  const starts = new Set(needles.map(({ bytes }) => fold(bytes, 0, shortest)));
  const startsAt = (bytes: Buffer, at: number) => starts.has(fold(bytes, at, at + shortest));
  const isAt = (bytes: Buffer, at: number) => (index: number) => {
    const needle = needles[index];
    return needle !== undefined && standsAt(needle, bytes, at);
  };

  const matchesAt = (bytes: Buffer, at: number): readonly number[] => {
    if (!startsAt(bytes, at)) return [];
    return [...byLength].flatMap(([length, same]) => (same.get(fold(bytes, at, at + length)) ?? []).filter(isAt(bytes, at)));
  };
  const startsWhole = (bytes: Buffer, at: number, to: number) =>
    startsAt(bytes, at) && matchesAt(bytes, at).some((index) => at + (needles[index]?.bytes.length ?? 0) <= to);
  return {
    longest: Math.max(...byLength.keys()),
    find: ({ bytes }, from, to) => {
      for (let end = from + shortest; end <= to; ) {
        const shift = shifts[hash(bytes, end - width, width, bits)] ?? 0;
        if (shift > 0) end += shift;
        else if (startsWhole(bytes, end - shortest, to)) return end - shortest;
        else end++;
      }
      return -1;
    },
    passedZeros,
    matchesAt,
  };
}

function fold(bytes: Buffer, from: number, to: number): string {
  return bytes.toString('latin1', from, to).toLowerCase();
}

/** The same for letters of ASCII in either case. */
function hash(bytes: Uint8Array, from: number, width: number, bits: number): number {
  let value = 0;
  for (let at = from; at < from + width; at++) value = Math.imul(value ^ ((bytes[at] ?? 0) | 32), 0x9e3779b1) ^ (value >>> 15);
  return (value ^ (value >>> 13)) & ((1 << bits) - 1);
}
