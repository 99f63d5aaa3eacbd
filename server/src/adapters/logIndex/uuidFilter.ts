/** The length of a UUID in text. */
export const uuidLength = 36;

const digits = 32;
const bitsForEach = 12;
const probes = 8;
const dash = 45;
// A text of nothing but digits holds one at each: it is not worth a filter.
const most = 65_536;
const yesToAll = Uint8Array.of(255);

/** The value of each byte that is a hexadecimal digit, -1 of all others. */
const valueOf = Int8Array.from({ length: 256 }, (_, byte) => {
  const value = Number.parseInt(String.fromCharCode(byte), 16);
  return Number.isNaN(value) ? -1 : value;
});

/**
 * Makes a Bloom filter of the UUIDs that begin before a byte of a text, with their dashes or without. It contains no ids, and
 * any 32 digits in a row count, in a longer row too. It may wrongly report a UUID that the text does not contain, and never
 * misses one that it does.
 */
export function createUuidFilter(text: Uint8Array, end: number): Uint8Array {
  const hashes: number[] = [];
  findDashed(text, end, hashes);
  findPlain(text, end, hashes);
  if (isFull(hashes)) return yesToAll;
  const filter = new Uint8Array(Math.ceil((hashes.length / 2) * (bitsForEach / 8)));
  for (let index = 0; index < hashes.length; index += 2) {
    const [first = 0, second = 0] = [hashes[index], hashes[index + 1]];
    for (let probe = 0; probe < probes; probe++) {
      const bit = ((first + probe * second) >>> 0) % (filter.length * 8);
      filter[bit >> 3] = (filter[bit >> 3] ?? 0) | (1 << (bit & 7));
    }
  }
  return filter;
}

/**
 * Builds the test whether the text of a filter may contain a UUID; false: it does not.
 * @param uuid its 32 digits
 */
export function createUuidQuestion(uuid: string): (filter: Uint8Array) => boolean {
  const window = new Uint32Array(4);
  for (const byte of Buffer.from(uuid, 'latin1')) push(window, valueOf[byte] ?? 0);
  const first = hash(window, 1);
  const second = hash(window, 2);
  return (filter) => {
    const bits = filter.length * 8;
    if (bits === 0) return false;
    for (let probe = 0; probe < probes; probe++) {
      const bit = ((first + probe * second) >>> 0) % bits;
      if ((((filter[bit >> 3] ?? 0) >> (bit & 7)) & 1) === 0) return false;
    }
    return true;
  };
}

function findDashed(text: Uint8Array, end: number, hashes: number[]): void {
  const window = new Uint32Array(4);
  for (let at = text.indexOf(dash, 8); at >= 0 && at - 8 < end; at = text.indexOf(dash, at + 1)) {
    if (text[at + 5] !== dash || text[at + 10] !== dash || text[at + 15] !== dash) continue;
    const start = at - 8;
    let count = 0;
    for (let place = start; place < start + uuidLength; place++) {
      const value = valueOf[text[place] ?? 0] ?? -1;
      if (value < 0) continue;
      push(window, value);
      count++;
    }
    if (count === digits) addHashes(hashes, window);
  }
}

function findPlain(text: Uint8Array, end: number, hashes: number[]): void {
  const window = new Uint32Array(4);
  const isDigit = (at: number) => (valueOf[text[at] ?? 0] ?? -1) >= 0;
  // So many in a row have one at each such step.
  for (let step = digits - 1; step < text.length; step += digits) {
    if (!isDigit(step)) continue;
    let start = step;
    while (start > 0 && isDigit(start - 1)) start--;
    let at = start;
    for (; at < text.length && isDigit(at); at++) {
      push(window, valueOf[text[at] ?? 0] ?? 0);
      if (at - start < digits - 1) continue;
      if (at - digits + 1 >= end || isFull(hashes)) return;
      addHashes(hashes, window);
    }
    // The whole row was read.
    while (step + digits < at) step += digits;
  }
}

/** The last 32 digits that were pushed, as one number of four words. */
type DigitWindow = Uint32Array;

function push(window: DigitWindow, value: number): void {
  const [one = 0, two = 0, three = 0, four = 0] = window;
  window[0] = (one << 4) | (two >>> 28);
  window[1] = (two << 4) | (three >>> 28);
  window[2] = (three << 4) | (four >>> 28);
  window[3] = (four << 4) | value;
}

function hash(window: DigitWindow, seed: number): number {
  let value = seed;
  for (let index = 0; index < 4; index++) {
    const word = window[index] ?? 0;
    value = Math.imul(value ^ word, 0x9e3779b1) ^ (value >>> 15) ^ (word >>> 17);
  }
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  return (value ^ (value >>> 13)) >>> 0;
}

function addHashes(hashes: number[], window: DigitWindow): void {
  hashes.push(hash(window, 1), hash(window, 2));
}

function isFull(hashes: readonly number[]): boolean {
  return hashes.length >= 2 * most;
}
