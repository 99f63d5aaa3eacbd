import type { Node } from 'web-tree-sitter';
import type { ConditionReading } from './language.ts';
import { childrenOf, comparisonOperators, joinPieces, named, piecesOf } from './nodes.ts';
import { readList, unwrap } from './swiftExpressions.ts';

/** The conditions of an `if` or `guard`, joined. */
const conditions = 'joined_conditions';
const guardConditions = 'joined_guard_conditions';

/** The conditions of a statement as one node, and whether one of them binds a name. */
export function conditionsOf(statement: Node): { readonly node: Node; readonly declares: boolean } | undefined {
  const children = childrenOf(statement);
  const end = children.findIndex(({ type }) => type === '{' || type === 'else');
  const parts = children.slice(1, end === -1 ? undefined : end);
  const [first] = parts;
  const last = parts.at(-1);
  if (!first || !last) return undefined;
  const declares = parts.some(({ type }) => type === 'value_binding_pattern');
  const isGuard = statement.type === 'guard_statement';
  // A lone condition is itself, but for what a `guard` leaves by.
  if (parts.length === 1 && !isGuard) return { node: unwrap(first), declares };
  return { node: joinPieces(first, last, isGuard ? guardConditions : conditions), declares };
}

/** Reads comparisons, `contains` on a list or range, and what joins them. */
export function readCondition(wrapped: Node): ConditionReading {
  const node = unwrap(wrapped);
  switch (node.type) {
    case conditions:
      return readAll(node);
    case guardConditions:
      // What follows a `guard` is reached where its conditions hold: it is an `if` that leaves where they do not.
      return { kind: 'not', part: readAll(node) };
    case 'prefix_expression': {
      const target = node.childForFieldName('target');
      return node.firstChild?.text === '!' && target ? { kind: 'not', part: readCondition(target) } : { kind: 'other' };
    }
    case 'call_expression':
      return readContains(node);
    default:
      return binaries.has(node.type) ? readOperators(flatten(node)) : { kind: 'other' };
  }
}

/** Conditions with commas between them; what binds a name says nothing. */
function readAll(joined: Node): ConditionReading {
  const groups: Node[][] = [[]];
  for (const piece of piecesOf(joined)) {
    if (piece.type === ',') groups.push([]);
    else groups.at(-1)?.push(piece);
  }
  const parts = groups.map(
    ([first, ...more]): ConditionReading => (first && more.length === 0 ? readCondition(first) : { kind: 'other' }),
  );
  const [only] = parts;
  return parts.length === 1 && only ? only : { kind: 'and', parts };
}

const binaries = new Set([
  'equality_expression',
  'comparison_expression',
  'conjunction_expression',
  'disjunction_expression',
  'infix_expression',
]);

/** Operands and operators in their order: the grammar nests them to the right whatever binds stronger. */
function flatten(node: Node): Node[] {
  if (!binaries.has(node.type)) return [node];
  const lhs = node.childForFieldName('lhs');
  const op = node.childForFieldName('op');
  const rhs = node.childForFieldName('rhs');
  return lhs && op && rhs ? [...flatten(lhs), op, ...flatten(rhs)] : [node];
}

function readOperators(pieces: readonly Node[]): ConditionReading {
  for (const [operator, kind] of [
    ['||', 'or'],
    ['&&', 'and'],
  ] as const) {
    const groups: Node[][] = [[]];
    for (const [index, piece] of pieces.entries()) {
      if (index % 2 === 1 && piece.text === operator) groups.push([]);
      else groups.at(-1)?.push(piece);
    }
    if (groups.length > 1) return { kind, parts: groups.map(readOperators) };
  }
  const [left, operator, right, ...more] = pieces;
  if (left && pieces.length === 1) return readCondition(left);
  const comparison = comparisonOperators.get(operator?.text ?? '');
  return comparison && left && right && more.length === 0
    ? { kind: 'compare', operator: comparison, left: unwrap(left), right: unwrap(right) }
    : { kind: 'other' };
}

/** `["A", "B"].contains(code)`, `(400..<500).contains(status)`. */
function readContains(call: Node): ConditionReading {
  const [callee, suffix] = named(call);
  const target = callee?.type === 'navigation_expression' ? callee.childForFieldName('target') : null;
  const argument = suffix?.firstNamedChild?.firstNamedChild?.childForFieldName('value');
  if (!target || !argument || callee?.childForFieldName('suffix')?.text.replace(/\s/g, '') !== '.contains')
    return { kind: 'other' };
  const inner = unwrap(target);
  const elements = inner.type === 'range_expression' ? [inner] : readList(inner)?.elements;
  return elements ? { kind: 'contains', subject: unwrap(argument), elements } : { kind: 'other' };
}
