/** Finds any of some byte strings. */
export interface NeedleFinder {
  /** Length of the longest. */
  readonly longest: number;
  /** The first place from a byte on where one of them stands; -1 when there is none. */
  readonly find: (bytes: Buffer, from: number) => number;
  /** The indices of those that stand at a place. */
  readonly matchesAt: (bytes: Buffer, at: number) => readonly number[];
}

const mostHashed = 8;
const shortStretch = 4_096;
// Node's own search is the quickest for one, and still is when it runs for each of a few: the spellings of one id.
const fewNeedles = 3;
const longStretch = 32_768;

/** Builds the search for byte strings: Node's own for one, one pass over the text for thousands. None may be empty. */
export function createNeedleFinder(needles: readonly Buffer[]): NeedleFinder {
  if (needles.length === 1 && needles[0]) return createOneFinder(needles[0]);
  if (needles.length <= fewNeedles)
    return joinFinders(
      [...needles.keys()].map((index) => createGroupFinder(needles, [index])),
      longStretch,
    );
  // A short one would make all others slow: the shortest decides how far the search moves at a time.
  const groups = [8, 16, 24, Infinity].map((most, group, all) =>
    [...needles.keys()].filter((index) => {
      const { length } = needles[index] ?? { length: 0 };
      return length < most && length >= (all[group - 1] ?? 0);
    }),
  );
  const finders = groups.filter(({ length }) => length > 0).map((indices) => createGroupFinder(needles, indices));
  return finders.length === 1 && finders[0] ? finders[0] : joinFinders(finders, shortStretch);
}

function createOneFinder(needle: Buffer): NeedleFinder {
  const { length } = needle;
  return {
    longest: length,
    find: (bytes, from) => bytes.indexOf(needle, from),
    matchesAt: (bytes, at) => (needle.equals(bytes.subarray(at, at + length)) ? [0] : []),
  };
}

function createGroupFinder(needles: readonly Buffer[], indices: readonly number[]): NeedleFinder {
  const group = indices.map((index) => needles[index] ?? Buffer.alloc(0));
  const finder = group.length === 1 && group[0] ? createOneFinder(group[0]) : createManyFinder(group);
  return { ...finder, matchesAt: (bytes, at) => finder.matchesAt(bytes, at).map((index) => indices[index] ?? 0) };
}

/** In short stretches, so that a place that one of them finds often costs the others no second look at much text. */
function joinFinders(finders: readonly NeedleFinder[], stretch: number): NeedleFinder {
  const longest = Math.max(...finders.map((finder) => finder.longest));
  return {
    longest,
    find: (bytes, from) => {
      for (let start = from; start < bytes.length; start += stretch) {
        const part = bytes.subarray(start, start + stretch + longest - 1);
        const places = finders.map((finder) => finder.find(part, 0)).filter((at) => at >= 0 && at < stretch);
        if (places.length > 0) return start + Math.min(...places);
      }
      return -1;
    },
    matchesAt: (bytes, at) => finders.flatMap((finder) => finder.matchesAt(bytes, at)),
  };
}

/**
 * Wu and Manber's search: the last bytes of a window as long as the shortest needle tell how far the window can be moved
 * without missing anything, which is nearly its whole length for text that no needle is like.
 */
function createManyFinder(needles: readonly Buffer[]): NeedleFinder {
  const shortest = needles.reduce((least, { length }) => Math.min(least, length), 65_536);
  const width = Math.min(mostHashed, Math.ceil(shortest / 2));
  const bits = needles.length > 500 ? 20 : 16;
  const farthest = Math.min(255, shortest - width + 1);
  const shifts = new Uint8Array(1 << bits).fill(farthest);
  // By length and text: however many begin alike, a place costs one look-up for each length.
  const byLength = new Map<number, Map<string, number[]>>();
  for (const [index, needle] of needles.entries()) {
    for (let end = width; end <= shortest; end++) {
      const slot = hash(needle, end - width, width, bits);
      shifts[slot] = Math.min(shifts[slot] ?? 0, shortest - end);
    }
    const same = byLength.get(needle.length) ?? new Map<string, number[]>();
    byLength.set(needle.length, same);
    const key = needle.toString('latin1');
    const known = same.get(key);
    if (known) known.push(index);
    else same.set(key, [index]);
  }
  const starts = new Set(needles.map((needle) => needle.toString('latin1', 0, shortest)));
  const startsAt = (bytes: Buffer, at: number) => starts.has(bytes.toString('latin1', at, at + shortest));

  const matchesAt = (bytes: Buffer, at: number): readonly number[] => {
    if (!startsAt(bytes, at)) return [];
    return [...byLength].flatMap(([length, same]) => same.get(bytes.toString('latin1', at, at + length)) ?? []);
  };
  return {
    longest: Math.max(...byLength.keys()),
    find: (bytes, from) => {
      for (let end = from + shortest; end <= bytes.length; ) {
        const shift = shifts[hash(bytes, end - width, width, bits)] ?? 0;
        if (shift > 0) end += shift;
        else if (startsAt(bytes, end - shortest) && matchesAt(bytes, end - shortest).length > 0) return end - shortest;
        else end++;
      }
      return -1;
    },
    matchesAt,
  };
}

function hash(bytes: Uint8Array, from: number, width: number, bits: number): number {
  let value = 0;
  for (let at = from; at < from + width; at++) value = Math.imul(value ^ (bytes[at] ?? 0), 0x9e3779b1) ^ (value >>> 15);
  return (value ^ (value >>> 13)) & ((1 << bits) - 1);
}
