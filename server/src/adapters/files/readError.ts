import * as l10n from '@vscode/l10n';
import { describeError } from '../../shared/describeError.ts';

const known: Readonly<Record<string, () => string>> = {
  EACCES: () => l10n.t('Permission denied.'),
  EPERM: () => l10n.t('Permission denied.'),
  ENOENT: () => l10n.t('The file does not exist.'),
  EISDIR: () => l10n.t('It is a folder.'),
  ELOOP: () => l10n.t('It is a symbolic link in a circle.'),
  EMFILE: () => l10n.t('Too many files are open.'),
  ENAMETOOLONG: () => l10n.t('Its path is too long.'),
  ENOTDIR: () => l10n.t('A part of its path is no folder.'),
  EROFS: () => l10n.t('The disk is read-only.'),
  ENOSPC: () => l10n.t('The disk is full.'),
  Z_DATA_ERROR: () => l10n.t('The compressed data is damaged.'),
  Z_BUF_ERROR: () => l10n.t('The compressed data ends too early.'),
};

/** A failure to read a file, as one sentence. */
export function describeReadError(error: unknown): string {
  const code = errorCode(error);
  if (code.startsWith('ZSTD_error')) return l10n.t('The compressed data is damaged.');
  return known[code]?.() ?? describeError(error);
}

/** A failure to write a file, as one sentence. */
export function describeWriteError(error: unknown): string {
  return errorCode(error) === 'ENOENT' ? l10n.t('The folder does not exist.') : describeReadError(error);
}

/** The name of a system's or library's error, such as `ENOENT`; empty when it has none. */
export function errorCode(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}

/** Whether reading a file failed since its name is gone, or now names something that is not a file. */
export function isGone(error: unknown): boolean {
  // Sockets and devices without a driver give the last one.
  return ['ENOENT', 'ENOTDIR', 'EISDIR', 'ENXIO'].includes(errorCode(error));
}
