import type { Language, LanguageDefinition } from './language.ts';
import { createReader } from './reading/createReader.ts';

/** A language with what reads its trees by its table. */
export function defineLanguage(definition: LanguageDefinition): Language {
  return { ...definition, ...createReader(definition.reading, definition.comment.nodes) };
}
