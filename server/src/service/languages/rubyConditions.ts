import type { Node } from 'web-tree-sitter';
import type { ConditionReading, ListReading } from './language.ts';
import { named } from './nodes.ts';

/** Takes parentheses away. */
export function unwrap(node: Node): Node {
  let inner = node;
  while (inner.type === 'parenthesized_statements' && inner.namedChildCount === 1) {
    const child = inner.firstNamedChild;
    if (!child) return inner;
    inner = child;
  }
  return inner;
}

const comparisons: Readonly<Record<string, '==' | '!=' | '<' | '<=' | '>' | '>='>> = {
  '==': '==',
  '===': '==',
  '!=': '!=',
  '<': '<',
  '<=': '<=',
  '>': '>',
  '>=': '>=',
};

/** Reads comparisons, `eql?`, `include?` and what joins them. */
export function readCondition(wrapped: Node): ConditionReading {
  const node = unwrap(wrapped);
  if (node.type === 'unary' && ['!', 'not'].includes(node.firstChild?.type ?? '')) {
    const operand = node.childForFieldName('operand');
    return operand ? { kind: 'not', part: readCondition(operand) } : { kind: 'other' };
  }
  if (node.type === 'call') return readCall(node);
  if (node.type !== 'binary') return { kind: 'other' };
  const left = node.childForFieldName('left');
  const right = node.childForFieldName('right');
  const operator = node.childForFieldName('operator')?.type ?? '';
  if (!left || !right) return { kind: 'other' };
  if (operator === '&&' || operator === 'and') return { kind: 'and', parts: [readCondition(left), readCondition(right)] };
  if (operator === '||' || operator === 'or') return { kind: 'or', parts: [readCondition(left), readCondition(right)] };
  const comparison = comparisons[operator];
  return comparison ? { kind: 'compare', operator: comparison, left: unwrap(left), right: unwrap(right) } : { kind: 'other' };
}

/** `code.eql?("A")`, `%w[A B].include?(code)`, `(400..499).cover?(status)`, `code.in?(%w[A B])`. */
function readCall(call: Node): ConditionReading {
  const receiver = call.childForFieldName('receiver');
  const argument = call.childForFieldName('arguments')?.firstNamedChild;
  const method = call.childForFieldName('method')?.text;
  if (!receiver || !argument) return { kind: 'other' };
  const [left, right] = [unwrap(receiver), unwrap(argument)];
  switch (method) {
    case 'eql?':
    case 'equal?':
      return { kind: 'compare', operator: '==', left, right };
    case 'include?':
    case 'member?':
    case 'cover?':
    case 'between?': {
      if (left.type === 'range') return { kind: 'contains', subject: right, elements: [left] };
      const list = readList(left);
      return list ? { kind: 'contains', subject: right, elements: list.elements } : { kind: 'other' };
    }
    case 'in?': {
      const list = readList(right);
      return list ? { kind: 'contains', subject: left, elements: list.elements } : { kind: 'other' };
    }
    default:
      return { kind: 'other' };
  }
}

/** Reads an array, `%w[…]`, `Set[…]`, `Set.new([…])`, frozen or not. */
export function readList(wrapped: Node): ListReading | undefined {
  const node = unwrap(wrapped);
  if (node.type === 'array' || node.type === 'string_array' || node.type === 'symbol_array')
    return { node, elements: named(node).filter(({ type }) => type !== 'comment') };
  if (node.type === 'element_reference' && node.childForFieldName('object')?.text === 'Set')
    return { node, elements: named(node).slice(1) };
  if (node.type !== 'call') return undefined;
  const receiver = node.childForFieldName('receiver');
  const method = node.childForFieldName('method')?.text;
  if (receiver && (method === 'freeze' || method === 'to_set')) return readList(receiver);
  const argument = node.childForFieldName('arguments')?.firstNamedChild;
  return receiver?.text === 'Set' && method === 'new' && argument ? readList(argument) : undefined;
}
