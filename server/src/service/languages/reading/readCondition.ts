import type { Node } from 'web-tree-sitter';
import { comparisonOperators } from '../nodes.ts';
import { byType } from './byType.ts';
import { readPart } from './readParts.ts';
import type { ConditionForms } from './readingTable.ts';
import type { ConditionReading, Reader } from './readings.ts';

/** A condition that is not about a code. */
export const otherCondition: ConditionReading = { kind: 'other' };

/** Reads conditions according to a table. */
export function createConditionReader(forms: ConditionForms, read: Reader) {
  const { notSigns = ['!'], binaries = ['binary_expression'], and = ['&&'], or = ['||'] } = forms;
  const { comparisons = comparisonOperators } = forms;
  const not = forms.not && byType(forms.not);
  const others = forms.others && byType(forms.others);
  const readBinary = (node: Node): ConditionReading => {
    const left = node.childForFieldName('left');
    const right = node.childForFieldName('right');
    if (!left || !right) return otherCondition;
    const operator = node.childForFieldName('operator')?.type.toLowerCase() ?? '';
    const kind = and.includes(operator) ? 'and' : or.includes(operator) ? 'or' : undefined;
    if (kind) return { kind, parts: [read.readCondition(left), read.readCondition(right)] };
    if (operator === forms.isOf) return { kind: 'type', subject: read.unwrap(left), types: [right] };
    const comparison = comparisons.get(operator);
    return comparison ? compare(left, right, read, comparison) : otherCondition;
  };
  return (wrapped: Node): ConditionReading => {
    const node = read.unwrap(wrapped);
    const other = others?.get(node.type)?.(node, read);
    if (other) return other;
    const operand = not?.get(node.type);
    if (operand !== undefined && notSigns.includes(node.firstChild?.type ?? '')) {
      const part = readPart(node, operand, read);
      return part ? { kind: 'not', part: read.readCondition(part) } : otherCondition;
    }
    return binaries.includes(node.type) ? readBinary(node) : otherCondition;
  };
}

/** A comparison of two expressions, for equality if no operator is given. */
export function compare(
  left: Node,
  right: Node,
  read: Reader,
  operator: Extract<ConditionReading, { kind: 'compare' }>['operator'] = '==',
): ConditionReading {
  return { kind: 'compare', operator, left: read.unwrap(left), right: read.unwrap(right) };
}

/** Reads tests of a class, whose subject and class are in fields: `e instanceof A`. */
export function typeTest(subjectField: string, typeField: string) {
  return (node: Node, read: Reader): ConditionReading | undefined => {
    const [subject, type] = [node.childForFieldName(subjectField), node.childForFieldName(typeField)];
    return subject && type ? { kind: 'type', subject: read.unwrap(subject), types: [type] } : undefined;
  };
}

/**
 * Whether a list, or one of a language's ranges, contains the subject; also a list that the file declares under a name. A text
 * that contains a code is compared with it: `message.includes('auth/wrong-password')`. Undefined for any other expression.
 */
export function contains(subject: Node, wrappedList: Node, read: Reader, range?: string): ConditionReading | undefined {
  const list = read.unwrap(wrappedList);
  const elements = list.type === range ? [list] : (read.readList(list)?.elements ?? read.readNamedList(list));
  if (elements) return { kind: 'contains', subject: read.unwrap(subject), elements };
  const code = read.readLabel(subject);
  // A plain word may be a part of any message; `NoSuchKey` is not one.
  const isDistinct =
    code?.form === 'string' && /[\p{L}\p{N}][/_:.-][\p{L}\p{N}]|^(?:\p{Lu}\p{Ll}{1,40}){3}/u.test(code.value ?? '');
  return isDistinct ? compare(list, subject, read) : undefined;
}
