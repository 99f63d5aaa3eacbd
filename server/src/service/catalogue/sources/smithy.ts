import * as l10n from '@vscode/l10n';
import { count } from '../../../shared/count.ts';
import { statusIn, toPlainText } from './codeText.ts';
import { type ModelCodes, readModel } from './models/placedReading.ts';
import { readSmithyText } from './models/smithyText.ts';
import { mapAt, textAt, valueAt } from './placedAccess.ts';
import type { Placed, PlacedMap } from './placed.ts';
import type { CatalogueSource } from './source.ts';

/** Smithy models in their own language or in JSON: the structures that are errors. */
export const smithy: CatalogueSource = {
  id: 'smithy',
  title: 'Smithy model',
  endings: ['.smithy', '.json'],
  accepts: ({ name, text }) => isText(name) || /^\s{0,99}\{\s{0,99}"smithy"\s{0,9}:/.test(text.slice(0, 500)),
  read: (document) =>
    readModel(
      document,
      readShapes,
      l10n.t('The model has no errors.'),
      isText(document.name) ? (text) => ({ root: readSmithyText(text), notes: [] }) : undefined,
    ),
};

function isText(name: string): boolean {
  return name.toLowerCase().endsWith('.smithy');
}

function readShapes(root: Placed): ModelCodes {
  const shapes = [...(mapAt(root, 'shapes')?.entries ?? [])];
  const codes = shapes.flatMap(([id, { keyOffset, value: shape }]) => {
    const traits = mapAt(shape, 'traits');
    const kind = textAt(traits, 'smithy.api#error');
    if (!traits || kind === undefined) return [];
    const name = id.slice(id.indexOf('#') + 1);
    return [
      {
        entry: {
          code: codeOf(traits) ?? name,
          status: statusIn(valueAt(traits, 'smithy.api#httpError')) ?? (kind === 'server' ? ('5xx' as const) : ('4xx' as const)),
          cause: toPlainText(textAt(traits, 'smithy.api#documentation') ?? ''),
          ...(traits.entries.has('smithy.api#retryable') ? { retry: 'backoff' as const } : {}),
          ...(traits.entries.has('smithy.api#deprecated') ? { retired: true } : {}),
        },
        place: keyOffset + id.indexOf('#') + 1,
      },
    ];
  });
  const service = shapes.map(([, { value }]) => value).find((shape) => textAt(shape, 'type') === 'service');
  const traits = mapAt(service, 'traits');
  const prefix = textAt(mapAt(traits, 'aws.api#service'), 'endpointPrefix');
  return {
    codes,
    title: textAt(traits, 'smithy.api#title') ?? '',
    hosts: prefix !== undefined && /^[a-z0-9.-]{1,60}$/.test(prefix) ? [`${prefix}.amazonaws.com`] : [],
    from: count(codes.length, 'error'),
  };
}

/** The code of the query protocol goes over the wire in the place of the shape's name. */
function codeOf(traits: PlacedMap): string | undefined {
  return textAt(mapAt(traits, 'aws.protocols#awsQueryError'), 'code');
}
