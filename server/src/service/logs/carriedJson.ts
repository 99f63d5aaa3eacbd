import { readLevelName } from './logLevel.ts';

const longestPrefix = 120;
const inBrackets = /[\w.-]{0,64}(?:\[[^\]]{0,110}\]|\([^)]{0,110}\)|<[^>]{0,110}>)/g;
const name = /^[\w@./:#+,*>│›»-]{1,120}$/;
const word = /^[A-Za-z]{2,40}:?$/;
// Names that a sentence has for the JSON that it is about.
const content =
  /^(?:args|arguments|body|config|context|data|details?|event|headers|info|input|json|log|message|options|output|params|payload|received|request|response|result|returned|sent|settings|value):?$/i;

/**
 * The JSON of a line with nothing but times, levels and names before it: `[api] {…}`, `api:dev: {…}`, `INFO {…}`. JSON behind a
 * sentence is what the sentence is about, not the record.
 */
export function findCarriedJson(line: string): string | undefined {
  if (!line.endsWith('}')) return undefined;
  const at = line.indexOf('{"');
  if (at <= 0 || at > longestPrefix) return undefined;
  const before = line.slice(0, at).replace(inBrackets, ' ').trim();
  const parts = before === '' ? [] : before.split(/[\s|]{1,40}/);
  const words = parts.filter((part) => word.test(part) && readLevelName(part.replace(':', '')) === undefined);
  if (words.length > 1 || words.some((part) => content.test(part))) return undefined;
  return parts.every((part) => part === '' || name.test(part)) ? line.slice(at) : undefined;
}
