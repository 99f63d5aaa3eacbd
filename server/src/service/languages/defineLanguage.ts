import type { Language, LanguageDefinition } from './language.ts';
import { createReader } from './reading/createReader.ts';

/** A language together with the reader of its trees, made from its table. */
export function defineLanguage(definition: LanguageDefinition): Language {
  return { ...definition, ...createReader(definition.reading, definition.comment.nodes) };
}
