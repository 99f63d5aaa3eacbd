import type { Node } from 'web-tree-sitter';
import type { ConditionReading, LabelReading, ListReading } from './language.ts';
import { childrenOf, named } from './nodes.ts';

/** What the grammar puts around every expression, one inside the other. */
const layers = new Set([
  'pipeline',
  'pipeline_chain',
  'logical_expression',
  'bitwise_expression',
  'comparison_expression',
  'additive_expression',
  'multiplicative_expression',
  'format_expression',
  'range_expression',
  'array_literal_expression',
  'unary_expression',
  'parenthesized_expression',
  'switch_condition',
  'switch_clause_condition',
  'key_expression',
  'string_literal',
  'integer_literal',
]);

/** Takes the layers of the grammar, parentheses and casts away. */
export function unwrap(node: Node): Node {
  let inner = node;
  for (;;) {
    const child = inner.lastNamedChild;
    const isCast =
      inner.type === 'cast_expression' || (inner.type === 'expression_with_unary_operator' && child?.type === 'cast_expression');
    if (!child || !(isCast || (layers.has(inner.type) && inner.namedChildCount === 1))) return inner;
    inner = child;
  }
}

/** Whether a node is nothing but a layer around another one. */
export function isLayer(node: Node): boolean {
  return layers.has(node.type) && node.namedChildCount === 1;
}

/** Reads a string, word, number, variable or member; undefined for any other expression. */
export function readLabel(wrapped: Node): LabelReading | undefined {
  const node = unwrap(wrapped);
  const span = { start: node.startIndex, end: node.endIndex };
  switch (node.type) {
    case 'verbatim_string_characters':
    case 'expandable_string_literal':
      return readQuoted(node);
    case 'switch_clause_condition':
      // A double-quoted label and a bare word have no node of their own.
      if (/^["']/.test(node.text)) return readQuoted(node);
      return /^[\w-]+$/.test(node.text) ? { form: 'key', value: node.text, span, node } : undefined;
    case 'simple_name':
      return { form: 'key', value: node.text, span, node };
    case 'decimal_integer_literal':
      return { form: 'number', value: node.text, span, node };
    case 'variable':
    case 'member_access':
      return { form: 'constant', value: undefined, span, node };
    default:
      return undefined;
  }
}

function readQuoted(node: Node): LabelReading | undefined {
  const value = /^(["'])(.*)\1$/s.exec(node.text)?.[2];
  if (value === undefined || (node.text.startsWith('"') && /[$`]/.test(value))) return undefined;
  return { form: 'string', value, span: { start: node.startIndex + 1, end: node.endIndex - 1 }, node };
}

type Operator = Extract<ConditionReading, { kind: 'compare' }>['operator'];

const comparisons: ReadonlyMap<string, Operator> = new Map([
  ['eq', '=='],
  ['ne', '!='],
  ['lt', '<'],
  ['le', '<='],
  ['gt', '>'],
  ['ge', '>='],
]);

/** Reads `-eq`, `-in`, `-contains` and what joins them. */
export function readCondition(wrapped: Node): ConditionReading {
  const node = unwrap(wrapped);
  if (node.type === 'expression_with_unary_operator') {
    const operand = node.lastNamedChild;
    return operand && /^(!|-not)$/i.test(node.firstChild?.text ?? '')
      ? { kind: 'not', part: readCondition(operand) }
      : { kind: 'other' };
  }
  const [left, ...rest] = named(node).filter(({ type }) => type !== 'comment');
  const right = rest.at(-1);
  if (!left || !right) return { kind: 'other' };
  if (node.type === 'logical_expression') {
    const operator = childrenOf(node)
      .find(({ text }) => /^-(and|or)$/i.test(text))
      ?.text.toLowerCase();
    if (operator === undefined) return { kind: 'other' };
    return { kind: operator === '-and' ? 'and' : 'or', parts: [readCondition(left), readCondition(right)] };
  }
  const sign = node.type === 'comparison_expression' ? rest.find(({ type }) => type === 'comparison_operator') : undefined;
  // `-ceq` and `-ieq` say how case counts.
  const operator = sign?.text.toLowerCase().replace(/^-[ci]?(?=(not)?(eq|ne|lt|le|gt|ge|in|contains)$)/, '');
  if (operator === undefined) return { kind: 'other' };
  const comparison = comparisons.get(operator);
  if (comparison) return { kind: 'compare', operator: comparison, left: unwrap(left), right: unwrap(right) };
  if (!/^(not)?(in|contains)$/.test(operator)) return { kind: 'other' };
  const [subject, list] = operator.endsWith('in') && !operator.endsWith('contains') ? [left, right] : [right, left];
  const elements = readList(list)?.elements;
  if (!elements) return { kind: 'other' };
  const contains: ConditionReading = { kind: 'contains', subject: unwrap(subject), elements };
  return operator.startsWith('not') ? { kind: 'not', part: contains } : contains;
}

/** Reads `'A', 'B'` and `@('A', 'B')`. */
export function readList(wrapped: Node): ListReading | undefined {
  const node = unwrap(wrapped);
  // In `'A', 'B' -contains $code` the list is one of the operator's layers.
  if (node.type === 'array_literal_expression')
    return {
      node,
      elements: named(node)
        .filter(({ type }) => type !== 'comment')
        .map(unwrap),
    };
  const statements = node.type === 'array_expression' ? node.firstNamedChild : undefined;
  if (!statements) return undefined;
  const parts = named(statements)
    .filter(({ type }) => type !== 'comment')
    .map(unwrap);
  return { node, elements: parts.flatMap((part) => readList(part)?.elements ?? [part]) };
}
