import type { TextEncoding } from './textEncoding.ts';

// Text with so many characters of ASCII in a row is not UTF-16.
const telling = 32;
const lineFeed = 10;

/**
 * The stretch of a text around a place that has the same encoding as the text there: PowerShell 5 appends UTF-16 to a log in
 * UTF-8, and other programs append UTF-8 to one in UTF-16.
 */
export function findStretch(bytes: Buffer, at: number, encoding: TextEncoding): { readonly from: number; readonly to: number } {
  if (encoding === 'utf-8') return { from: findLastWide(bytes, at), to: findNextWide(bytes, at) };
  return { from: findLastNarrow(bytes, at), to: findNextNarrow(bytes, at) };
}

/** ASCII in UTF-16 has a zero in each second byte; zeros in a row are from a log that was emptied meanwhile. */
function isWide(bytes: Buffer, zero: number): boolean {
  return [-2, 2].some((step) => bytes[zero + step] === 0 && bytes[zero + step / 2] !== 0);
}

function findLastWide(bytes: Buffer, at: number): number {
  const zero = bytes.subarray(0, at).lastIndexOf(0);
  return zero >= 0 && isWide(bytes, zero) ? zero + 1 : 0;
}

/** Where UTF-16 begins from a place on; the length when it does nowhere. */
export function findNextWide(bytes: Buffer, at: number): number {
  const zero = bytes.indexOf(0, at);
  // The first character of UTF-16 begins before its zero byte, except with the higher byte first.
  if (zero < 0 || !isWide(bytes, zero)) return bytes.length;
  return zero > at ? zero - 1 : at + 1;
}

/**
 * The place behind the last line, before a place, of a text of single bytes. Without such a line 0 or 1, so that characters
 * are whole.
 */
function findLastNarrow(bytes: Buffer, at: number): number {
  for (let end = bytes.lastIndexOf(lineFeed, at - 1); end >= 0; end = end === 0 ? -1 : bytes.lastIndexOf(lineFeed, end - 1)) {
    const start = Math.max(0, end - telling);
    if ((at - end - 1) % 2 === 0 && end > 0 && isNarrow(bytes.subarray(start, end))) return end + 1;
  }
  return at % 2;
}

/** Where text of single bytes begins from a place on; the length when it does nowhere. */
export function findNextNarrow(bytes: Buffer, at: number): number {
  let length = 0;
  for (let index = at; index < bytes.length; index++) {
    const byte = bytes[index] ?? 0;
    length = byte > 0 && byte < 0x80 ? length + 1 : 0;
    if (length === telling) return index + 1 - telling;
  }
  return bytes.length;
}

function isNarrow(bytes: Buffer): boolean {
  return bytes.every((byte) => byte > 0 && byte < 0x80);
}
