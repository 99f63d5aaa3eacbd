/** The length of a UUID in text. */
export const uuidLength = 36;

const bitsForEach = 12;
const probes = 8;
const dash = 45;

/**
 * Makes a Bloom filter of the UUIDs that begin before a byte of a text. It holds no ids, and whatever has the dashes of one counts
 * as one: it may say yes to more than stands there, never no to what does.
 */
export function createUuidFilter(text: Uint8Array, end: number): Uint8Array {
  const hashes: number[] = [];
  for (let at = text.indexOf(dash, 8); at >= 0 && at - 8 < end; at = text.indexOf(dash, at + 1)) {
    if (text[at + 5] !== dash || text[at + 10] !== dash || text[at + 15] !== dash) continue;
    if (at - 8 + uuidLength <= text.length) hashes.push(hash(text, at - 8, 1), hash(text, at - 8, 2));
  }
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

/** Builds the question whether a UUID may stand in the text that a filter was made of; false: it does not. */
export function createUuidQuestion(uuid: string): (filter: Uint8Array) => boolean {
  const bytes = Buffer.from(uuid, 'latin1');
  const [first, second] = [hash(bytes, 0, 1), hash(bytes, 0, 2)];
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

/** Of letters in any case. */
function hash(bytes: Uint8Array, from: number, seed: number): number {
  let value = seed;
  for (let at = from; at < from + uuidLength; at++)
    value = Math.imul(value ^ ((bytes[at] ?? 0) | 32), 0x9e3779b1) ^ (value >>> 15);
  return (value ^ (value >>> 16)) >>> 0;
}
