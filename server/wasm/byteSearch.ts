// Searches bytes in place, with operations that JavaScript lacks: four samples at a time, sixteen bytes in one comparison.
// AssemblyScript, compiled when building; adapters/byteSearch.ts has its memory and its promises.
//
// The memory contains a table of the possible samples, then the texts that are looked for, each behind its length, then the
// searched bytes.

const slots: usize = 16_384;
const needles: usize = slots;

let needlesEnd: usize = needles;

/** Letters of ASCII in either case are one. Others may fall together, too: a place that is found is looked at again. */
function fold(word: u32): u32 {
  return word | 0x20202020;
}

function slotOf(word: u32): usize {
  return (word * 0x9e3779b1) >>> 18;
}

function near(word: u32): u32 {
  return load<u8>(slotOf(fold(word)));
}

/** Its highest bits are set where a byte of the word is zero, and perhaps above one. */
function zerosOf(word: u32): u32 {
  return (word - 0x01010101) & ~word;
}

/** Folds the texts that were written behind the table, and notes which samples mean that one may be near. */
export function prepare(length: usize, stride: usize): void {
  memory.fill(0, 0, slots);
  needlesEnd = needles + length;
  for (let needle = needles; needle < needlesEnd; ) {
    const text = needle + 4;
    const end = text + load<u32>(needle);
    for (let at = text; at < end; at++) store<u8>(at, load<u8>(at) | 0x20);
    for (let at = text; at < text + stride; at++) store<u8>(slotOf(load<u32>(at)), 1);
    needle = end;
  }
}

/** Not 0 when a sample of the last search held a zero byte: ASCII in UTF-16 has one in each second byte. */
export let passedZeros: u32 = 0;

/**
 * The first place from `from` on where one of the texts is whole before `to`, in any case; -1 when no text is found. Texts
 * that are at least three bytes longer than the stride contain one of the samples, at any place.
 */
export function find(from: usize, to: usize, stride: usize): i32 {
  passedZeros = 0;
  let at = from;
  let zeros: u32 = 0;
  const step = stride << 2;
  for (; at + step <= to; at += step) {
    const first = load<u32>(at);
    const second = load<u32>(at + stride);
    const third = load<u32>(at + 2 * stride);
    const fourth = load<u32>(at + 3 * stride);
    zeros |= zerosOf(first) | zerosOf(second) | zerosOf(third) | zerosOf(fourth);
    if (near(first) | near(second) | near(third) | near(fourth)) {
      const place = search(at, at + step, from, to, stride);
      if (place >= 0) {
        passedZeros |= zeros & 0x80808080;
        return place;
      }
    }
  }
  passedZeros |= zeros & 0x80808080;
  return search(at, to, from, to, stride);
}

function search(start: usize, end: usize, from: usize, to: usize, stride: usize): i32 {
  for (let at = start; at < end && at + 4 <= to; at += stride) {
    const found = load<u32>(at);
    passedZeros |= zerosOf(found) & 0x80808080;
    if (!near(found)) continue;
    const word = fold(found);
    // The farther back it begins, the earlier the place.
    for (let before = <isize>min(stride - 1, at - from); before >= 0; before--) {
      if (standsAny(at - before, word, before, to)) return <i32>(at - before);
    }
  }
  return -1;
}

/** Whether one of the texts is whole at a place. @param word the four bytes that are `before` bytes behind the place */
function standsAny(place: usize, word: u32, before: usize, to: usize): bool {
  for (let needle = needles; needle < needlesEnd; ) {
    const length: usize = load<u32>(needle);
    const text = needle + 4;
    if (word == load<u32>(text + before) && place + length <= to && stands(place, text, length)) return true;
    needle = text + length;
  }
  return false;
}

/** @param length at least eight */
function stands(place: usize, text: usize, length: usize): bool {
  const last = length - 8;
  for (let at: usize = 0; at < last; at += 8) if (!isSame(place + at, text + at)) return false;
  return isSame(place + last, text + last);
}

function isSame(place: usize, text: usize): bool {
  return (load<u64>(place) | 0x2020202020202020) == load<u64>(text);
}

/** How many line feeds there are. */
export function countLineFeeds(from: usize, to: usize): i32 {
  const lineFeed = i8x16.splat(10);
  let count: i32 = 0;
  let at = from;
  while (at + 64 <= to) {
    let one = i8x16.splat(0);
    let two = one;
    let three = one;
    let four = one;
    // Each lane counts up to 255.
    for (let rounds = min<usize>((to - at) >> 6, 255); rounds > 0; rounds--, at += 64) {
      one = i8x16.sub(one, i8x16.eq(v128.load(at), lineFeed));
      two = i8x16.sub(two, i8x16.eq(v128.load(at, 16), lineFeed));
      three = i8x16.sub(three, i8x16.eq(v128.load(at, 32), lineFeed));
      four = i8x16.sub(four, i8x16.eq(v128.load(at, 48), lineFeed));
    }
    count += sum(i16x8.add(i16x8.add(widen(one), widen(two)), i16x8.add(widen(three), widen(four))));
  }
  for (; at < to; at++) if (load<u8>(at) == 10) count++;
  return count;
}

function widen(lanes: v128): v128 {
  return i16x8.extadd_pairwise_i8x16_u(lanes);
}

function sum(lanes: v128): i32 {
  const four = i32x4.extadd_pairwise_i16x8_u(lanes);
  return i32x4.extract_lane(four, 0) + i32x4.extract_lane(four, 1) + i32x4.extract_lane(four, 2) + i32x4.extract_lane(four, 3);
}
