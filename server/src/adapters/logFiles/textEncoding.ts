import { isUtf8 } from 'node:buffer';

/** The encoding of a log's text. UTF-8 also means every encoding that has ASCII in single bytes. */
export type TextEncoding = 'utf-8' | 'utf-16le' | 'utf-16be';

/** So many bytes from the beginning of a file are enough to recognise its encoding. */
export const encodingSample = 4_096;

// UTF-16 has a zero byte sooner than this, except in characters that are not valid UTF-8.
const longestWithout = 16;

/**
 * The encoding of a text with this beginning: by its byte order mark, else by the places of its zero bytes. In text that is
 * mostly not ASCII zero bytes are few, and its characters decide.
 */
export function detectEncoding(head: Buffer): TextEncoding {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
  const zeros = [0, 0];
  const length = Math.min(head.length, encodingSample) & ~1;
  // Nearly all logs have none, which Node's own search finds out in a fraction of the time.
  const zero = head.subarray(0, length).indexOf(0);
  if (zero < 0) return 'utf-8';
  // Appended text in UTF-16 is found where it begins.
  if (zero >= longestWithout && isUtf8(head.subarray(0, zero - 1))) return 'utf-8';
  for (let at = 0; at < length; at++) if (head[at] === 0) zeros[at & 1] = (zeros[at & 1] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  // ASCII in UTF-16 has a zero byte in each character, always on the same side.
  const most = length / 2;
  const isAscii = Math.max(even, odd) >= most * 0.4 && Math.min(even, odd) <= most * 0.05;
  if (length >= 16 && isAscii) return odd > even ? 'utf-16le' : 'utf-16be';
  return length < 16 ? 'utf-8' : detectByCharacters(head.subarray(0, length));
}

/** Most characters of a log are from the main blocks of its script. Read in the wrong byte order they are from any block. */
function detectByCharacters(head: Buffer): TextEncoding {
  // A character at the end may be cut.
  let end = head.length;
  while (end > head.length - 4 && (head[end - 1] ?? 0) >= 0x80) end--;
  if (isUtf8(head.subarray(0, end))) return 'utf-8';
  const [little, big] = (['utf-16le', 'utf-16be'] as const).map((encoding) => countUsual(decodeText(head, encoding)));
  const [more = 0, fewer = 0] = [little, big].sort((one = 0, other = 0) => other - one);
  if (more < (head.length / 2) * 0.9 || fewer > more * 0.9) return 'utf-8';
  return more === little ? 'utf-16le' : 'utf-16be';
}

/** First and last of the blocks: ASCII, the alphabets around the Mediterranean, India's, Thai, punctuation, Chinese, Japanese, Korean. */
const usual: readonly (readonly [number, number])[] = [
  [0x20, 0x7e],
  [0xa0, 0x6ff],
  [0x900, 0xe7f],
  [0x2010, 0x2030],
  [0x3000, 0x30ff],
  [0x4e00, 0x9fff],
  [0xac00, 0xd7a3],
  [0xff00, 0xffef],
];

function countUsual(text: string): number {
  let count = 0;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    const isUsual = unit === 9 || unit === 10 || unit === 13 || usual.some(([first, last]) => unit >= first && unit <= last);
    if (isUsual) count++;
  }
  return count;
}

/** A text in the bytes of an encoding. */
export function encodeText(text: string, encoding: TextEncoding): Buffer {
  if (encoding === 'utf-8') return Buffer.from(text, 'utf8');
  const bytes = Buffer.from(text, 'utf16le');
  return encoding === 'utf-16be' ? bytes.swap16() : bytes;
}

/** The text of bytes. Invalid bytes become replacement characters. */
export function decodeText(bytes: Buffer, encoding: TextEncoding): string {
  if (encoding === 'utf-8') return bytes.toString('utf8');
  const even = bytes.subarray(0, bytes.length & ~1);
  return (encoding === 'utf-16be' ? Buffer.from(even).swap16() : even).toString('utf16le');
}

/** How many bytes the first characters of the decoded bytes take. */
export function countEncodedBytes(bytes: Buffer, characters: number, encoding: TextEncoding): number {
  if (encoding !== 'utf-8') return Math.min(bytes.length, 2 * characters);
  const text = bytes.toString('utf8');
  const part = text.slice(0, characters);
  // An invalid byte is one byte, and three when its replacement character is encoded again.
  if (!part.includes('\uFFFD')) return Buffer.byteLength(part);
  let low = 0;
  let high = bytes.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (bytes.toString('utf8', 0, middle).length < characters) low = middle + 1;
    else high = middle;
  }
  // Not in the middle of the last character.
  while (low < bytes.length && bytes.toString('utf8', 0, low + 1).length === characters) low++;
  return characters === 0 ? 0 : low;
}

/** The first line feed from a byte on; -1 without one. @param base bytes of the file before these */
export function findLineFeed(bytes: Buffer, from: number, encoding: TextEncoding, base: number): number {
  for (let at = bytes.indexOf(10, from); at >= 0; at = bytes.indexOf(10, at + 1)) {
    if (encoding === 'utf-8') return at;
    const isLow = ((base + at) & 1) === (encoding === 'utf-16le' ? 0 : 1);
    if (isLow && bytes[encoding === 'utf-16le' ? at + 1 : at - 1] === 0) return at;
  }
  return -1;
}
