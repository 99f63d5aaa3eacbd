import * as l10n from '@vscode/l10n';
import { kindOf } from '../adapters/files/fileKind.ts';
import { sha256 } from '../adapters/files/hash.ts';
import { readRegularFile } from '../adapters/files/readRegularFile.ts';
import { askOnTerminal } from '../adapters/startup/askOnTerminal.ts';
import { longestDocument } from './loadCatalogues.ts';
import type { Streams } from './streams.ts';

const mark = /^# api-error-codes:([\da-f]{16})$/m;

/** A catalogue's text with a line that shows later whether it was edited. Only YAML has comments to put it in. */
export function withMark(text: string, format: 'yaml' | 'json'): string {
  return format === 'yaml' ? `# api-error-codes:${fingerprint(text)}\n${text}` : text;
}

/**
 * Whether a file may be written over: it is not there, holds just this text, or nothing was edited since it was written. Else the
 * user is asked, where there is a terminal; standard error says why it is not written.
 */
export async function mayWriteOver(file: string, text: string, streams: Streams): Promise<boolean> {
  // A pipe or a device has nothing that could be lost.
  const present = kindOf(file) === 'file' ? readPresent(file) : undefined;
  if (present === undefined || present === text || !isEdited(present)) return true;
  if (process.stdin.isTTY === true && streams.progress) {
    streams.error(`${l10n.t('{0} was edited, or written by hand. Write over it?', file)} (y/N) `);
    if (await askOnTerminal()) return true;
  }
  streams.error(
    `${file}: ${l10n.t('was edited, or written by hand, and is not written over; --force does, catalogue diff --apply merges')}\n`,
  );
  return false;
}

/** The text of a file; empty where it cannot be read, since it may hold edits then. */
function readPresent(file: string): string {
  try {
    return readRegularFile(file, longestDocument).toString('utf8');
  } catch {
    return '';
  }
}

function isEdited(text: string): boolean {
  const plain = text.replaceAll('\r\n', '\n');
  const match = mark.exec(plain);
  return !match || fingerprint(plain.replace(`${match[0]}\n`, '')) !== match[1];
}

function fingerprint(text: string): string {
  return sha256(text, 'hex').slice(0, 16);
}
