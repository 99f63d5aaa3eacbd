import byteSearch from '../../generated/byteSearch.json' with { type: 'json' };

/** Bytes that are looked for. */
export interface Needle {
  readonly bytes: Buffer;
  /**
   * Letters of ASCII count in any case; {@link bytes} has them in lower case, and contains no other letters. Absent: as they
   * are.
   */
  readonly anyCase?: boolean;
}

/** Bytes that are searched in place, many times as fast as Node's own buffers. */
export interface SearchMemory {
  /** To be written to. It stays where it is. */
  readonly bytes: Buffer;
  /**
   * The first place where one of a few needles is whole between two bytes; -1 when no needle is found.
   * @param needles not changed afterwards
   */
  readonly find: (needles: readonly Needle[], from: number, to: number) => number;
  /** How many bytes between the two are line feeds. */
  readonly countLineFeeds: (from: number, to: number) => number;
  /** Whether the last {@link find} passed zero bytes of ASCII in UTF-16, of some words of it at least. */
  readonly passedZeros: () => boolean;
}

// Shorter texts hold too few bytes to look for them at steps; longer ones have no room.
const shortestSampled = 8;
const longestSampled = 4_096;
// The layout of the memory in server/wasm/byteSearch.ts: the table, the texts that are looked for, the searched bytes.
const needlePlace = 16_384;
const bytesPlace = needlePlace + longestSampled;
const pageSize = 65_536;
/** The widest fits a UUID without its dashes. */
const strides = [28, 16, 8, 4];
const lineFeed = 10;
// Without samples each needle is looked for by itself. Short stretches keep a frequent needle from repeating the whole search
// for a rare one.
const stretch = 65_536;

interface Functions {
  readonly prepare: (length: number, stride: number) => void;
  readonly find: (from: number, to: number, stride: number) => number;
  readonly countLineFeeds: (from: number, to: number) => number;
  readonly passedZeros: { readonly value: number };
}

// Node has it, except with --jitless; the types of Node 20 do not.
declare const WebAssembly: {
  readonly Memory: new (size: { readonly initial: number }) => { readonly buffer: ArrayBuffer };
  readonly Module: new (bytes: Uint8Array) => object;
  readonly Instance: new (module: object, imports: object) => { readonly exports: unknown };
};

let compiled: object | undefined;

/** Memory for so many bytes. */
export function createSearchMemory(size: number): SearchMemory {
  try {
    return createSampledMemory(size);
  } catch {
    // No WebAssembly, a processor that its instructions are too new for, or a limit on addresses (ulimit -v): it reserves many.
    return createPlainMemory(Buffer.allocUnsafe(size));
  }
}

function createSampledMemory(size: number): SearchMemory {
  compiled ??= new WebAssembly.Module(Buffer.from(byteSearch.module, 'base64'));
  const memory = new WebAssembly.Memory({ initial: Math.ceil((bytesPlace + size) / pageSize) });
  const functions = new WebAssembly.Instance(compiled, { env: { memory } }).exports as Functions;
  const plain = createPlainMemory(Buffer.from(memory.buffer, bytesPlace, size));
  let prepared: readonly Needle[] | undefined;
  /** 0: they are looked for without samples. */
  let stride = 0;
  let zeros = false;
  const prepare = (needles: readonly Needle[]) => {
    const shortest = Math.min(...needles.map(({ bytes }) => bytes.length));
    const texts = Buffer.concat(needles.flatMap(({ bytes }) => [lengthOf(bytes), bytes]));
    prepared = needles;
    const canSample = shortest >= shortestSampled && texts.length <= longestSampled;
    // At any place, a text contains one of the four-byte samples that are so far apart.
    stride = canSample ? (strides.find((each) => each <= shortest - 3) ?? 0) : 0;
    if (stride === 0) return;
    Buffer.from(memory.buffer, needlePlace, texts.length).set(texts);
    functions.prepare(texts.length, stride);
  };
  return {
    bytes: plain.bytes,
    find: (needles, from, to) => {
      zeros = false;
      if (prepared !== needles) prepare(needles);
      if (stride === 0) return plain.find(needles, from, to);
      for (let at = from; ; at++) {
        at = functions.find(bytesPlace + at, bytesPlace + to, stride) - bytesPlace;
        zeros ||= functions.passedZeros.value !== 0;
        if (at < 0) return -1;
        // The module may match a little too much, and ignores case; this comparison is exact.
        if (needles.some((needle) => at + needle.bytes.length <= to && standsAt(needle, plain.bytes, at))) return at;
      }
    },
    countLineFeeds: (from, to) => functions.countLineFeeds(bytesPlace + from, bytesPlace + to),
    passedZeros: () => (stride === 0 ? plain.passedZeros() : zeros),
  };
}

