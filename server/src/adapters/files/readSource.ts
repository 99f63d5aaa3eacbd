import * as l10n from '@vscode/l10n';
import { describeReadError } from './readError.ts';
import { readFileSync, statSync } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { decodeSource } from '../../workspace/decodeSource.ts';
import { isGone } from './readError.ts';

/** The text of a source file, or the reason why it has none, to follow its name in a sentence. */
export type SourceRead =
  | { readonly ok: true; readonly text: string }
  | {
      readonly ok: false;
      readonly reason: string;
      /** It could not be read at all; false for one that is left out for a good reason. */
      readonly unreadable: boolean;
      /** There is no such file, or no longer. */
      readonly gone: boolean;
    };

/** Reads a source file of at most so many bytes: UTF-8, or UTF-16 with a byte order mark. */
export async function readSource(file: string, limit: number): Promise<SourceRead> {
  try {
    const stats = await stat(file);
    if (!stats.isFile()) return noFile();
    return stats.size > limit ? tooLarge(limit) : decode(await readFile(file));
  } catch (error) {
    return unreadable(error);
  }
}

/** The same at once, for programs that have nothing else to do: it takes a third of the work. */
export function readSourceNow(file: string, limit: number): SourceRead {
  try {
    const stats = statSync(file);
    if (!stats.isFile()) return noFile();
    return stats.size > limit ? tooLarge(limit) : decode(readFileSync(file));
  } catch (error) {
    return unreadable(error);
  }
}

function decode(bytes: Buffer): SourceRead {
  const text = decodeSource(bytes);
  return text === undefined ? { ok: false, reason: l10n.t('is not text'), unreadable: false, gone: false } : { ok: true, text };
}

/** A pipe would be waited for without end. */
function noFile(): SourceRead {
  return { ok: false, reason: l10n.t('is no file'), unreadable: true, gone: false };
}

function tooLarge(limit: number): SourceRead {
  return { ok: false, reason: l10n.t('is larger than {0} KB', limit / 1000), unreadable: false, gone: false };
}

function unreadable(error: unknown): SourceRead {
  const reason = l10n.t('cannot be read: {0}', describeReadError(error).replace(/[.。]$/, ''));
  return { ok: false, reason, unreadable: true, gone: isGone(error) };
}
