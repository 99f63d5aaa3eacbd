import type { Node } from 'web-tree-sitter';

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
