import { fstatSync, writeSync } from 'node:fs';

/** A disk that fills up takes a part: Node's own stream of a file lets the rest go, without a word. */
export function writeWhole(descriptor: number, text: string): void {
  const bytes = Buffer.from(text);
  for (let at = 0; at < bytes.length; ) at += writeSync(descriptor, bytes, at);
}

/** Whether a descriptor is open, and of a file. */
export function isRegularFile(descriptor: number): boolean {
  try {
    return fstatSync(descriptor).isFile();
  } catch {
    // It is closed; writing reports that.
    return false;
  }
}
