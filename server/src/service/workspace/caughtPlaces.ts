import { onceFor } from '../../shared/onceFor.ts';
import { codesOfClass } from '../catalogue/classIndex.ts';
import type { Catalogue } from '../types.ts';
import type { ClassPlace, CodePlace } from './fileMentions.ts';

/** By the name of each class of a catalogue, the codes that it covers. */
export const codesByClass = onceFor((catalogue: Catalogue): ReadonlyMap<string, ReadonlySet<string>> => {
  const codes = new Map<string, Set<string>>();
  for (const errorClass of catalogue.classes) {
    const before = codes.get(errorClass.name);
    const own = codesOfClass(catalogue, errorClass);
    // One name in several languages may cover different codes.
    codes.set(errorClass.name, before ? new Set([...before, ...own]) : new Set(own));
  }
  return codes;
});

/** A place that takes a class, as a place of one of the codes that the class covers. */
export function toCaughtPlace({ catalogue, range, name }: ClassPlace, code: string): CodePlace {
  return { code, catalogue, range, role: 'caught', literal: false, bare: true, errorClass: name };
}
