import * as l10n from '@vscode/l10n';
import type { SourceNote, SourceReading } from './source.ts';

/** The codes of one document that are read. */
export const mostCodes = 50_000;
const longestTitle = 200;

/** A reading, empty but for what is given. A title is cut, and an empty one is left out. */
export function createReading({
  codes = [],
  title = '',
  hosts = [],
  groups = {},
  from = [],
  notes = [],
}: Partial<SourceReading>): SourceReading {
  return { codes, ...(title === '' ? {} : { title: title.slice(0, longestTitle) }), hosts, groups, from, notes };
}

/** The reading of a document that is not read, with the reason. */
export function refuse(message: string): SourceReading {
  return createReading({ notes: [{ line: undefined, message, severity: 'error' }] });
}

/** The note on a document with more codes than are read; empty for other documents. */
export function noteTooMany(codes: number): SourceNote[] {
  if (codes <= mostCodes) return [];
  const message = l10n.t('The document has {0} codes; the first {1} are read.', codes, mostCodes);
  return [{ line: undefined, message, severity: 'error' }];
}
