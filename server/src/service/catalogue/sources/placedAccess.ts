import * as l10n from '@vscode/l10n';
import { limits } from '../../limits.ts';
import type { SourceLocation } from '../../types.ts';
import { createPlaces } from './createPlaces.ts';
import type { Placed, PlacedDocument, PlacedList, PlacedMap, PlacedScalar } from './placed.ts';
import type { SourceNote } from './source.ts';

/** The value below a key; undefined when it is missing or the node is no map. */
export function valueAt(node: Placed | undefined, key: string): Placed | undefined {
  return node?.kind === 'map' ? node.entries.get(key)?.value : undefined;
}

/** The map below a key; undefined when there is no map. */
export function mapAt(node: Placed | undefined, key: string): PlacedMap | undefined {
  const value = valueAt(node, key);
  return value?.kind === 'map' ? value : undefined;
}

/** The list below a key; undefined when there is no list. */
export function listAt(node: Placed | undefined, key: string): PlacedList | undefined {
  const value = valueAt(node, key);
  return value?.kind === 'list' ? value : undefined;
}

/** The text below a key; undefined when there is no text. */
export function textAt(node: Placed | undefined, key: string): string | undefined {
  const value = valueAt(node, key);
  return value?.kind === 'scalar' && typeof value.value === 'string' ? value.value : undefined;
}

const deepest = 100;

/** Gives one place to a value from `JSON.parse` and to all its parts. Parts nested more than 100 levels deep are left out. */
export function placeValue(value: unknown, offset: number, depth = 0): Placed {
  if (depth < deepest && Array.isArray(value)) {
    return { kind: 'list', offset, items: value.map((item) => placeValue(item, offset, depth + 1)) };
  }
  if (depth < deepest && typeof value === 'object' && value !== null) {
    const entries = Object.entries(value).map(
      ([key, each]) => [key, { keyOffset: offset, value: placeValue(each, offset, depth + 1) }] as const,
    );
    return { kind: 'map', offset, entries: new Map(entries) };
  }
  return placeScalar(value, offset);
}

/** A text, a number or a truth value with its place; nothing for other values. */
export function placeScalar(value: unknown, offset: number): PlacedScalar {
  const isScalar = typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
  return { kind: 'scalar', offset, value: isScalar ? value : null };
}

/**
 * Adds the entries of maps that are merged into a map (`<<` of YAML) where it has none of its own.
 * @param merging entries that may still be added in the document; below 0 once there were more
 */
export function mergeEntries(
  entries: Map<string, { readonly keyOffset: number; readonly value: Placed }>,
  merged: readonly Placed[],
  merging: { left: number },
): void {
  for (const part of merged.flatMap((each) => (each.kind === 'list' ? each.items : [each]))) {
    for (const [name, entry] of part.kind === 'map' ? part.entries : []) {
      merging.left -= 1;
      if (merging.left < 0) return;
      if (!entries.has(name)) entries.set(name, entry);
    }
  }
}

/** The reading of a document in which a few lines of merged maps would grow without end. */
export function tooManyMerged(): PlacedDocument {
  return brokenDocument(l10n.t('The YAML is broken: {0}', `<< merges more than ${limits.mergedEntries} entries`));
}

/** The reading of a document that cannot be read. @param line of the reason, from 0 */
export function brokenDocument(message: string, line?: number): PlacedDocument {
  return { root: undefined, notes: [{ line, message, severity: 'error' }] };
}

/** Levels below which nothing is read: no document that people write is as deep. */
export const deepestValue = 400;

/** The note on values that are too deep to be read. */
export function tooDeepAt(line: number): SourceNote {
  const message = l10n.t('Content that is nested more than {0} levels deep is not read.', deepestValue);
  return { line, message, severity: 'error' };
}

const mostKeys = 10_000;

/** Gives equal keys as one string: in a long document the same few occur a hundred thousand times. */
export function shareKeys(): (key: string) => string {
  const keys = new Map<string, string>();
  return (key) => {
    const known = keys.get(key);
    if (known === undefined && keys.size < mostKeys) keys.set(key, key);
    return known ?? key;
  };
}

/** Finds line and column, from 0, of an offset. For a text in quotes it is the place after the quote, where the code begins. */
export function createLocator(text: string): (offset: number) => SourceLocation {
  const placeOf = createPlaces(text);
  return (offset) => {
    const isQuote = /["']/.test(text.charAt(offset)) && offset + 1 < text.length;
    return placeOf(isQuote ? offset + 1 : offset);
  };
}
