import assert from 'node:assert/strict';
import { loadBuiltinCatalogues } from '../../../server/src/service/catalogue/builtinCatalogues.ts';
import { createBoundedPattern } from '../../../server/src/service/matching/boundedPattern.ts';
import { createLogRecogniser, type LogRecogniser } from '../../../server/src/service/logs/logRecogniser.ts';

/** Recognises the codes and ids of the built-in catalogue. */
export const recogniser = createLogRecogniser(loadBuiltinCatalogues(), createBoundedPattern);

/** The request id of the examples. */
export const requestId = '18b2ad5e-2a9e-4d3f-b9a8-9f2a1e0b1234';

/** Recognises the codes and ids of a catalogue of these codes. */
export function recogniserOf(codes: readonly string[]): LogRecogniser {
  const [catalogue] = loadBuiltinCatalogues();
  const [entry] = catalogue?.codes.values() ?? [];
  assert.ok(catalogue && entry);
  const known = new Map(codes.map((code) => [code, { ...entry, code }]));
  return createLogRecogniser([{ ...catalogue, codes: known }], createBoundedPattern);
}
