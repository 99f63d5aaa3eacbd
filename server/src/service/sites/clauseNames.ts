import type { SyntaxContext } from '../mentions/constants.ts';

/** By file, since a text is searched once, however many lists it has. */
const clauseNames = new WeakMap<SyntaxContext, ReadonlySet<string>>();

/** The names in clauses and tests of classes: `except TRANSIENT:`, `rescue *TRANSIENT`, `isinstance(e, TRANSIENT)`. */
export function clauseNamesOf(context: SyntaxContext): ReadonlySet<string> {
  const clauses = (): RegExpStringIterator<RegExpExecArray> =>
    context.text.matchAll(/\b(?:except|rescue|isinstance)\b([^\n:]{0,200})/g);
  const known =
    clauseNames.get(context) ??
    new Set([...clauses()].flatMap(([, behind = '']) => behind.match(/(?<=[ *,(])[@$]{0,2}[\p{L}\p{N}_.]+/gu) ?? []));
  clauseNames.set(context, known);
  return known;
}
