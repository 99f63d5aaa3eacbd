import type { Node } from 'web-tree-sitter';
import type { ConditionReading, LabelReading, ListReading, TableReading } from './language.ts';
import { comparisonOperators, isField, isSameWord, named, readPlainString } from './nodes.ts';

const wrappers = new Set(['parenthesized_expression', 'condition_clause', 'cast_expression']);

/** Takes parentheses and casts away. */
export function unwrap(node: Node): Node {
  let inner = node;
  while (wrappers.has(inner.type)) {
    const child = inner.childForFieldName('value') ?? inner.lastNamedChild;
    if (!child) return inner;
    inner = child;
  }
  return inner;
}

/** Reads a string, number or reference; undefined for any other expression. */
export function readLabel(wrapped: Node): LabelReading | undefined {
  const node = unwrap(wrapped);
  const span = { start: node.startIndex, end: node.endIndex };
  switch (node.type) {
    case 'string_literal':
      return readPlainString(node, 'string_content');
    case 'user_defined_literal':
    case 'call_expression': {
      // `"X"s` and `std::string("X")`: new labels are written like them.
      const inner = node.type === 'call_expression' ? stringArgument(node) : node.firstNamedChild;
      const reading = inner?.type === 'string_literal' ? readLabel(inner) : undefined;
      return reading && { ...reading, node };
    }
    case 'preproc_arg': {
      const value = /^"([^"\\]*)"\s*$/.exec(node.text)?.[1];
      if (value === undefined) return undefined;
      return { form: 'string', value, span: { start: span.start + 1, end: span.start + 1 + value.length }, node };
    }
    case 'number_literal':
      return { form: 'number', value: node.text, span, node };
    case 'identifier':
    case 'qualified_identifier':
    case 'field_expression':
      return { form: 'constant', value: undefined, span, node };
    default:
      return undefined;
  }
}

function stringArgument(call: Node): Node | undefined {
  const values = call.childForFieldName('arguments');
  const isString = /^(std::)?(string|string_view|basic_string)$/.test(call.childForFieldName('function')?.text ?? '');
  return isString && values?.namedChildCount === 1 ? (values.firstNamedChild ?? undefined) : undefined;
}

/** The name of a `const` variable, a static member or a macro; with its class or namespace. */
export function readDeclaration(literal: Node): string | undefined {
  const value = literal.parent?.type === 'initializer_list' && literal.parent.namedChildCount === 1 ? literal.parent : literal;
  const owner = value.parent;
  if (owner?.type === 'preproc_def') return owner.childForFieldName('name')?.text;
  const declaration = owner?.type === 'init_declarator' ? owner.parent : owner;
  const isValue = owner && (isField(owner, 'value', value) || isField(owner, 'default_value', value));
  if (!owner || !declaration || !isValue || !/\bconst(expr|init)?\b/.test(declaration.text.slice(0, 200))) return undefined;
  const name = /[A-Za-z_]\w*/.exec(owner.childForFieldName('declarator')?.text ?? '')?.[0];
  const scope = declaration.parent?.parent;
  const scopeName = scope && scopes.has(scope.type) ? scope.childForFieldName('name')?.text : undefined;
  return name !== undefined && scopeName !== undefined ? `${scopeName}::${name}` : name;
}

const scopes = new Set(['struct_specifier', 'class_specifier', 'namespace_definition']);

/** Reads comparisons, `strcmp`, `compare` and what joins them. */
export function readCondition(wrapped: Node): ConditionReading {
  const node = unwrap(wrapped);
  if (node.type === 'unary_expression' && /^(!|not)$/.test(node.firstChild?.type ?? '')) {
    const argument = node.childForFieldName('argument');
    if (!argument) return { kind: 'other' };
    return readStringCompare(argument) ?? { kind: 'not', part: readCondition(argument) };
  }
  if (node.type === 'call_expression') {
    const equal = readStringCompare(node);
    return equal ? { kind: 'not', part: equal } : { kind: 'other' };
  }
  if (node.type !== 'binary_expression') return { kind: 'other' };
  const left = node.childForFieldName('left');
  const right = node.childForFieldName('right');
  const operator = node.childForFieldName('operator')?.type ?? '';
  if (!left || !right) return { kind: 'other' };
  if (operator === '&&' || operator === 'and') return { kind: 'and', parts: [readCondition(left), readCondition(right)] };
  if (operator === '||' || operator === 'or') return { kind: 'or', parts: [readCondition(left), readCondition(right)] };
  const comparison = comparisonOperators.get(operator);
  if (!comparison) return { kind: 'other' };
  const equal = right.text === '0' ? readStringCompare(left) : undefined;
  if (equal) return comparison === '==' ? equal : comparison === '!=' ? { kind: 'not', part: equal } : { kind: 'other' };
  return { kind: 'compare', operator: comparison, left: unwrap(left), right: unwrap(right) };
}

/** `strcmp(code, "A")` and `code.compare("A")`, which are 0 where both are equal. */
function readStringCompare(wrapped: Node): ConditionReading | undefined {
  const call = unwrap(wrapped);
  const callee = call.type === 'call_expression' ? call.childForFieldName('function') : null;
  const [first, second, ...more] = named(call.childForFieldName('arguments') ?? call);
  if (!callee || !first || more.length > 0) return undefined;
  if (/^(std::)?(strcmp|strcasecmp|_stricmp)$/.test(callee.text) && second)
    return { kind: 'compare', operator: '==', left: unwrap(first), right: unwrap(second) };
  const receiver = callee.type === 'field_expression' ? callee.childForFieldName('argument') : null;
  if (!receiver || second || callee.childForFieldName('field')?.text !== 'compare') return undefined;
  return { kind: 'compare', operator: '==', left: unwrap(receiver), right: unwrap(first) };
}

function elementsOf(list: Node): Node[] {
  return named(list).filter(({ type }) => type !== 'comment');
}

/** A list of pairs, as maps and arrays of records are initialised: `{{"A", "x"}, {"B", "y"}}`. */
export function readTable(node: Node): TableReading | undefined {
  if (node.type !== 'initializer_list') return undefined;
  const children = elementsOf(node);
  const entries = children.flatMap((entry) => {
    const [key, value] = entry.type === 'initializer_list' ? elementsOf(entry) : [];
    return key && value ? [{ node: entry, key, value: entry.namedChildCount === 2 ? value : undefined }] : [];
  });
  if (entries.length === 0) return undefined;
  const declares = entries.every(
    ({ key, value }) =>
      value && readLabel(value)?.form === 'string' && isSameWord(readLabel(key)?.value, readLabel(value)?.value),
  );
  return {
    node,
    entries,
    open: entries.length < children.length,
    separator: ',',
    declares,
    bodyEnd: Math.max(node.startIndex + 1, node.endIndex - 1),
    form: 'map',
  };
}

/** Reads the values of a set or vector. */
export function readList(node: Node): ListReading | undefined {
  return node.type === 'initializer_list' && node.parent?.type !== 'initializer_list'
    ? { node, elements: elementsOf(node) }
    : undefined;
}

const aroundValues = new Set(['initializer_list', 'compound_literal_expression', 'argument_list', 'call_expression']);

/** The name that a list or map is declared under. */
export function nameOfValue(expression: Node): Node | undefined {
  let value = expression;
  while (value.parent && aroundValues.has(value.parent.type)) value = value.parent;
  const owner = value.parent;
  return owner?.type === 'init_declarator' || owner?.type === 'field_declaration'
    ? (owner.childForFieldName('declarator') ?? undefined)
    : undefined;
}
