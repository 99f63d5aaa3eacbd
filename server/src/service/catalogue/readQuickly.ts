import { CORE_SCHEMA, load } from 'js-yaml';
import type { SourceLocation } from '../types.ts';
import { createPlaces } from './sources/createPlaces.ts';

/**
 * The value of a YAML or JSON text, without a syntax tree: ten times as quick as with one.
 * @returns undefined when the text is wrong, or has anchors: those want the reader that knows places and limits
 */
export function parseQuickly(text: string): { readonly value: unknown } | undefined {
  if (/[&*][\w-]/.test(text)) return undefined;
  try {
    return { value: load(text, { schema: CORE_SCHEMA }) };
  } catch {
    // The reader that knows places reports the problem.
    return undefined;
  }
}

const codeKey = /(?:^|[\s{,-])(["']?)code\1[ \t]*:[ \t]*(["']?)/g;

/**
 * Finds the places of codes by their keys, in the order of the text.
 * @returns undefined when the codes are not written plainly: then a syntax tree is needed
 */
export function locateQuickly(text: string, codes: readonly string[]): readonly SourceLocation[] | undefined {
  const locations: SourceLocation[] = [];
  const placeOf = createPlaces(text);
  codeKey.lastIndex = 0;
  for (const code of codes) {
    const match = codeKey.exec(text);
    if (!match) return undefined;
    const at = match.index + match[0].length;
    const quote = match[2] ?? '';
    const after = text.charAt(at + code.length);
    if (!text.startsWith(code, at) || (quote === '' ? !/^[\s,}]?$/.test(after) : after !== quote)) return undefined;
    locations.push(placeOf(at));
  }
  return codeKey.exec(text) === null ? locations : undefined;
}
