import type { Catalogue } from '../types.ts';
import { type ClassEntry, nameSeparator } from './classIndex.ts';

/** The classes of catalogues that have a name, written whole or as its last part: `RateLimitError`, `openai.RateLimitError`. */
export function classesNamed(catalogues: readonly Catalogue[], name: string): readonly ClassEntry[] {
  const parts = (text: string): readonly string[] => text.split(nameSeparator).filter((part) => part !== '');
  const asked = parts(name.trim());
  const word = asked.at(-1);
  if (word === undefined) return [];
  // A catalogue may have one name for several languages.
  const found = new Map<string, ClassEntry>();
  for (const catalogue of catalogues) {
    for (const errorClass of catalogue.classes) {
      const own = parts(errorClass.name);
      if (own.at(-1) !== word || !isEndOf(asked, own)) continue;
      const key = JSON.stringify([catalogue.id, errorClass.name, errorClass.codes, errorClass.statuses, errorClass.cause]);
      if (!found.has(key)) found.set(key, { catalogue, errorClass });
    }
  }
  return [...found.values()];
}

/** Whether one name is the end of the other: `openai.RateLimitError` is `RateLimitError`, too. */
function isEndOf(asked: readonly string[], own: readonly string[]): boolean {
  const length = Math.min(asked.length, own.length);
  return asked.slice(-length).join('.') === own.slice(-length).join('.');
}
