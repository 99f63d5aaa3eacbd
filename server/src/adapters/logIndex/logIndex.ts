import type { LogFile } from '../logFiles/logFile.ts';

/** A stretch of a file's content, uncompressed. */
export interface IndexedBlock {
  /** The line of its first byte, from 1. */
  readonly line: number;
  readonly filter: Uint8Array;
}

/** Bytes of each block but the last. */
export const blockLength = 1024 * 1024;

const format = 0x41454332;
const headerLength = 64;
const longestIndex = 100_000_000;

/** The stored form of an index: the identity of its file, and its blocks, with a checksum over all of it. */
export function encodeLogIndex(file: LogFile, contentLength: number, blocks: readonly IndexedBlock[]): Buffer {
  const lengths = Buffer.alloc(blocks.length * 8);
  for (const [index, { line, filter }] of blocks.entries()) {
    lengths.writeUInt32LE(line, index * 8);
    lengths.writeUInt32LE(filter.length, index * 8 + 4);
  }
  const bytes = Buffer.concat([Buffer.alloc(headerLength), lengths, ...blocks.map(({ filter }) => filter)]);
  bytes.writeUInt32LE(format, 0);
  bytes.writeUInt32LE(blocks.length, 8);
  bytes.writeDoubleLE(contentLength, 16);
  for (const [index, value] of identify(file).entries()) bytes.writeDoubleLE(value, 24 + index * 8);
  bytes.writeUInt32LE(sum(bytes), 4);
  return bytes;
}

/** An index as it is used. */
export interface LogIndex {
  /** Whether it is of the file as it is now. */
  readonly isOf: (file: LogFile) => boolean;
  /** Bytes of the content. */
  readonly length: number;
  readonly blocks: readonly IndexedBlock[];
}

/** Reads an index; undefined when it is damaged, of a different format, or not of the file as it is now. */
export function decodeLogIndex(bytes: Buffer, file: LogFile): LogIndex | undefined {
  if (bytes.length < headerLength || bytes.length > longestIndex || bytes.readUInt32LE(0) !== format) return undefined;
  const isOf = (other: LogFile) => identify(other).every((value, index) => bytes.readDoubleLE(24 + index * 8) === value);
  if (!isOf(file)) return undefined;
  if (bytes.readUInt32LE(4) !== sum(bytes)) return undefined;
  const count = bytes.readUInt32LE(8);
  let at = headerLength + count * 8;
  if (at > bytes.length) return undefined;
  const blocks: IndexedBlock[] = [];
  for (let index = 0; index < count; index++) {
    const end = at + bytes.readUInt32LE(headerLength + index * 8 + 4);
    blocks.push({ line: bytes.readUInt32LE(headerLength + index * 8), filter: bytes.subarray(at, end) });
    at = end;
  }
  return at === bytes.length ? { isOf, length: bytes.readDoubleLE(16), blocks } : undefined;
}

function identify({ size, modified, changed, device, inode }: LogFile): readonly number[] {
  return [size, modified, changed, device, inode];
}

/** Over everything but itself. */
function sum(bytes: Buffer): number {
  // Words must be aligned: bytes from a pool may not be.
  const { buffer, byteOffset } = bytes.byteOffset % 4 === 0 ? bytes : new Uint8Array(bytes);
  const words = new Uint32Array(buffer, byteOffset, bytes.length >> 2);
  let value = bytes.length;
  for (let at = 2; at < words.length; at++) value = Math.imul(value ^ (words[at] ?? 0), 0x9e3779b1) ^ (value >>> 15);
  for (let at = bytes.length & ~3; at < bytes.length; at++) value = Math.imul(value ^ (bytes[at] ?? 0), 0x9e3779b1);
  return value >>> 0;
}
