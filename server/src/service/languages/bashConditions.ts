import type { Node } from 'web-tree-sitter';
import { childrenOf, named } from './nodes.ts';
import { otherCondition } from './reading/readCondition.ts';
import { readConstant, readNumber, readWord } from './reading/readLabel.ts';
import type { Comparison } from './reading/readingTable.ts';
import type { ConditionReading, LabelReading, Reader } from './reading/readings.ts';

function inQuotes(node: Node): LabelReading['span'] {
  const start = node.startIndex + 1;
  return { start, end: Math.max(start, node.endIndex - 1) };
}

/** A string, or the variable that is all of it; undefined for a text of several parts. */
export function readQuoted(node: Node, read: Reader): LabelReading | undefined {
  const [content, ...more] = named(node);
  if (more.length > 0) return undefined;
  if (content && content.type !== 'string_content') return read.readLabel(content);
  return { form: 'string', value: content?.text ?? '', span: inQuotes(node), node };
}

/** `'A'` */
export function readRaw(node: Node): LabelReading {
  return { form: 'string', value: node.text.slice(1, -1), span: inQuotes(node), node };
}

/** A word. A pattern may match any code. */
export function readPattern(node: Node): LabelReading {
  if (/^-?\d+$/.test(node.text)) return readNumber(node);
  return /^[\w.-]+$/.test(node.text) ? readWord(node, 'key') : readConstant(node);
}

/** `$code`, `${code}` */
export function readVariable(node: Node): LabelReading | undefined {
  const [name, ...more] = named(node);
  return name?.type === 'variable_name' && more.length === 0 ? readConstant(name) : undefined;
}

const comparisons: ReadonlyMap<string, Comparison> = new Map([
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

/** `[[ … ]]`, `(( … ))` */
export function readInner(node: Node, read: Reader): ConditionReading {
  return node.namedChildCount === 1 && node.firstNamedChild ? read.readCondition(node.firstNamedChild) : otherCondition;
}

/** `[ … ] && [ … ]` */
export function readList(node: Node, read: Reader): ConditionReading {
  const [left, right] = named(node);
  const operator = childrenOf(node).find(({ type }) => type === '&&' || type === '||')?.type;
  if (!left || !right || !operator) return otherCondition;
  return { kind: operator === '&&' ? 'and' : 'or', parts: [read.readCondition(left), read.readCondition(right)] };
}

/** Reads the content of a test's brackets. */
export function readBinaryExpression(node: Node, read: Reader): ConditionReading {
  const left = node.childForFieldName('left');
  const right = node.childForFieldName('right');
  const operator = node.childForFieldName('operator')?.text ?? '';
  // A glob of several parts is no single right side.
  return left && right && node.namedChildCount <= 3 ? readBinary(left, operator, right, read) : otherCondition;
}

function readBinary(left: Node, operator: string, right: Node, read: Reader): ConditionReading {
  if (operator === '&&' || operator === '||')
    return { kind: operator === '&&' ? 'and' : 'or', parts: [read.readCondition(left), read.readCondition(right)] };
  // The grammar lets `=` and `!` bind less and more than they do.
  if (left.type === 'binary_expression') {
    const first = left.childForFieldName('left');
    const second = left.childForFieldName('right');
    const joins = left.childForFieldName('operator')?.text;
    if (!first || !second || (joins !== '&&' && joins !== '||')) return otherCondition;
    return { kind: joins === '&&' ? 'and' : 'or', parts: [read.readCondition(first), readBinary(second, operator, right, read)] };
  }
  if (left.type === 'unary_expression') {
    const operand = left.lastNamedChild;
    const isNot = left.firstChild?.text === '!' && operand;
    return isNot ? { kind: 'not', part: readBinary(operand, operator, right, read) } : otherCondition;
  }
  if (operator === '=~') return { kind: 'contains', subject: left, elements: [right] };
  const comparison = comparisons.get(operator);
  if (!comparison) return otherCondition;
  const isPattern = right.type === 'extglob_pattern' && read.readLabel(right)?.form === 'constant';
  if (!isPattern) return { kind: 'compare', operator: comparison, left, right };
  const contains: ConditionReading = { kind: 'contains', subject: left, elements: [right] };
  return comparison === '==' ? contains : { kind: 'not', part: contains };
}

/** Reads `test "$code" = A`; the place of a command's name may also have `((…))`. */
export function readCommand(command: Node, read: Reader): ConditionReading {
  const name = command.firstNamedChild;
  if (name?.firstNamedChild?.type === 'arithmetic_expansion') return read.readCondition(name.firstNamedChild);
  const [left, operator, right, ...more] = named(command).slice(1);
  if (name?.text !== 'test' || !left || !operator || !right || more.length > 0) return otherCondition;
  return readBinary(left, operator.text, right, read);
}
