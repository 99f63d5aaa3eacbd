import type { Node } from 'web-tree-sitter';
import type { ConditionReading, LabelReading } from './language.ts';
import { childrenOf, named } from './nodes.ts';

const variables = new Set(['simple_expansion', 'expansion']);

/** Takes the quotes around a single variable away, and the parentheses around a condition. */
export function unwrap(node: Node): Node {
  let inner = node;
  while (inner.type === 'parenthesized_expression' && inner.firstNamedChild) inner = inner.firstNamedChild;
  return inner;
}

/** Reads a word, string or variable; undefined for what is put together from several. */
export function readLabel(node: Node): LabelReading | undefined {
  const span = { start: node.startIndex, end: node.endIndex };
  switch (node.type) {
    case 'string': {
      const [content, ...more] = named(node);
      if (more.length > 0) return undefined;
      if (content && content.type !== 'string_content') return readLabel(content);
      return {
        form: 'string',
        value: content?.text ?? '',
        span: { start: span.start + 1, end: Math.max(span.start + 1, span.end - 1) },
        node,
      };
    }
    case 'raw_string':
      return {
        form: 'string',
        value: node.text.slice(1, -1),
        span: { start: span.start + 1, end: Math.max(span.start + 1, span.end - 1) },
        node,
      };
    case 'number':
      return { form: 'number', value: node.text, span, node };
    case 'word':
    case 'extglob_pattern':
      if (/^\d+$/.test(node.text)) return { form: 'number', value: node.text, span, node };
      // A pattern may match any code.
      return /^[\w.-]+$/.test(node.text)
        ? { form: 'key', value: node.text, span, node }
        : { form: 'constant', value: undefined, span, node };
    case 'regex':
      return { form: 'constant', value: undefined, span, node };
    case 'simple_expansion':
    case 'expansion': {
      const [name, ...more] = named(node);
      if (name?.type !== 'variable_name' || more.length > 0 || !variables.has(node.type)) return undefined;
      return { form: 'constant', value: undefined, span: { start: name.startIndex, end: name.endIndex }, node: name };
    }
    default:
      return undefined;
  }
}

type Operator = Extract<ConditionReading, { kind: 'compare' }>['operator'];

const comparisons: ReadonlyMap<string, Operator> = new Map([
  ['=', '=='],
  ['==', '=='],
  ['-eq', '=='],
  ['!=', '!='],
  ['-ne', '!='],
  ['<', '<'],
  ['-lt', '<'],
  ['<=', '<='],
  ['-le', '<='],
  ['>', '>'],
  ['-gt', '>'],
  ['>=', '>='],
  ['-ge', '>='],
]);

const other: ConditionReading = { kind: 'other' };

/** Reads `[[ … ]]`, `[ … ]`, `test …`, `(( … ))` and what joins them. */
export function readCondition(wrapped: Node): ConditionReading {
  const node = unwrap(wrapped);
  switch (node.type) {
    case 'test_command':
    case 'arithmetic_expansion':
      return node.namedChildCount === 1 && node.firstNamedChild ? readCondition(node.firstNamedChild) : other;
    case 'negated_command': {
      const command = node.firstNamedChild;
      return command ? { kind: 'not', part: readCondition(command) } : other;
    }
    case 'unary_expression': {
      const operand = node.lastNamedChild;
      return node.firstChild?.text === '!' && operand ? { kind: 'not', part: readCondition(operand) } : other;
    }
    case 'list': {
      const [left, right] = named(node);
      const operator = childrenOf(node).find(({ type }) => type === '&&' || type === '||')?.type;
      if (!left || !right || !operator) return other;
      return { kind: operator === '&&' ? 'and' : 'or', parts: [readCondition(left), readCondition(right)] };
    }
    case 'command':
      return readCommand(node);
    case 'binary_expression': {
      const left = node.childForFieldName('left');
      const right = node.childForFieldName('right');
      const operator = node.childForFieldName('operator')?.text ?? '';
      // A glob of several parts is no single right side.
      return left && right && node.namedChildCount <= 3 ? readBinary(left, operator, right) : other;
    }
    default:
      return other;
  }
}

function readBinary(left: Node, operator: string, right: Node): ConditionReading {
  if (operator === '&&' || operator === '||')
    return { kind: operator === '&&' ? 'and' : 'or', parts: [readCondition(left), readCondition(right)] };
  // The grammar lets `=` and `!` bind less and more than they do.
  if (left.type === 'binary_expression') {
    const [first, second] = [left.childForFieldName('left'), left.childForFieldName('right')];
    const joins = left.childForFieldName('operator')?.text;
    if (!first || !second || (joins !== '&&' && joins !== '||')) return other;
    return { kind: joins === '&&' ? 'and' : 'or', parts: [readCondition(first), readBinary(second, operator, right)] };
  }
  if (left.type === 'unary_expression') {
    const operand = left.lastNamedChild;
    return left.firstChild?.text === '!' && operand ? { kind: 'not', part: readBinary(operand, operator, right) } : other;
  }
  if (operator === '=~') return { kind: 'contains', subject: left, elements: [right] };
  const comparison = comparisons.get(operator);
  if (!comparison) return other;
  const isPattern = right.type === 'extglob_pattern' && readLabel(right)?.form === 'constant';
  if (!isPattern) return { kind: 'compare', operator: comparison, left, right };
  const contains: ConditionReading = { kind: 'contains', subject: left, elements: [right] };
  return comparison === '==' ? contains : { kind: 'not', part: contains };
}

/** `test "$code" = A`; `((…))` may stand where a command's name does. */
function readCommand(command: Node): ConditionReading {
  const name = command.firstNamedChild;
  if (name?.firstNamedChild?.type === 'arithmetic_expansion') return readCondition(name.firstNamedChild);
  const [left, operator, right, ...more] = named(command).slice(1);
  if (name?.text !== 'test' || !left || !operator || !right || more.length > 0) return other;
  return readBinary(left, operator.text, right);
}
