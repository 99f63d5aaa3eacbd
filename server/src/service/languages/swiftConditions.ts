import type { Node } from 'web-tree-sitter';
import { childrenOf, joinPieces, named, piecesOf } from './nodes.ts';
import { compare, contains, otherCondition } from './reading/readCondition.ts';
import type { OperatorForms } from './reading/readOperators.ts';
import type { ConditionReading, Reader } from './reading/readings.ts';
import { memberOf } from './swiftExpressions.ts';

/** The types of the nodes that the conditions of an `if` and of a `guard` are joined to. */
export const conditions = 'joined_conditions';
export const guardConditions = 'joined_guard_conditions';

function partsOf(statement: Node): Node[] {
  const children = childrenOf(statement);
  const end = children.findIndex(({ type }) => type === '{' || type === 'else');
  return children.slice(1, end === -1 ? undefined : end);
}

/** The conditions of a statement as one node. */
export function conditionsOf(statement: Node): Node | undefined {
  const parts = partsOf(statement);
  const first = parts[0];
  const last = parts.at(-1);
  if (!first || !last) return undefined;
  const isGuard = statement.type === 'guard_statement';
  // A single condition is the node itself, except for the conditions of a `guard`.
  return parts.length === 1 && !isGuard ? first : joinPieces(first, last, isGuard ? guardConditions : conditions);
}

/** Whether one of the conditions binds a name to its subject; the names in a `case` are parts of it. */
export function bindsName(statement: Node): boolean {
  return partsOf(statement).some(
    ({ type }, index, parts) => type === 'value_binding_pattern' && parts[index - 1]?.type !== 'case',
  );
}

/** The code after a `guard` is reached where its conditions are true: it is an `if` that leaves where they are not. */
export function readGuard(node: Node, read: Reader): ConditionReading {
  return { kind: 'not', part: readAll(node, read) };
}

/** Conditions with commas between them; a condition that binds a name is not about a code. */
export function readAll(joined: Node, read: Reader): ConditionReading {
  const groups: Node[][] = [[]];
  for (const piece of piecesOf(joined)) {
    if (piece.type === ',') groups.push([]);
    else groups.at(-1)?.push(piece);
  }
  const parts = groups.map(([first, ...more]) => {
    if (first && more.length === 0) return read.readCondition(first);
    if (first?.type === 'case') return readCase(more, read);
    // `let failed = error as? Failure`
    const cast = more.at(-1);
    const [target, name] = [cast?.childForFieldName('expr'), cast?.childForFieldName('name')];
    const isTest = cast?.type === 'as_expression' && /\bas\s*\?/.test(cast.text);
    return isTest && target && name ? ({ kind: 'type', subject: target, types: [name] } as const) : otherCondition;
  });
  const [only] = parts;
  return parts.length === 1 && only ? only : { kind: 'and', parts };
}

/** `case .declined(let why) = error`, less its first word. */
function readCase(pieces: readonly Node[], read: Reader): ConditionReading {
  const sign = pieces.findIndex(({ type }) => type === '=');
  const [value] = pieces.slice(sign + 1);
  const pattern = pieces.slice(0, sign).filter(({ type }) => type !== 'value_binding_pattern' && type !== '?');
  const label = sign > 0 ? memberOf(pattern) : undefined;
  return label && value ? compare(value, label, read) : otherCondition;
}

/** The grammar nests operators to the right. */
export const binaries = {
  nodes: ['equality_expression', 'comparison_expression', 'conjunction_expression', 'disjunction_expression', 'infix_expression'],
  fields: ['lhs', 'op', 'rhs'],
} satisfies OperatorForms;

/** `["A", "B"].contains(code)`, `(400..<500).contains(status)`. */
export function readContains(call: Node, read: Reader): ConditionReading | undefined {
  const [callee, suffix] = named(call);
  const target = callee?.type === 'navigation_expression' ? callee.childForFieldName('target') : null;
  const argument = suffix?.firstNamedChild?.firstNamedChild?.childForFieldName('value');
  const method = callee?.childForFieldName('suffix')?.text.replace(/\s/g, '');
  return (method === '.contains' || method === '.hasPrefix') && target && argument
    ? contains(argument, target, read, 'range_expression')
    : undefined;
}
