import { close, constants, fstat, open, type PathLike, read } from 'node:fs';
import { promisify } from 'node:util';

// A pipe may have taken a log's name meanwhile, and opening it would wait. Windows has neither pipes there nor the flag.
export const readFlags = constants.O_RDONLY | ((constants as { readonly O_NONBLOCK?: number }).O_NONBLOCK ?? 0);

const later = { open: promisify(open), read: promisify(read) };

/** Reads files in threads: however slow a disk is, others are answered meanwhile. Everything rejects as Node's file system does. */
export const threadedReading = {
  open: (path: PathLike): Promise<number> => later.open(path, readFlags),
  stat: promisify(fstat),
  /** Reads into all of a buffer, or up to the end of the file. @returns how many bytes there were */
  read: async (descriptor: number, into: Buffer, position: number): Promise<number> =>
    (await later.read(descriptor, into, 0, into.length, position)).bytesRead,
  close: promisify(close),
};
