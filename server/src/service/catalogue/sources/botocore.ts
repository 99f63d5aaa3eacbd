import * as l10n from '@vscode/l10n';
import { count } from '../../../shared/count.ts';
import { statusIn, toPlainText } from './codeText.ts';
import { type ModelCodes, readModel } from './models/placedReading.ts';
import { mapAt, textAt, valueAt } from './placedAccess.ts';
import type { Placed } from './placed.ts';
import type { CatalogueSource } from './source.ts';

/** Service models of botocore and the older AWS SDKs: their exceptions, by the code that goes over the wire. */
export const botocore: CatalogueSource = {
  id: 'botocore',
  title: 'botocore service model',
  endings: ['.json'],
  accepts: ({ text }) =>
    /"metadata"\s{0,9}:\s{0,9}\{/.test(text.slice(0, 2_000)) &&
    /"endpointPrefix"/.test(text.slice(0, 5_000)) &&
    text.includes('"shapes"'),
  read: (document) => readModel(document, readShapes, l10n.t('The service model has no exceptions.')),
};

function readShapes(root: Placed): ModelCodes {
  const metadata = mapAt(root, 'metadata');
  const shapes = mapAt(root, 'shapes');
  const codes = [...(shapes?.entries ?? [])].flatMap(([name, { keyOffset, value: shape }]) => {
    const error = mapAt(shape, 'error');
    if (!isTrue(valueAt(shape, 'exception')) && error === undefined) return [];
    const code = textAt(error, 'code') ?? name;
    const given = statusIn(valueAt(error, 'httpStatusCode')) ?? (isTrue(valueAt(shape, 'fault')) ? '5xx' : undefined);
    const cause = toPlainText(textAt(shape, 'documentation') ?? '');
    const isRetryable = valueAt(shape, 'retryable')?.kind === 'map';
    return [
      {
        entry: {
          code,
          ...(given === undefined ? {} : { status: given }),
          cause,
          ...(isRetryable ? { retry: 'backoff' as const } : {}),
        },
        place: keyOffset,
      },
    ];
  });
  const prefix = textAt(metadata, 'endpointPrefix');
  return {
    codes,
    title: textAt(metadata, 'serviceFullName') ?? '',
    hosts: prefix !== undefined && /^[a-z0-9.-]{1,60}$/.test(prefix) ? [`${prefix}.amazonaws.com`] : [],
    from: count(codes.length, 'exception'),
  };
}

function isTrue(node: Placed | undefined): boolean {
  return node?.kind === 'scalar' && node.value === true;
}
