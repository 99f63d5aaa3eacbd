import type { Node } from 'web-tree-sitter';
import { childrenOf } from './nodes.ts';
import { compare, contains, otherCondition } from './reading/readCondition.ts';
import { readWord, readNumber } from './reading/readLabel.ts';
import type { Comparison } from './reading/readingTable.ts';
import type { ConditionReading, LabelReading, Reader } from './reading/readings.ts';

/** The layers that the grammar puts around every expression, one inside the other. */
export const layers = [
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
];

/** Whether a node is only a layer around a different one. */
export function isLayer(node: Node): boolean {
  return layers.includes(node.type) && node.namedChildCount === 1;
}

/** A double-quoted label and a bare word have no node of their own. */
export function readClauseLabel(node: Node): LabelReading | undefined {
  if (/^["']/.test(node.text)) return readQuoted(node);
  if (/^-?\d+$/.test(node.text)) return readNumber(node);
  return /^[\w-]+$/.test(node.text) ? readWord(node, 'key') : undefined;
}

/** A string without variables and escapes. */
export function readQuoted(node: Node): LabelReading | undefined {
  const value = /^(["'])(.*)\1$/s.exec(node.text)?.[2];
  if (value === undefined || (node.text.startsWith('"') && /[$`]/.test(value))) return undefined;
  return { form: 'string', value, span: { start: node.startIndex + 1, end: node.endIndex - 1 }, node };
}

const comparisons: ReadonlyMap<string, Comparison> = new Map([
  ['eq', '=='],
  ['ne', '!='],
  ['lt', '<'],
  ['le', '<='],
  ['gt', '>'],
  ['ge', '>='],
]);

/** `… -and …` */
export function readLogical(node: Node, read: Reader): ConditionReading {
  const parts = read.partsOf(node);
  const left = parts[0];
  const right = parts.at(-1);
  const operator = childrenOf(node)
    .find(({ text }) => /^-(and|or)$/i.test(text))
    ?.text.toLowerCase();
  if (operator === undefined || !left || !right || parts.length < 2) return otherCondition;
  return { kind: operator === '-and' ? 'and' : 'or', parts: [read.readCondition(left), read.readCondition(right)] };
}

/** `-eq`, `-in`, `-contains` */
export function readComparison(node: Node, read: Reader): ConditionReading {
  const [left, ...rest] = read.partsOf(node);
  const right = rest.at(-1);
  const sign = rest.find(({ type }) => type === 'comparison_operator');
  if (!left || !right || !sign) return otherCondition;
  // `-ceq` and `-ieq` determine how case counts.
  const operator = sign.text.toLowerCase().replace(/^-[ci]?(?=(not)?(eq|ne|lt|le|gt|ge|in|contains)$)/, '');
  const comparison = comparisons.get(operator);
  if (comparison) return compare(left, right, read, comparison);
  if (!/^(not)?(in|contains)$/.test(operator)) return otherCondition;
  const [subject, list] = operator.endsWith('in') && !operator.endsWith('contains') ? [left, right] : [right, left];
  const part = contains(subject, list, read);
  if (!part) return otherCondition;
  return operator.startsWith('not') ? { kind: 'not', part } : part;
}

/** `@('A', 'B')` */
export function readStatements(node: Node, read: Reader): readonly Node[] | undefined {
  const statements = node.firstNamedChild;
  const parts = statements ? read.partsOf(statements).map(read.unwrap) : undefined;
  return parts?.flatMap((part) => read.readList(part)?.elements ?? [part]);
}
