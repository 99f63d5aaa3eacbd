import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { createInterface } from 'node:readline/promises';
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
  const isFile = await stat(file).then(
    (about) => about.isFile(),
    () => false,
  );
  const present = isFile ? await readFile(file, 'utf8').catch(() => undefined) : undefined;
  if (present === undefined || present === text || !isEdited(present)) return true;
  if (process.stdin.isTTY === true && streams.progress) {
    streams.error(`${file} was edited, or written by hand. Write over it? (y/N) `);
    const lines = createInterface({ input: process.stdin });
    const answer = await lines.question('');
    lines.close();
    if (/^y(?:es)?$/i.test(answer.trim())) return true;
  }
  streams.error(
    `${file}: was edited, or written by hand, and is not written over; --force does, catalogue diff --apply merges\n`,
  );
  return false;
}

function isEdited(text: string): boolean {
  const plain = text.replaceAll('\r\n', '\n');
  const match = mark.exec(plain);
  return !match || fingerprint(plain.replace(`${match[0]}\n`, '')) !== match[1];
}

function fingerprint(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 16);
}
