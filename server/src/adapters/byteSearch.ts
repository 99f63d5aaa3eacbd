import byteSearch from '../generated/byteSearch.json' with { type: 'json' };

/** Bytes that are searched where they lie, many times as fast as Node's own buffers are. */
export interface SearchMemory {
  /** To be written to. It stays where it is. */
  readonly bytes: Buffer;
  /**
   * The first place where one of the spellings of a text stands whole between two bytes; -1 when there is none.
   * @param spellings the same but for the case of letters; not written to afterwards
   */
  readonly find: (spellings: readonly Buffer[], from: number, to: number) => number;
  /** How many bytes between the two are line feeds. */
  readonly countLineFeeds: (from: number, to: number) => number;
  /** What the last {@link find} counted on its way; undefined when it counted nothing. */
  readonly passed: () => PassedBytes | undefined;
}

/** Bytes that a search went over, and how many of them are line feeds. */
export interface PassedBytes {
  readonly from: number;
  readonly to: number;
  readonly lineFeeds: number;
}

// Shorter texts hold too few bytes to look for them at steps; longer ones have no room.
const shortestSampled = 8;
const longestSampled = 4_096;
// As server/wasm/byteSearch.ts lays its memory out: the table, the text that is looked for, what is searched.
const needlePlace = 16_384;
const bytesPlace = needlePlace + longestSampled;
const pageSize = 65_536;
const widestStride = 32;
const lineFeed = 10;
// Without samples each spelling is looked for by itself: where one stands often, another is not looked for to the end each time.
const stretch = 65_536;

interface Functions {
  readonly prepare: (length: number, stride: number) => void;
  readonly find: (from: number, to: number, length: number, stride: number) => number;
  readonly countLineFeeds: (from: number, to: number) => number;
  readonly passedLineFeeds: { readonly value: number };
  readonly passedTo: { readonly value: number };
}

// Node has it, but for --jitless; the types of Node 20 have not.
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
  let prepared: readonly Buffer[] | undefined;
  let stride = 0;
  let searchedFrom: number | undefined;
  const prepare = (spellings: readonly Buffer[], needle: Buffer) => {
    Buffer.from(memory.buffer, needlePlace, needle.length).set(needle);
    stride = widestStride;
    // A text holds one of the four-byte samples that lie so far apart, wherever it stands.
    while (stride > needle.length - 3) stride >>= 1;
    functions.prepare(needle.length, stride);
    prepared = spellings;
  };
  return {
    bytes: plain.bytes,
    find: (spellings, from, to) => {
      searchedFrom = undefined;
      const { length } = spellings[0] ?? [];
      if (spellings[0] === undefined || length < shortestSampled || length > longestSampled)
        return plain.find(spellings, from, to);
      if (prepared !== spellings) prepare(spellings, spellings[0]);
      for (let at = from; ; at++) {
        searchedFrom = at;
        at = functions.find(bytesPlace + at, bytesPlace + to, length, stride) - bytesPlace;
        if (at < 0) return -1;
        // In whatever case, and a little more.
        const found = plain.bytes.subarray(at, at + length);
        if (spellings.some((spelling) => spelling.equals(found))) return at;
      }
    },
    countLineFeeds: (from, to) => functions.countLineFeeds(bytesPlace + from, bytesPlace + to),
    passed: () =>
      searchedFrom === undefined
        ? undefined
        : {
            from: searchedFrom,
            to: functions.passedTo.value - bytesPlace,
            lineFeeds: functions.passedLineFeeds.value,
          },
  };
}

/** The same with what Node's buffers can do. */
export function createPlainMemory(bytes: Buffer): SearchMemory {
  return {
    bytes,
    find: (spellings, from, to) => {
      const { length } = spellings[0] ?? [];
      for (let start = from; start < to; start += stretch) {
        const text = bytes.subarray(0, Math.min(to, start + stretch + length - 1));
        const places = spellings.map((spelling) => text.indexOf(spelling, start)).filter((at) => at >= 0);
        if (places.length > 0) return Math.min(...places);
      }
      return -1;
    },
    countLineFeeds: (from, to) => {
      let count = 0;
      for (let at = bytes.indexOf(lineFeed, from); at >= 0 && at < to; at = bytes.indexOf(lineFeed, at + 1)) count++;
      return count;
    },
    passed: () => undefined,
  };
}
