import type { Node } from 'web-tree-sitter';
import { named, readPlainString } from './nodes.ts';
import { contains } from './reading/readCondition.ts';
import { readConstant } from './reading/readLabel.ts';
import type { TableParts } from './reading/readingTable.ts';
import type { ConditionReading, LabelReading, Reader } from './reading/readings.ts';

/** `Code::Timeout->value` */
export function readValue(node: Node): LabelReading | undefined {
  const isConstant = node.childForFieldName('object')?.type === 'class_constant_access_expression';
  return isConstant && node.childForFieldName('name')?.text === 'value' ? readConstant(node) : undefined;
}

/** `const X = '…'` in a class or outside, `define('X', '…')`, an enum's `case X = '…'`. */
export function readDeclaration(literal: Node): string | undefined {
  const parent = literal.parent;
  if (parent?.type === 'enum_case' || parent?.type === 'const_element') {
    const name = (parent.childForFieldName('name') ?? parent.firstNamedChild)?.text;
    const list = parent.type === 'enum_case' ? parent.parent : parent.parent?.parent;
    const owner = list?.type.endsWith('declaration_list') ? list.parent?.childForFieldName('name')?.text : undefined;
    return owner === undefined || name === undefined ? name : `${owner}::${name}`;
  }
  const call = parent?.type === 'argument' ? parent.parent?.parent : undefined;
  if (call?.type !== 'function_call_expression' || call.childForFieldName('function')?.text !== 'define') return undefined;
  const [name, value] = named(call.childForFieldName('arguments') ?? call).map((argument) => argument.lastNamedChild);
  return name && value?.id === literal.id ? readPlainString(name, 'string_content')?.value : undefined;
}

/** `['A' => …]` */
export function readArray(node: Node, read: Reader): TableParts {
  return {
    elements: read.partsOf(node),
    entry(element) {
      const [key, value] = read.partsOf(element);
      return key && value && [key, value];
    },
    form: 'array',
  };
}

/** `['A', 'B']` */
export function readArrayList(node: Node, read: Reader): readonly Node[] | undefined {
  const elements = read.partsOf(node);
  return elements.length > 0 && elements.every(({ namedChildCount }) => namedChildCount === 1) ? elements : undefined;
}

/** `in_array($code, ['A', 'B'])`, `str_contains($message, 'auth/wrong-password')` */
export function readInArray(call: Node, read: Reader): ConditionReading | undefined {
  const [subject, list] = named(call.childForFieldName('arguments') ?? call);
  if (!subject || !list) return undefined;
  const name = call.childForFieldName('function')?.text.replace('\\', '') ?? '';
  if (/^str_(?:contains|starts_with)$/.test(name)) return contains(list, subject, read);
  return name === 'in_array' ? contains(subject, list, read) : undefined;
}
