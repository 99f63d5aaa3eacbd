import { findSource } from '../../../../server/src/service/catalogue/sources/sources.ts';
import type { SourceHost, SourceReading } from '../../../../server/src/service/catalogue/sources/source.ts';

/** Reads a document as the product does: with the reader that its name calls for. @param parse for source code */
export async function readPage(text: string, name = 'docs/errors.md', parse?: SourceHost['parse']): Promise<SourceReading> {
  const source = findSource({ name, text });
  if (!source) throw new Error(`No reader for ${name}`);
  return source.read({ name, text }, { readRelated: async () => ({ problem: 'is not there' }), ...(parse && { parse }) });
}

/**
 * Codes on one line each: `CARD_DECLINED 402 The card was declined → Use another card`. A number has its name in brackets, a
 * retired code a cross with its successors.
 */
export function describeCodes({ codes }: SourceReading): string[] {
  return codes.map(({ entry }) =>
    [
      `${entry.code}${entry.name === undefined ? '' : ` [${entry.name}]`}`,
      entry.status === undefined ? '-' : [entry.status].flat().join('/'),
      entry.retired ? `✗${(entry.replacedBy ?? []).join(',')}` : '',
      entry.inferred ? '(inferred)' : '',
      entry.source ? `(${entry.source})` : '',
      entry.cause,
      entry.remedy ? `→ ${entry.remedy}` : '',
    ]
      .filter((part) => part !== '')
      .join(' '),
  );
}

/** The notes that have a line: `7: Table 1 has no code column.`, lines from 1. */
export function describeNotes({ notes }: SourceReading): string[] {
  return notes.flatMap(({ line, message }) => (line === undefined ? [] : [`${line + 1}: ${message}`]));
}
