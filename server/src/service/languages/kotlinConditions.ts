import type { Node } from 'web-tree-sitter';
import type { ConditionReading, LabelReading, ListReading } from './language.ts';
import { childrenOf, comparisonOperators, named, readPlainString } from './nodes.ts';

/** Takes parentheses, casts and `!!` away. */
export function unwrap(node: Node): Node {
  let inner = node;
  for (;;) {
    const isWrapper =
      inner.type === 'parenthesized_expression' ||
      inner.type === 'as_expression' ||
      (inner.type === 'unary_expression' && inner.lastChild?.type === '!!');
    const child = isWrapper ? inner.firstNamedChild : undefined;
    if (!child) return inner;
    inner = child;
  }
}

/** Reads a string, number or reference; undefined for any other expression. */
export function readLabel(wrapped: Node): LabelReading | undefined {
  const node = unwrap(wrapped);
  const span = { start: node.startIndex, end: node.endIndex };
  switch (node.type) {
    case 'string_literal':
    case 'multiline_string_literal':
      return readPlainString(node, 'string_content');
    case 'number_literal':
      return { form: 'number', value: node.text, span, node };
    case 'identifier':
    case 'navigation_expression':
      return { form: 'constant', value: undefined, span, node };
    default:
      return undefined;
  }
}

/** The name that a call calls, its receiver and its arguments' expressions. */
export function readCall(node: Node): { name: string; receiver: Node | undefined; values: readonly Node[] } | undefined {
  if (node.type !== 'call_expression') return undefined;
  const callee = node.firstNamedChild;
  const values = named(node)
    .filter(({ type }) => type === 'value_arguments')
    .flatMap(named)
    .map((argument) => argument.lastNamedChild ?? argument);
  if (callee?.type !== 'navigation_expression') return { name: callee?.text ?? '', receiver: undefined, values };
  return { name: callee.lastNamedChild?.text ?? '', receiver: callee.firstNamedChild ?? undefined, values };
}

/** Reads comparisons, `equals`, `in`, `contains` and what joins them. */
export function readCondition(wrapped: Node): ConditionReading {
  const node = unwrap(wrapped);
  if (node.type === 'unary_expression' && node.firstChild?.type === '!') {
    const operand = node.lastNamedChild;
    return operand ? { kind: 'not', part: readCondition(operand) } : { kind: 'other' };
  }
  if (node.type === 'call_expression') return readCallCondition(node);
  if (node.type === 'in_expression') {
    const [subject, list] = named(node);
    const contains = subject && list ? readContains(subject, list) : undefined;
    if (!contains) return { kind: 'other' };
    return childrenOf(node).some(({ type }) => type === '!in') ? { kind: 'not', part: contains } : contains;
  }
  if (node.type !== 'binary_expression') return { kind: 'other' };
  const left = node.childForFieldName('left');
  const right = node.childForFieldName('right');
  const operator = node.childForFieldName('operator')?.type ?? '';
  if (!left || !right) return { kind: 'other' };
  if (operator === '&&') return { kind: 'and', parts: [readCondition(left), readCondition(right)] };
  if (operator === '||') return { kind: 'or', parts: [readCondition(left), readCondition(right)] };
  const comparison = comparisonOperators.get(operator);
  return comparison ? { kind: 'compare', operator: comparison, left: unwrap(left), right: unwrap(right) } : { kind: 'other' };
}

function readCallCondition(node: Node): ConditionReading {
  const call = readCall(node);
  const [argument] = call?.values ?? [];
  if (!call?.receiver || !argument) return { kind: 'other' };
  if (call.name === 'equals' || call.name === 'contentEquals')
    return { kind: 'compare', operator: '==', left: unwrap(call.receiver), right: unwrap(argument) };
  return (call.name === 'contains' && readContains(argument, call.receiver)) || { kind: 'other' };
}

function readContains(subject: Node, wrappedList: Node): ConditionReading | undefined {
  const list = unwrap(wrappedList);
  const isRange = list.type === 'range_expression' || (list.type === 'infix_expression' && / until /.test(list.text));
  if (isRange) return { kind: 'contains', subject: unwrap(subject), elements: [list] };
  const elements = readList(list)?.elements;
  return elements && { kind: 'contains', subject: unwrap(subject), elements };
}

/** Reads `listOf(…)`, `setOf(…)`, `arrayOf(…)` and their kin. */
export function readList(wrapped: Node): ListReading | undefined {
  const node = unwrap(wrapped);
  const call = readCall(node);
  if (!call || call.receiver || !/^(list|set|array|mutableListOf|mutableSetOf|hashSet|linkedSet)(Of)?$/i.test(call.name))
    return undefined;
  return { node, elements: call.values };
}
