import * as l10n from '@vscode/l10n';
import { createPlaces } from './createPlaces.ts';
import type { PageContent } from './page/pageBlocks.ts';
import { createPageSource } from './page/pageSource.ts';
import { readDelimited, separatorOf } from './page/tables/delimitedRows.ts';
import type { SourceDocument, SourceNote } from './source.ts';

/** Tables as spreadsheets write them: values separated by commas, semicolons, tabs or bars. */
export const delimited = createPageSource({ id: 'delimited', title: 'CSV or TSV table', endings: ['.csv', '.tsv'] }, readTable);

function readTable({ name, text }: SourceDocument): PageContent {
  const plain = text.startsWith('\uFEFF') ? ` ${text.slice(1)}` : text;
  // Comments above the header are blank for a reader.
  const clean = plain.replace(/^(?:\s*(?:\/\/|#).*(?:\r\n|\r|\n))+/, (lines) => lines.replace(/[^\r\n]/g, ' '));
  const source = { text: clean, placeOf: createPlaces(clean) };
  const { rows, cut } = readDelimited(source, name.toLowerCase().endsWith('.tsv') ? '\t' : separatorOf(clean));
  const notes: SourceNote[] = cut
    ? [{ line: undefined, message: l10n.t('Rows after the first {0} are left out.', rows.length), severity: 'error' }]
    : [];
  return { title: undefined, blocks: [{ kind: 'table', header: [], rows, line: 0 }], notes };
}
