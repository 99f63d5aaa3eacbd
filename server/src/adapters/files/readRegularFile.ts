import * as l10n from '@vscode/l10n';
import { closeSync, fstatSync, openSync, readFileSync } from 'node:fs';
import { readFlags } from './fileReading.ts';

/**
 * The bytes of a file. A pipe, a socket or a device in its place is refused, and never waited for.
 * @param limit the most bytes that it may have
 * @throws the errors of Node's file system, and errors for anything that is not a file or is larger
 */
export function readRegularFile(file: string, limit: number): Buffer {
  const descriptor = openSync(file, readFlags);
  try {
    const stats = fstatSync(descriptor);
    if (!stats.isFile()) throw new Error(l10n.t('It is no file.'));
    if (stats.size > limit) throw new Error(l10n.t('It is larger than {0} MB.', limit / 1e6));
    return readFileSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}
