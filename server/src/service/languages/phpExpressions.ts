import type { Node } from 'web-tree-sitter';
import type { ConditionReading, LabelReading, ListReading, TableReading } from './language.ts';
import { comparisonOperators, isSameWord, named, readPlainString } from './nodes.ts';

/** Takes parentheses, casts and the wrapping of arguments and elements away. */
export function unwrap(node: Node): Node {
  let inner = node;
  for (;;) {
    const isElement = inner.type === 'array_element_initializer' && inner.namedChildCount === 1;
    const child =
      inner.type === 'cast_expression'
        ? inner.childForFieldName('value')
        : inner.type === 'parenthesized_expression' || inner.type === 'argument' || isElement
          ? inner.lastNamedChild
          : undefined;
    if (!child) return inner;
    inner = child;
  }
}

/** Reads a literal or a constant; `Code::Timeout->value` is one too. */
export function readLabel(wrapped: Node): LabelReading | undefined {
  const node = unwrap(wrapped);
  const span = { start: node.startIndex, end: node.endIndex };
  switch (node.type) {
    case 'string':
    case 'encapsed_string':
      return readPlainString(node, 'string_content');
    case 'integer':
      return { form: 'number', value: node.text, span, node };
    case 'name':
    case 'qualified_name':
    case 'class_constant_access_expression':
      return { form: 'constant', value: undefined, span, node };
    case 'member_access_expression':
      return node.childForFieldName('object')?.type === 'class_constant_access_expression' &&
        node.childForFieldName('name')?.text === 'value'
        ? { form: 'constant', value: undefined, span, node }
        : undefined;
    default:
      return undefined;
  }
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
  const [name, value] = named(call.childForFieldName('arguments') ?? call).map(unwrap);
  return name && value?.id === literal.id ? readLabel(name)?.value : undefined;
}

function elementsOf(array: Node): Node[] {
  return named(array).filter(({ type }) => type !== 'comment');
}

/** `['A' => …]`. */
export function readTable(node: Node): TableReading | undefined {
  if (node.type !== 'array_creation_expression') return undefined;
  const elements = elementsOf(node);
  const entries = elements.flatMap((element) => {
    const [key, value] = named(element).filter(({ type }) => type !== 'comment');
    return key && value ? [{ node: element, key, value }] : [];
  });
  if (entries.length === 0) return undefined;
  const declares = entries.every(
    ({ key, value }) => readLabel(value)?.form === 'string' && isSameWord(readLabel(key)?.value, readLabel(value)?.value),
  );
  return {
    node,
    entries,
    open: entries.length < elements.length,
    separator: ',',
    declares,
    bodyEnd: node.endIndex - 1,
    form: 'array',
  };
}

/** `['A', 'B']`. */
export function readList(node: Node): ListReading | undefined {
  if (node.type !== 'array_creation_expression') return undefined;
  const elements = elementsOf(node);
  return elements.length > 0 && elements.every(({ namedChildCount }) => namedChildCount === 1) ? { node, elements } : undefined;
}

/** Reads comparisons, `in_array`, and what joins them. */
export function readCondition(wrapped: Node): ConditionReading {
  const node = unwrap(wrapped);
  if (node.type === 'unary_op_expression' && node.firstChild?.type === '!') {
    const argument = node.lastNamedChild;
    return argument ? { kind: 'not', part: readCondition(argument) } : { kind: 'other' };
  }
  if (node.type === 'function_call_expression') return readCall(node);
  const left = node.childForFieldName('left');
  const right = node.childForFieldName('right');
  if (node.type !== 'binary_expression' || !left || !right) return { kind: 'other' };
  const operator = node.childForFieldName('operator')?.type.toLowerCase() ?? '';
  if (/^(&&|and|\|\||or)$/.test(operator))
    return { kind: /^(&&|and)$/.test(operator) ? 'and' : 'or', parts: [readCondition(left), readCondition(right)] };
  const comparison = comparisonOperators.get(operator === '<>' ? '!=' : operator);
  return comparison ? { kind: 'compare', operator: comparison, left: unwrap(left), right: unwrap(right) } : { kind: 'other' };
}

function readCall(call: Node): ConditionReading {
  const [subject, array] = named(call.childForFieldName('arguments') ?? call).map(unwrap);
  const list = call.childForFieldName('function')?.text === 'in_array' && array ? readList(array) : undefined;
  return subject && list ? { kind: 'contains', subject, elements: list.elements } : { kind: 'other' };
}

/** The variable, property, constant or key that a table or list is declared under. */
export function nameOfValue(expression: Node): Node | undefined {
  let value = expression;
  while (value.parent && /^(argument|arguments|function_call_expression|cast_expression)$/.test(value.parent.type))
    value = value.parent;
  const owner = value.parent;
  switch (owner?.type) {
    case 'assignment_expression':
      return owner.childForFieldName('left') ?? undefined;
    case 'const_element':
    case 'property_element':
      return owner.childForFieldName('name') ?? owner.firstNamedChild ?? undefined;
    case 'array_element_initializer':
      return owner.namedChildCount > 1 ? (owner.firstNamedChild ?? undefined) : undefined;
    default:
      return undefined;
  }
}
