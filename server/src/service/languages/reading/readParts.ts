import type { Node } from 'web-tree-sitter';
import type { Part } from './readingTable.ts';
import type { Reader } from './readings.ts';

/** The part of a node that a table names; undefined where it is missing. */
export function readPart(node: Node, part: Part | undefined, read: Reader): Node | undefined {
  if (typeof part === 'function') return part(node, read) ?? undefined;
  switch (part) {
    case undefined:
      return undefined;
    case 'first':
      return node.firstNamedChild ?? undefined;
    case 'last':
      return node.lastNamedChild ?? undefined;
    case 'only':
      return node.namedChildCount === 1 ? (node.firstNamedChild ?? undefined) : undefined;
    default:
      return node.childForFieldName(part) ?? undefined;
  }
}
