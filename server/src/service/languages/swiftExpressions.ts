import type { Node } from 'web-tree-sitter';
import type { LabelReading, ListReading, TableReading } from './language.ts';
import { isSameWord, joinPieces, named, readPlainString } from './nodes.ts';

/** Takes parentheses, casts, defaults for nil and what patterns put around a value away. */
export function unwrap(node: Node): Node {
  let inner = node;
  for (;;) {
    const child =
      inner.type === 'as_expression'
        ? inner.childForFieldName('expr')
        : inner.type === 'nil_coalescing_expression'
          ? inner.childForFieldName('value')
          : inner.type === 'switch_pattern' ||
              ((inner.type === 'tuple_expression' || inner.type === 'pattern') &&
                inner.namedChildCount === 1 &&
                !inner.text.startsWith('.'))
            ? inner.firstNamedChild
            : undefined;
    if (!child) return inner;
    inner = child;
  }
}

/** Reads a literal or a reference to a constant; `.timeout` is one too. */
export function readLabel(wrapped: Node): LabelReading | undefined {
  const node = unwrap(wrapped);
  const span = { start: node.startIndex, end: node.endIndex };
  switch (node.type) {
    case 'line_string_literal':
      return readPlainString(node, 'line_str_text');
    case 'integer_literal':
      return { form: 'number', value: node.text, span, node };
    case 'simple_identifier':
    case 'navigation_expression':
    case 'prefix_expression':
    case 'pattern':
      return /^[\w.]+$/.test(node.text) && node.text !== '_' ? { form: 'constant', value: undefined, span, node } : undefined;
    default:
      return undefined;
  }
}

/** `let x = "…"`, a type's `static let`, an enum's `case timeout = "…"`. */
export function readDeclaration(literal: Node): string | undefined {
  const parent = literal.parent;
  let name: string | undefined;
  if (parent?.type === 'enum_entry') {
    name = literal.previousNamedSibling?.type === 'simple_identifier' ? literal.previousNamedSibling.text : undefined;
  } else if (parent?.type === 'property_declaration' && named(parent).some(({ text }) => text === 'let')) {
    name = parent.childForFieldName('name')?.text;
  }
  const body = parent?.parent;
  const owner = /^(class_body|enum_class_body)$/.test(body?.type ?? '')
    ? body?.parent?.childForFieldName('name')?.text
    : undefined;
  return owner === undefined || name === undefined ? name : `${owner}.${name}`;
}

/** `["A": a, …]`: keys and values stand side by side. */
export function readTable(node: Node): TableReading | undefined {
  if (node.type !== 'dictionary_literal') return undefined;
  const keys = node.childrenForFieldName('key').filter((key) => key !== null);
  const values = node.childrenForFieldName('value').filter((value) => value !== null);
  const entries = keys.flatMap((key, index) => {
    const value = values[index];
    return value ? [{ node: joinPieces(key, value, 'dictionary_entry'), key, value }] : [];
  });
  const declares =
    entries.length > 0 &&
    entries.every(
      ({ key, value }) => readLabel(value)?.form === 'string' && isSameWord(readLabel(key)?.value, readLabel(value)?.value),
    );
  return {
    node,
    entries,
    open: keys.length !== values.length,
    separator: ',',
    declares,
    bodyEnd: node.endIndex - 1,
    form: 'dictionary',
  };
}

/** `["A", "B"]`, be it an array or a set. */
export function readList(node: Node): ListReading | undefined {
  return node.type === 'array_literal' ? { node, elements: named(node).filter(({ type }) => type !== 'comment') } : undefined;
}

const around = new Set(['value_argument', 'value_arguments', 'call_suffix', 'call_expression', 'as_expression']);

/** The constant, variable or key that a table or list is declared under. */
export function nameOfValue(expression: Node): Node | undefined {
  let value = expression;
  while (value.parent && around.has(value.parent.type)) value = value.parent;
  const owner = value.parent;
  if (owner?.type === 'property_declaration') return owner.childForFieldName('name') ?? undefined;
  if (owner?.type === 'dictionary_literal') return value.previousNamedSibling ?? undefined;
  return owner?.type === 'assignment' ? (owner.firstNamedChild ?? undefined) : undefined;
}
