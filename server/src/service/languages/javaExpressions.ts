import type { Node } from 'web-tree-sitter';
import type { ConditionReading, LabelReading, ListReading, TableReading } from './language.ts';
import { comparisonOperators, isField, named, readPlainString } from './nodes.ts';

/** Methods that only turn a constant into its value: `HttpStatus.NOT_FOUND.value()`, `Code.TIMEOUT.getValue()`. */
const values = new Set(['value', 'getValue', 'code', 'getCode', 'name', 'toString', 'statusCode', 'getStatusCode']);

/** Takes parentheses and casts away. */
export function unwrap(node: Node): Node {
  let inner = node;
  for (;;) {
    const child =
      inner.type === 'parenthesized_expression'
        ? inner.firstNamedChild
        : inner.type === 'cast_expression'
          ? inner.childForFieldName('value')
          : undefined;
    if (!child) return inner;
    inner = child;
  }
}

/** Reads a literal or a constant, also one whose value a method gives. */
export function readLabel(wrapped: Node): LabelReading | undefined {
  const node = unwrap(wrapped);
  const span = { start: node.startIndex, end: node.endIndex };
  switch (node.type) {
    case 'string_literal':
      return node.text.startsWith('"""') ? undefined : readPlainString(node, 'string_fragment');
    case 'decimal_integer_literal':
      return { form: 'number', value: node.text, span, node };
    case 'identifier':
    case 'field_access':
      return { form: 'constant', value: undefined, span, node };
    case 'method_invocation': {
      const object = node.childForFieldName('object');
      const isValue =
        values.has(node.childForFieldName('name')?.text ?? '') && argumentsOf(node).length === 0 && isConstantName(object);
      return isValue && object ? readLabel(object) : undefined;
    }
    default:
      return undefined;
  }
}

/** By the convention that constants are written in capitals. */
function isConstantName(node: Node | null): boolean {
  return (
    node !== null && (node.type === 'field_access' || node.type === 'identifier') && /(^|\.)[A-Z][A-Z0-9_]*$/.test(node.text)
  );
}

function argumentsOf(call: Node): Node[] {
  const list = call.childForFieldName('arguments');
  return list ? named(list).filter(({ type }) => !type.endsWith('_comment')) : [];
}

/** `static final String X = "…"`, a local `final`, `enum Code { X("…") }`. */
export function readDeclaration(literal: Node): string | undefined {
  const parent = literal.parent;
  if (parent?.type === 'variable_declarator' && isField(parent, 'value', literal)) {
    const name = parent.childForFieldName('name')?.text;
    const declaration = parent.parent;
    const isConstant =
      declaration?.type === 'constant_declaration' ||
      declaration?.children.some((child) => child?.type === 'modifiers' && /\bfinal\b/.test(child.text));
    if (!isConstant || name === undefined) return undefined;
    const owner = declaration?.parent?.parent?.childForFieldName('name')?.text;
    return declaration?.type === 'local_variable_declaration' || owner === undefined ? name : `${owner}.${name}`;
  }
  const constant = parent?.type === 'argument_list' ? parent.parent : undefined;
  const owner = constant?.type === 'enum_constant' ? constant.parent?.parent?.childForFieldName('name')?.text : undefined;
  const member = constant?.childForFieldName('name')?.text;
  return owner !== undefined && member !== undefined ? `${owner}.${member}` : undefined;
}

