import { isMap, isScalar, isSeq, type Node, parseDocument, type Scalar } from 'yaml';
import { isYamlTooDeep } from '../documentDepth.ts';
import { createLineIndex } from '../lineIndex.ts';
import type { TextRange } from '../types.ts';

/** A place in a catalogue file: a code, where it is a name or one of the successors. */
export interface CatalogueFilePlace {
  readonly code: string;
  readonly key: 'code' | 'replacedBy';
  /** Offsets of the code without quotes. */
  readonly start: number;
  readonly end: number;
}

/**
 * Finds every place in a catalogue file that names a code, in the order of the text. Never fails: it takes what it can from a
 * broken file.
 */
export function findCodePlaces(text: string): readonly CatalogueFilePlace[] {
  if (isYamlTooDeep(text)) return [];
  const document = parseDocument(text, { prettyErrors: false, strict: false });
  const codes = isMap(document.contents) ? document.contents.get('codes', true) : undefined;
  if (!isSeq(codes)) return [];
  return codes.items.flatMap((entry) => {
    if (!isMap(entry)) return [];
    const successors = entry.get('replacedBy', true);
    return [
      ...placeOf(entry.get('code', true), 'code'),
      ...(isSeq(successors) ? successors.items.flatMap((item) => placeOf(item as Node, 'replacedBy')) : []),
    ];
  });
}

/** The ranges of one code's places, for a rename. */
export function findCodeNames(text: string, code: string): readonly TextRange[] {
  const { rangeOf } = createLineIndex(text);
  return findCodePlaces(text)
    .filter((place) => place.code === code)
    .map(rangeOf);
}

/** By the name of each class of a catalogue file, where the file names it first. Never fails, as above. */
export function findClassPlaces(text: string): ReadonlyMap<string, TextRange> {
  const found = new Map<string, TextRange>();
  if (isYamlTooDeep(text)) return found;
  const { rangeOf } = createLineIndex(text);
  const document = parseDocument(text, { prettyErrors: false, strict: false });
  const classes = isMap(document.contents) ? document.contents.get('classes', true) : undefined;
  for (const entry of isSeq(classes) ? classes.items : []) {
    const [place] = isMap(entry) ? placeOf(entry.get('name', true), 'code') : [];
    if (place && !found.has(place.code)) found.set(place.code, rangeOf(place));
  }
  return found;
}

function placeOf(node: unknown, key: CatalogueFilePlace['key']): CatalogueFilePlace[] {
  if (!isScalar(node) || !node.range) return [];
  const { value, type, range } = node as Scalar;
  if (!range || (typeof value !== 'string' && typeof value !== 'number')) return [];
  const quoted = type === 'QUOTE_DOUBLE' || type === 'QUOTE_SINGLE' ? 1 : 0;
  return [{ code: String(value), key, start: range[0] + quoted, end: range[1] - quoted }];
}
