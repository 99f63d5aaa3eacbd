import { readPropertyValues } from './enumeratedValues.ts';
import { createReferences, RelatedFiles } from './openapiReferences.ts';
import type { ListedValue } from './enumeratedValues.ts';
import { listAt } from './placedAccess.ts';
import type { PlacedMap } from './placed.ts';

/**
 * The values of a JSON Schema that is no part of an OpenAPI document, with their descriptions: `{ "type": "string", "enum": […] }`.
 * Undefined for other objects.
 */
export function readSchemaRow(map: PlacedMap): readonly ListedValue[] | undefined {
  const isSchema = [...map.entries.keys()].every((key) =>
    /^(?:\$|x-)|^(?:type|enum|title|description|examples?|default)$/.test(key),
  );
  if (!isSchema || !listAt(map, 'enum')) return undefined;
  const references = createReferences(new RelatedFiles(map, () => 0));
  return readPropertyValues(references, { node: map, file: '', place: map.offset }, () => true).lists.flatMap(
    ({ values }) => values,
  );
}
