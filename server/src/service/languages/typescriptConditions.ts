import type { Node } from 'web-tree-sitter';
import type { ConditionReading, ListReading } from './language.ts';
import { named } from './nodes.ts';
import { unwrap } from './typescriptExpressions.ts';

const comparisons: Readonly<Record<string, '==' | '!=' | '<' | '<=' | '>' | '>='>> = {
  '===': '==',
  '==': '==',
  '!==': '!=',
  '!=': '!=',
  '<': '<',
  '<=': '<=',
  '>': '>',
  '>=': '>=',
};

/** Reads comparisons, `includes`, `has` and what joins them. */
export function readCondition(wrapped: Node): ConditionReading {
  const node = unwrap(wrapped);
  if (node.type === 'unary_expression' && node.firstChild?.type === '!') {
    const argument = node.childForFieldName('argument');
    return argument ? { kind: 'not', part: readCondition(argument) } : { kind: 'other' };
  }
  if (node.type === 'call_expression') return readContains(node) ?? { kind: 'other' };
  if (node.type !== 'binary_expression') return { kind: 'other' };
  const left = node.childForFieldName('left');
  const right = node.childForFieldName('right');
  const operator = node.childForFieldName('operator')?.type;
  if (!left || !right || operator === undefined) return { kind: 'other' };
  if (operator === '&&') return { kind: 'and', parts: [readCondition(left), readCondition(right)] };
  if (operator === '||') return { kind: 'or', parts: [readCondition(left), readCondition(right)] };
  const comparison = comparisons[operator];
  return comparison ? { kind: 'compare', operator: comparison, left: unwrap(left), right: unwrap(right) } : { kind: 'other' };
}

/** `['A', 'B'].includes(code)`, `new Set(['A', 'B']).has(code)`. */
function readContains(call: Node): ConditionReading | undefined {
  const callee = call.childForFieldName('function');
  const subject = call.childForFieldName('arguments')?.firstNamedChild;
  const receiver = callee?.type === 'member_expression' ? callee.childForFieldName('object') : undefined;
  const method = callee?.childForFieldName('property')?.text;
  if (!receiver || !subject || (method !== 'includes' && method !== 'has')) return undefined;
  const list = readList(unwrap(receiver));
  return list ? { kind: 'contains', subject: unwrap(subject), elements: list.elements } : undefined;
}

/** Reads an array, or the array that a `Set` is made of. */
export function readList(node: Node): ListReading | undefined {
  if (node.type === 'array') {
    return { node, elements: named(node).filter(({ type }) => type !== 'comment') };
  }
  if (node.type !== 'new_expression' || node.childForFieldName('constructor')?.text !== 'Set') return undefined;
  const list = node.childForFieldName('arguments')?.firstNamedChild;
  return list?.type === 'array' ? readList(list) : undefined;
}
