import {
  close,
  closeSync,
  constants,
  fstat,
  fstatSync,
  open,
  openSync,
  type PathLike,
  read,
  readSync,
  type Stats,
} from 'node:fs';
import { promisify } from 'node:util';

/** How files are read. Everything rejects or throws as Node's file system does. */
export interface FileReading {
  readonly open: (path: PathLike) => number | Promise<number>;
  readonly stat: (descriptor: number) => Stats | Promise<Stats>;
  /** Reads into all of a buffer, or up to the end of the file. @returns how many bytes there were */
  readonly read: (descriptor: number, into: Buffer, position: number) => number | Promise<number>;
  readonly close: (descriptor: number) => void | Promise<void>;
}

// A pipe may have taken a log's name meanwhile, and opening it would wait. Windows has neither pipes there nor the flag.
export const readFlags = constants.O_RDONLY | ((constants as { readonly O_NONBLOCK?: number }).O_NONBLOCK ?? 0);

/** For a program that has nothing else to do: nothing is quicker. */
export const waitingReading: FileReading = {
  open: (path) => openSync(path, readFlags),
  stat: (descriptor) => fstatSync(descriptor),
  read: (descriptor, into, position) => readSync(descriptor, into, 0, into.length, position),
  close: (descriptor) => closeSync(descriptor),
};

const later = { open: promisify(open), stat: promisify(fstat), read: promisify(read), close: promisify(close) };

/** In threads: however slow a disk is, others are answered meanwhile. */
export const threadedReading: FileReading = {
  open: (path) => later.open(path, readFlags),
  stat: (descriptor) => later.stat(descriptor),
  read: async (descriptor, into, position) => (await later.read(descriptor, into, 0, into.length, position)).bytesRead,
  close: (descriptor) => later.close(descriptor),
};
