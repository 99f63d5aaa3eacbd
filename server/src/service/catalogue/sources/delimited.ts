import * as l10n from '@vscode/l10n';
import { createPlaces } from './createPlaces.ts';
import { readDelimited, separatorOf } from './page/tables/delimitedRows.ts';
import { readPageCodes } from './page/pageCodes.ts';
import { refuseLarge } from './page/refuseLarge.ts';
import type { CatalogueSource, SourceNote } from './source.ts';

/** Tables as spreadsheets write them: values separated by commas, semicolons, tabs or bars. */
export const delimited: CatalogueSource = {
  id: 'delimited',
  title: 'CSV or TSV table',
  endings: ['.csv', '.tsv'],
  accepts: () => true,
  async read({ name, text }, host) {
    const refused = refuseLarge(text);
    if (refused) return refused;
    const plain = text.startsWith('\uFEFF') ? ` ${text.slice(1)}` : text;
    // Comments above the header are blank for a reader.
    const clean = plain.replace(/^(?:\s*(?:\/\/|#).*(?:\r\n|\r|\n))+/, (lines) => lines.replace(/[^\r\n]/g, ' '));
    const source = { text: clean, placeOf: createPlaces(clean) };
    const { rows, cut } = readDelimited(source, name.toLowerCase().endsWith('.tsv') ? '\t' : separatorOf(clean));
    const notes: SourceNote[] = cut
      ? [{ line: undefined, message: l10n.t('Rows after the first {0} are left out.', rows.length), severity: 'error' }]
      : [];
    return readPageCodes({ name, title: undefined, blocks: [{ kind: 'table', header: [], rows, line: 0 }], notes }, host);
  },
};
