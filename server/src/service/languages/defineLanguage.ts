import type { Language, LanguageDefinition } from './language.ts';
import { createReader } from './reading/createReader.ts';
import { quotesOf } from './textForms.ts';

/** A language together with the reader of its trees, made from its table. */
export function defineLanguage(definition: LanguageDefinition): Language {
  const { id, text, reading, comment } = definition;
  const usual = { languageIds: [id], grammar: id, quotes: quotesOf(text) };
  return { ...usual, ...definition, ...createReader(reading, comment.nodes) };
}
