import type { Node } from 'web-tree-sitter';
import type { LabelReading } from './language.ts';
import { isField, named } from './nodes.ts';

const wrappers = new Set([
  'parenthesized_expression',
  'as_expression',
  'satisfies_expression',
  'non_null_expression',
  'type_assertion',
  'await_expression',
]);

/** Takes parentheses, casts and the like away. */
export function unwrap(node: Node): Node {
  let inner = node;
  while (wrappers.has(inner.type)) {
    const child = inner.type === 'type_assertion' ? named(inner).at(-1) : inner.firstNamedChild;
    if (!child) return inner;
    inner = child;
  }
  return inner;
}

/** Reads a string, number, key or reference; undefined for any other expression. */
export function readLabel(wrapped: Node): LabelReading | undefined {
  const node =
    wrapped.type === 'computed_property_name' && wrapped.firstNamedChild ? unwrap(wrapped.firstNamedChild) : unwrap(wrapped);
  switch (node.type) {
    case 'string':
    case 'template_string': {
      const parts = named(node);
      if (parts.some(({ type }) => type !== 'string_fragment')) return undefined;
      return literal(node, 'string', { start: node.startIndex + 1, end: node.endIndex - 1 });
    }
    case 'number':
      return literal(node, 'number', { start: node.startIndex, end: node.endIndex });
    case 'property_identifier':
    case 'shorthand_property_identifier':
      return literal(node, 'key', { start: node.startIndex, end: node.endIndex });
    case 'identifier':
    case 'member_expression':
    case 'subscript_expression':
      return { form: 'constant', value: undefined, span: { start: node.startIndex, end: node.endIndex }, node };
    default:
      return undefined;
  }
}

function literal(node: Node, form: 'string' | 'number' | 'key', span: LabelReading['span']): LabelReading {
  const from = span.start - node.startIndex;
  return { form, value: node.text.slice(from, from + Math.max(0, span.end - span.start)), span, node };
}

/** The name under which a literal is declared: of a `const`, an enum member, a property or a static field. */
export function readDeclaration(literalNode: Node): string | undefined {
  let node = literalNode;
  while (node.parent && wrappers.has(node.parent.type)) node = node.parent;
  const parent = node.parent;
  switch (parent?.type) {
    case 'variable_declarator':
      return parent.parent?.firstChild?.type === 'const' ? parent.childForFieldName('name')?.text : undefined;
    case 'enum_assignment': {
      const owner = parent.parent?.parent?.childForFieldName('name')?.text;
      const member = parent.childForFieldName('name');
      return owner && member ? `${owner}.${member.text.replace(/^['"]|['"]$/g, '')}` : undefined;
    }
    case 'pair': {
      if (!isField(parent, 'value', node)) return undefined;
      const owner = parent.parent && nameOfValue(parent.parent)?.text;
      const key = parent.childForFieldName('key');
      return owner && key ? `${owner}.${key.text.replace(/^['"]|['"]$/g, '')}` : undefined;
    }
    case 'public_field_definition': {
      const owner = parent.parent?.parent?.childForFieldName('name')?.text;
      const member = parent.childForFieldName(parent.childForFieldName('name') ? 'name' : 'property')?.text;
      return owner && member && parent.children.some((child) => child?.type === 'static') ? `${owner}.${member}` : undefined;
    }
    default:
      return undefined;
  }
}

/** Around a table or list that is being declared: casts, `Object.freeze(…)`, `new Set(…)`. */
const aroundValues = new Set([...wrappers, 'arguments', 'call_expression', 'new_expression']);

/** The name that a table or list is declared under, as far as it can be seen from it. */
export function nameOfValue(expression: Node): Node | undefined {
  let value = expression;
  while (value.parent && aroundValues.has(value.parent.type)) value = value.parent;
  const owner = value.parent;
  switch (owner?.type) {
    case 'variable_declarator':
      return owner.childForFieldName('name') ?? undefined;
    case 'public_field_definition':
    case 'field_definition':
      return owner.childForFieldName('name') ?? owner.childForFieldName('property') ?? undefined;
    case 'pair':
      return owner.childForFieldName('key') ?? undefined;
    default:
      return undefined;
  }
}
