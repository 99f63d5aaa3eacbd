import { onceFor } from '../../shared/onceFor.ts';
import type { Node } from 'web-tree-sitter';
import type { SyntaxContext } from '../mentions/constants.ts';

/** The value of a character, which is no error: `const code = text.charCodeAt(at)`. */
const character =
  /(?<![\p{L}\p{N}_])([\p{L}_][\p{L}\p{N}_]*)\s{0,5}:?=[^=;\n]{0,100}?(?:(?:char_?code|code_?point|key_?code)(?:_?at)?\b|\bord\()/giu;

/**
 * The text by which a subject is judged: for the parameter of a closure that of what it is given, for a variable of an error class
 * that of an error.
 */
export function judgedText(context: SyntaxContext, subject: Node): string {
  const node = context.language.reading.names.given?.(subject) ?? subject;
  const text = context.text.slice(node.startIndex, node.endIndex);
  const owner = /^[\s(&*$]{0,20}([\p{L}_][\p{L}\p{N}_]*)/u.exec(text)?.[1];
  if (owner === undefined) return text;
  if (context.classes.variables.has(owner)) return text.replace(owner, 'error');
  return owner === text && charactersOf(context).has(owner) ? 'character' : text;
}

/** By file, since a text is searched once, however many subjects it has. */
const charactersOf = onceFor(
  ({ text }: SyntaxContext): ReadonlySet<string> => new Set([...text.matchAll(character)].map(([, name = '']) => name)),
);
