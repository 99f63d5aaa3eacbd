import type { Node } from 'web-tree-sitter';
import type { ConditionReading, LabelReading, Language } from './language.ts';

/** The named children; the library's type allows null, which does not occur. */
export function named(node: Node): Node[] {
  return node.namedChildren.filter((child): child is Node => child !== null);
}

/** All children, punctuation included. */
export function childrenOf(node: Node): Node[] {
  return node.children.filter((child): child is Node => child !== null);
}

/** Whether a node is what its parent has in a field. */
export function isField(parent: Node, field: string, node: Node): boolean {
  return parent.childForFieldName(field)?.id === node.id;
}

/** Whether a key and a value spell the same code: `NOT_FOUND: 'NOT_FOUND'`, `notFound: 'NOT_FOUND'`. */
export function isSameWord(key: string | undefined, value: string | undefined): boolean {
  const fold = (word: string | undefined): string => (word ?? '').replace(/[^A-Za-z0-9]/g, '').toLowerCase();
  return fold(key) !== '' && fold(key) === fold(value);
}

/** The named children that are no comments. */
export function withoutComments(node: Node, { comment }: Pick<Language, 'comment'>): Node[] {
  return named(node).filter(({ type }) => !comment.nodes.has(type));
}

/** The comparisons as most languages write them. */
export const comparisonOperators: ReadonlyMap<string, Extract<ConditionReading, { kind: 'compare' }>['operator']> = new Map([
  ['==', '=='],
  ['===', '=='],
  ['!=', '!='],
  ['!==', '!='],
  ['<', '<'],
  ['<=', '<='],
  ['>', '>'],
  ['>=', '>='],
]);

/** A string literal between its first and last child; undefined where it holds more than plain content. */
export function readPlainString(node: Node, content: string): LabelReading | undefined {
  const parts = named(node).filter(({ type }) => type === content || !/(_start|_end)$/.test(type));
  if (parts.length > 1 || (parts[0] && parts[0].type !== content)) return undefined;
  const start = node.firstChild?.endIndex ?? node.startIndex;
  const end = Math.max(start, node.lastChild?.startIndex ?? node.endIndex);
  return { form: 'string', value: node.text.slice(start - node.startIndex, end - node.startIndex), span: { start, end }, node };
}