/** The same with the functions of Node's buffers. */
export function createPlainMemory(bytes: Buffer): SearchMemory {
  let searched = { from: 0, to: 0 };
  return {
    bytes,
    find: (needles, from, to) => {
      searched = { from, to };
      const longest = Math.max(...needles.map((needle) => needle.bytes.length));
      const finds = needles.map((needle) => createFind(needle));
      return findInStretches(finds, bytes, from, to, { stretch, longest });
    },
    countLineFeeds: (from, to) => {
      let count = 0;
      for (let at = bytes.indexOf(lineFeed, from); at >= 0 && at < to; at = bytes.indexOf(lineFeed, at + 1)) count++;
      return count;
    },
    passedZeros: () => hasZeros(bytes, searched.from, searched.to),
  };
}

/**
 * The first place that one of several searches finds, stretch by stretch: frequent places of one cost the others little.
 * @param longest the length of the longest needle
 */
export function findInStretches<Text>(
  finds: readonly ((text: Text, from: number, to: number) => number)[],
  text: Text,
  from: number,
  to: number,
  { stretch, longest }: { readonly stretch: number; readonly longest: number },
): number {
  for (let start = from; start < to; start += stretch) {
    const end = Math.min(to, start + stretch + longest - 1);
    const places = finds.map((find) => find(text, start, end)).filter((at) => at >= 0);
    // A needle that begins in the next stretch may not be the first: this stretch may be too short for a longer one before it.
    if (places.length > 0 && Math.min(...places) < start + stretch) return Math.min(...places);
  }
  return -1;
}

/** Whether a needle is whole at a place. */
export function standsAt({ bytes: wanted, anyCase }: Needle, bytes: Buffer, at: number): boolean {
  const end = at + wanted.length;
  if (end > bytes.length) return false;
  if (!anyCase) return wanted.compare(bytes, at, end) === 0;
  return bytes.toString('latin1', at, end).toLowerCase() === wanted.toString('latin1');
}

/** Whether zero bytes of ASCII in UTF-16 are between two bytes: looks at one of each 16 characters. */
export function hasZeros(bytes: Buffer, from: number, to: number): boolean {
  for (let at = from; at < to; at += 32) if (bytes[at] === 0 || (bytes[at + 1] === 0 && at + 1 < to)) return true;
  return false;
}

function createFind({ bytes: wanted, anyCase }: Needle): (bytes: Buffer, from: number, to: number) => number {
  if (!anyCase) return (bytes, from, to) => bytes.subarray(0, to).indexOf(wanted, from);
  const pattern = new RegExp(
    wanted.toString('latin1').replace(/[^\da-z]/g, (other) => `\\x${hex(other)}`),
    'i',
  );
  return (bytes, from, to) => {
    const at = bytes.toString('latin1', from, to).search(pattern);
    return at < 0 ? -1 : from + at;
  };
}

function hex(character: string): string {
  return character.charCodeAt(0).toString(16).padStart(2, '0');
}

function lengthOf(bytes: Buffer): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32LE(bytes.length);
  return length;
}
