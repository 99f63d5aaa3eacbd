import * as l10n from '@vscode/l10n';
import { count } from '../../../shared/count.ts';
import { statusIn } from './codeText.ts';
import { readErrorExample } from './errorExamples.ts';
import { type ModelCodes, readModel } from './models/placedReading.ts';
import { createReferences, RelatedFiles } from './openapiReferences.ts';
import { listAt, mapAt, textAt, valueAt } from './placedAccess.ts';
import type { Placed } from './placed.ts';
import type { CatalogueSource } from './source.ts';

const deepest = 50;
const mostResponses = 50_000;

/** Postman collections: the codes in the error responses that are saved with their requests. */
export const postman: CatalogueSource = {
  id: 'postman',
  title: 'Postman collection',
  endings: ['.json'],
  accepts: ({ text }) => /"schema"\s{0,9}:\s{0,9}"https?:\/\/schema\.(?:get)?postman\.com\//.test(text.slice(0, 20_000)),
  read: (document) => readModel(document, readCollection, l10n.t('The collection has no saved responses with error codes.')),
};

function readCollection(root: Placed): ModelCodes {
  const references = createReferences(new RelatedFiles(root, () => 0));
  const codes: ModelCodes['codes'][number][] = [];
  let responses = 0;
  const visit = (item: Placed, depth: number): void => {
    if (depth > deepest) return;
    for (const inner of listAt(item, 'item')?.items ?? []) visit(inner, depth + 1);
    for (const response of listAt(item, 'response')?.items ?? []) {
      const body = valueAt(response, 'body');
      const status = statusIn(valueAt(response, 'code'));
      if (!body || status === undefined || !/^[45]/.test(String(status)) || responses >= mostResponses) continue;
      const found = readErrorExample(references, { node: body, file: '', place: body.offset }, () => true);
      if (found.length > 0) responses++;
      for (const { code, cause, place, status: own } of found) {
        const said = cause || (textAt(response, 'name') ?? '');
        codes.push({ entry: { code, status: own ?? status, cause: said, source: 'example' }, place });
      }
    }
  };
  visit(root, 0);
  return {
    codes,
    title: textAt(mapAt(root, 'info'), 'name') ?? '',
    from: count(responses, 'saved response'),
  };
}
