import type { Node } from 'web-tree-sitter';
import { comparisonOperators } from '../nodes.ts';
import { compare, otherCondition } from './readCondition.ts';
import type { ConditionReading, Reader } from './readings.ts';

/** Node types of two operands with an operator between them, and the fields of the three. */
export interface OperatorForms {
  readonly nodes: readonly string[];
  readonly fields: readonly [left: string, operator: string, right: string];
}

/** Reads operators that a grammar nests by their order, without precedence: `a == "A" && b > 0` as `(a == "A" && b) > 0`. */
export function readOperators(node: Node, forms: OperatorForms, read: Reader): ConditionReading {
  return readPieces(flatten(node, forms), forms, read);
}

/** Operands and operators in their order. */
function flatten(node: Node, forms: OperatorForms): Node[] {
  if (!forms.nodes.includes(node.type)) return [node];
  const [left, operator, right] = forms.fields.map((field) => node.childForFieldName(field));
  return left && operator && right ? [...flatten(left, forms), operator, ...flatten(right, forms)] : [node];
}

function readPieces(pieces: readonly Node[], forms: OperatorForms, read: Reader): ConditionReading {
  for (const [operator, kind] of [
    ['||', 'or'],
    ['&&', 'and'],
  ] as const) {
    const groups: Node[][] = [[]];
    for (const [index, piece] of pieces.entries()) {
      if (index % 2 === 1 && piece.text === operator) groups.push([]);
      else groups.at(-1)?.push(piece);
    }
    if (groups.length > 1) return { kind, parts: groups.map((group) => readPieces(group, forms, read)) };
  }
  const [left, operator, right, ...more] = pieces;
  // A piece that cannot be taken apart is no condition on a code.
  if (left && pieces.length === 1) return forms.nodes.includes(left.type) ? otherCondition : read.readCondition(left);
  const comparison = comparisonOperators.get(operator?.text ?? '');
  return comparison && left && right && more.length === 0 ? compare(left, right, read, comparison) : otherCondition;
}
