import { onceFor } from '../../shared/onceFor.ts';
import type { SyntaxContext } from '../mentions/constants.ts';

/** The names in clauses and tests of classes: `except TRANSIENT:`, `rescue *TRANSIENT`, `isinstance(e, TRANSIENT)`. */
export const clauseNamesOf = onceFor(({ text }: SyntaxContext): ReadonlySet<string> => {
  const clauses = text.matchAll(/\b(?:except|rescue|isinstance)\b([^\n:]{0,200})/g);
  return new Set([...clauses].flatMap(([, behind = '']) => behind.match(/(?<=[ *,(])[@$]{0,2}[\p{L}\p{N}_.]+/gu) ?? []));
});
