import type { Node } from 'web-tree-sitter';
import type { ConditionReading, LabelReading } from './reading/readings.ts';

/** The named children; the library's type allows null, which does not occur. */
export function named(node: Node): Node[] {
  return node.namedChildren.filter((child): child is Node => child !== null);
}

/** All children, punctuation included. */
export function childrenOf(node: Node): Node[] {
  return node.children.filter((child): child is Node => child !== null);
}

/** Whether a node is the value of its parent's field. */
export function isField(parent: Node, field: string, node: Node): boolean {
  return parent.childForFieldName(field)?.id === node.id;
}

/** Whether a node contains an inner one. Both may have the same place. */
export function holdsNode(outer: Node, inner: Node): boolean {
  return outer.startIndex <= inner.startIndex && inner.endIndex <= outer.endIndex;
}

/** Whether a key and a value spell the same code: `NOT_FOUND: 'NOT_FOUND'`, `notFound: 'NOT_FOUND'`. */
export function isSameWord(key: string | undefined, value: string | undefined): boolean {
  const fold = (word: string | undefined): string => (word ?? '').replace(/[^A-Za-z0-9]/g, '').toLowerCase();
  return fold(key) !== '' && fold(key) === fold(value);
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

/** A string literal between its first and last child; undefined where it contains more than plain content. */
export function readPlainString(node: Node, content: string): LabelReading | undefined {
  const parts = named(node).filter(({ type }) => type === content || !/(_start|_end)$/.test(type));
  const [only, ...more] = parts;
  if (more.length > 0 || (only && (only.type !== content || only.namedChildCount > 0))) return undefined;
  const start = node.firstChild?.endIndex ?? node.startIndex;
  const end = Math.max(start, node.lastChild?.startIndex ?? node.endIndex);
  return { form: 'string', value: node.text.slice(start - node.startIndex, end - node.startIndex), span: { start, end }, node };
}

/** The text of a node around a part of it. */
export function textAround(node: Node, part: Node): readonly [before: string, after: string] {
  return [node.text.slice(0, part.startIndex - node.startIndex), node.text.slice(part.endIndex - node.startIndex)];
}

/**
 * Makes one node for neighbours without a common node in the tree: it begins like the first and ends with the last. Only its
 * place, text, type (`joined`) and named children are its own.
 * @param around an ancestor of all of them
 */
export function joinNodes(nodes: readonly Node[], around: Node): Node | undefined {
  const first = nodes[0];
  const last = nodes.at(-1);
  if (!first || !last) return undefined;
  return Object.create(first, {
    type: { value: 'joined' },
    endIndex: { value: last.endIndex },
    text: { get: () => around.text.slice(first.startIndex - around.startIndex, last.endIndex - around.startIndex) },
    namedChildren: { value: nodes },
  }) as Node;
}

/**
 * Makes one node of pieces that a grammar puts side by side, such as `e.code` as an identifier and a selector. It has the place
 * of the first piece and ends with the last one.
 */
export function joinPieces(first: Node, last: Node, type: string): Node {
  return Object.create(first, { endIndex: { value: last.endIndex }, type: { value: type } }) as Node;
}

/** The pieces that a node was joined of. */
export function piecesOf(joined: Node): Node[] {
  const { startIndex, endIndex } = joined;
  return childrenOf(joined.parent ?? joined).filter((piece) => piece.startIndex >= startIndex && piece.endIndex <= endIndex);
}

/**
 * The nodes around a node, from the root inwards. A tree finds a node's parent by going down from its root, so this goes down
 * once.
 */
export function ancestorsOf(root: Node, node: Node): Node[] {
  const ancestors: Node[] = [];
  for (let around: Node | null = root; around !== null && around.id !== node.id; around = around.childWithDescendant(node))
    ancestors.push(around);
  return ancestors;
}