/** `Map.of("A", a, …)` and `Map.ofEntries(entry("A", a), …)`. */
export function readTable(node: Node): TableReading | undefined {
  if (node.type !== 'method_invocation') return undefined;
  const object = node.childForFieldName('object')?.text;
  const name = node.childForFieldName('name')?.text;
  const parts = argumentsOf(node);
  if ((object !== 'Map' && object !== 'ImmutableMap') || parts.length === 0) return undefined;
  const shared = { node, separator: ',', declares: false, bodyEnd: node.endIndex - 1 } as const;
  if (name === 'of') {
    const entries = parts.flatMap((key, index) =>
      index % 2 === 0 ? [{ node: parts[index + 1] ?? key, key, value: parts[index + 1] }] : [],
    );
    return { ...shared, entries, open: parts.length % 2 === 1, capacity: 10, form: 'of' };
  }
  if (name !== 'ofEntries') return undefined;
  const entries = parts.flatMap((entry) => {
    const [key, value] = entry.childForFieldName('name')?.text === 'entry' ? argumentsOf(entry) : [];
    return key ? [{ node: entry, key, value }] : [];
  });
  const bare = parts.some((entry) => entry.childForFieldName('object') === null);
  return { ...shared, entries, open: entries.length < parts.length, form: bare ? 'entry' : 'entries' };
}

/** `List.of(…)`, `Set.of(…)`, `Arrays.asList(…)`, `Stream.of(…)` and array initialisers. */
export function readList(node: Node): ListReading | undefined {
  if (node.type === 'array_initializer') return { node, elements: named(node).filter(({ type }) => !type.endsWith('_comment')) };
  if (node.type === 'object_creation_expression') {
    const [only] = argumentsOf(node);
    return only ? readList(only) : undefined;
  }
  if (node.type !== 'method_invocation') return undefined;
  const callee = `${node.childForFieldName('object')?.text}.${node.childForFieldName('name')?.text}`;
  return /^(List|Set|ImmutableList|ImmutableSet|Stream|EnumSet)\.of$|^Arrays\.asList$/.test(callee)
    ? { node, elements: argumentsOf(node) }
    : undefined;
}

/** Reads comparisons, `equals` in its forms, `contains` on a list, and what joins them. */
export function readCondition(wrapped: Node): ConditionReading {
  const node = unwrap(wrapped);
  if (node.type === 'unary_expression' && node.firstChild?.type === '!') {
    const operand = node.childForFieldName('operand');
    return operand ? { kind: 'not', part: readCondition(operand) } : { kind: 'other' };
  }
  if (node.type === 'method_invocation') return readCall(node) ?? { kind: 'other' };
  const left = node.childForFieldName('left');
  const right = node.childForFieldName('right');
  if (node.type !== 'binary_expression' || !left || !right) return { kind: 'other' };
  const operator = node.childForFieldName('operator')?.type ?? '';
  if (operator === '&&' || operator === '||')
    return { kind: operator === '&&' ? 'and' : 'or', parts: [readCondition(left), readCondition(right)] };
  const comparison = comparisonOperators.get(operator);
  return comparison ? { kind: 'compare', operator: comparison, left: unwrap(left), right: unwrap(right) } : { kind: 'other' };
}

const equalities = new Set(['equals', 'equalsIgnoreCase', 'contentEquals']);

function readCall(call: Node): ConditionReading | undefined {
  const object = call.childForFieldName('object');
  const name = call.childForFieldName('name')?.text ?? '';
  const [first, second] = argumentsOf(call);
  if (!object || !first) return undefined;
  if (equalities.has(name)) {
    const isStatic = /^(Objects|StringUtils)$/.test(object.text);
    if (isStatic !== (second !== undefined)) return undefined;
    return { kind: 'compare', operator: '==', left: unwrap(isStatic ? first : object), right: unwrap(second ?? first) };
  }
  const list = name === 'contains' ? readList(unwrap(object)) : undefined;
  return list ? { kind: 'contains', subject: unwrap(first), elements: list.elements } : undefined;
}

/** The variable or field that a table or list is declared under. */
export function nameOfValue(expression: Node): Node | undefined {
  let value = expression;
  while (value.parent && /^(argument_list|object_creation_expression|method_invocation|cast_expression)$/.test(value.parent.type))
    value = value.parent;
  const owner = value.parent;
  if (owner?.type === 'variable_declarator') return owner.childForFieldName('name') ?? undefined;
  return owner?.type === 'assignment_expression' ? (owner.childForFieldName('left') ?? undefined) : undefined;
}
