import * as l10n from '@vscode/l10n';
import type { LogCompression } from './logFileNames.ts';

/**
 * The kind of a file's content, regardless of its name: compressed data, an archive, or the reason why it is not read here, as a
 * sentence.
 */
export type ContentKind =
  | { readonly compression: LogCompression }
  | { readonly archive: 'zip' | 'tar' }
  | { readonly unreadable: string };

/** So many bytes of a file are enough to recognise its kind. */
export const kindSample = 512;

/** So many of them show the width of characters. */
const wideSample = 64;

/** The message about files compressed in a different way. */
export function sayUnreadableCompression(): string {
  return l10n.t('It is compressed in a way that is not read here: decompress it, or compress it with gzip, zstd, bzip2 or xz.');
}

const gzip = [0x1f, 0x8b, 0x08];
const zstd = [0x28, 0xb5, 0x2f, 0xfd];
const xz = [0xfd, 0x37, 0x7a, 0x58, 0x5a, 0x00];
const bzip2 = [0x42, 0x5a, 0x68];
/** The first block of bzip2, or the end of an empty file, behind the level. */
const bzip2Blocks = [
  [0x31, 0x41, 0x59, 0x26, 0x53, 0x59],
  [0x17, 0x72, 0x45, 0x38, 0x50, 0x90],
];
const zip = [0x50, 0x4b, 0x03, 0x04];
const emptyZip = [0x50, 0x4b, 0x05, 0x06];
const tar = Buffer.from('ustar', 'latin1');
const tarPlace = 257;
/** How others begin: 7z, LZ4, lzip, LZMA, compress, framed Snappy, RAR. */
const others: readonly (readonly number[])[] = [
  [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c],
  [0x04, 0x22, 0x4d, 0x18],
  [0x02, 0x21, 0x4c, 0x18],
  [0x4c, 0x5a, 0x49, 0x50, 0x01],
  [0x5d, 0x00, 0x00],
  [0x1f, 0x9d],
  [0xff, 0x06, 0x00, 0x00, 0x73, 0x4e, 0x61, 0x50],
  [0x52, 0x61, 0x72, 0x21, 0x1a, 0x07],
];
/** The first byte of each of them: nearly all logs begin with a different one. */
const firsts = new Set([gzip, zstd, xz, bzip2, zip, ...others].map(([first]) => first));

/** The kind of a content with this beginning; undefined for text that is read as it is. */
export function kindOfContent(head: Buffer): ContentKind | undefined {
  if (firsts.has(head[0] ?? -1)) {
    if (beginsWith(head, gzip)) return { compression: 'gzip' };
    if (beginsWith(head, zstd)) return { compression: 'zstd' };
    if (beginsWith(head, xz)) return { compression: 'xz' };
    if (beginsWith(head, bzip2) && bzip2Blocks.some((block) => beginsWith(head.subarray(4), block)))
      return { compression: 'bzip2' };
    if (beginsWith(head, zip) || beginsWith(head, emptyZip)) return { archive: 'zip' };
    if (others.some((bytes) => beginsWith(head, bytes))) return { unreadable: sayUnreadableCompression() };
  }
  if (head.length > tarPlace && tar.equals(head.subarray(tarPlace, tarPlace + tar.length))) return { archive: 'tar' };
  return (head[0] === 0 || head[3] === 0) && isUtf32(head)
    ? { unreadable: l10n.t('It is UTF-32, which is not read: convert it to UTF-8.') }
    : undefined;
}

function beginsWith(head: Buffer, bytes: readonly number[]): boolean {
  return bytes.every((byte, index) => head[index] === byte);
}

/** One of each four bytes is zero, at the same end, and its neighbour is at most 16: no character has more than 21 bits. */
function isUtf32(head: Buffer): boolean {
  const bytes = head.subarray(0, wideSample);
  const units = Array.from({ length: bytes.length >> 2 }, (_, index) => bytes.subarray(4 * index, 4 * index + 4));
  if (units.length < 2) return false;
  // A log that was emptied while it was written to begins with characters of zero.
  const isCharacter = (one = 0, two = 0, rest: Buffer) => one === 0 && two <= 0x10 && rest.some((byte) => byte !== 0);
  return (
    units.every((unit) => isCharacter(unit[3], unit[2], unit.subarray(0, 2))) ||
    units.every((unit) => isCharacter(unit[0], unit[1], unit.subarray(2)))
  );
}
