import type { Node } from 'web-tree-sitter';
import type { LabelReading, ListReading, TableReading } from './language.ts';
import { isSameWord, named, readPlainString } from './nodes.ts';

/** Takes parentheses, casts, `!` and what patterns and arguments put around a value away. */
export function unwrap(node: Node): Node {
  let inner = node;
  for (;;) {
    const child =
      inner.type === 'cast_expression'
        ? inner.childForFieldName('value')
        : inner.type === 'parenthesized_expression' ||
            inner.type === 'constant_pattern' ||
            inner.type === 'argument' ||
            inner.type === 'element_binding_expression' ||
            (inner.type === 'postfix_unary_expression' && inner.lastChild?.type === '!')
          ? inner.lastNamedChild
          : undefined;
    if (!child) return inner;
    inner = child;
  }
}

/** Reads a literal or a reference to a constant. */
export function readLabel(wrapped: Node): LabelReading | undefined {
  const node = unwrap(wrapped);
  const span = { start: node.startIndex, end: node.endIndex };
  switch (node.type) {
    case 'string_literal':
      return readPlainString(node, 'string_literal_content');
    case 'verbatim_string_literal': {
      const inside = { start: span.start + 2, end: Math.max(span.start + 2, span.end - 1) };
      const value = node.text.slice(2, -1);
      return value.includes('"') ? undefined : { form: 'string', value, span: inside, node };
    }
    case 'integer_literal':
      return { form: 'number', value: node.text, span, node };
    case 'identifier':
    case 'member_access_expression':
    case 'qualified_name':
      return { form: 'constant', value: undefined, span, node };
    default:
      return undefined;
  }
}

/** `const string X = "…"`, `static readonly string X = "…"`, `static string X => "…"`. */
export function readDeclaration(literal: Node): string | undefined {
  const arrow = literal.parent?.type === 'arrow_expression_clause' ? literal.parent.parent : undefined;
  if (arrow?.type === 'property_declaration')
    return modifiers(arrow).includes('static') ? memberName(arrow, arrow.childForFieldName('name')?.text) : undefined;
  const declarator = literal.parent;
  if (declarator?.type !== 'variable_declarator' || declarator.lastNamedChild?.id !== literal.id) return undefined;
  const name = declarator.childForFieldName('name')?.text;
  const declaration = declarator.parent?.parent;
  if (!declaration) return undefined;
  const words = modifiers(declaration);
  if (!words.includes('const') && !words.includes('readonly')) return undefined;
  return declaration.type === 'field_declaration' ? memberName(declaration, name) : name;
}

function modifiers(declaration: Node): readonly string[] {
  return declaration.children
    .filter((child) => child !== null && /^(modifier|const)$/.test(child.type))
    .map((child) => child?.text ?? '');
}

function memberName(member: Node, name: string | undefined): string | undefined {
  const owner = member.parent?.parent?.childForFieldName('name')?.text;
  return owner === undefined || name === undefined ? name : `${owner}.${name}`;
}

function initialiserOf(node: Node): Node | undefined {
  return named(node).find(({ type }) => type === 'initializer_expression');
}

/** `new Dictionary<string, …> { ["A"] = a, … }` and `{ { "A", a }, … }`. */
export function readTable(node: Node): TableReading | undefined {
  if (node.type !== 'object_creation_expression' && node.type !== 'implicit_object_creation_expression') return undefined;
  const body = initialiserOf(node);
  if (!body) return undefined;
  const children = named(body).filter(({ type }) => type !== 'comment');
  let form = 'index';
  const entries = children.flatMap((child) => {
    if (child.type === 'initializer_expression') {
      const [key, value] = named(child);
      form = 'pair';
      return key ? [{ node: child, key, value }] : [];
    }
    const key = child.type === 'assignment_expression' ? child.childForFieldName('left') : null;
    return key?.type === 'element_binding_expression'
      ? [{ node: child, key, value: child.childForFieldName('right') ?? undefined }]
      : [];
  });
  // `new Order { Code = … }` sets properties, and `new HashSet<string> { "A" }` lists.
  if (entries.length === 0) return undefined;
  const declares = entries.every(
    ({ key, value }) =>
      value !== undefined && readLabel(value)?.form === 'string' && isSameWord(readLabel(key)?.value, readLabel(value)?.value),
  );
  return { node, entries, open: entries.length < children.length, separator: ',', declares, bodyEnd: body.endIndex - 1, form };
}

/** Arrays, sets, lists and collection expressions. */
export function readList(node: Node): ListReading | undefined {
  if (node.type === 'element_binding_expression' || node.type === 'collection_expression') {
    // `["A", "B"]` is read like an index: an index has one argument, and its owner before it.
    const isIndex = node.parent?.type === 'assignment_expression' || node.parent?.type === 'conditional_access_expression';
    return isIndex ? undefined : { node, elements: named(node).filter(({ type }) => type !== 'comment') };
  }
  if (
    node.type !== 'implicit_array_creation_expression' &&
    node.type !== 'array_creation_expression' &&
    node.type !== 'object_creation_expression' &&
    node.type !== 'implicit_object_creation_expression'
  )
    return undefined;
  const body = initialiserOf(node);
  const elements = body ? named(body).filter(({ type }) => type !== 'comment') : [];
  const plain = elements.every(({ type }) => type !== 'assignment_expression' && type !== 'initializer_expression');
  return elements.length > 0 && plain ? { node, elements } : undefined;
}

/** The variable, field or property that a table or list is declared under. */
export function nameOfValue(expression: Node): Node | undefined {
  let value = expression;
  while (
    value.parent &&
    /^(argument|argument_list|invocation_expression|object_creation_expression|member_access_expression|cast_expression|arrow_expression_clause)$/.test(
      value.parent.type,
    )
  )
    value = value.parent;
  const owner = value.parent;
  if (owner?.type === 'variable_declarator' || owner?.type === 'property_declaration')
    return owner.childForFieldName('name') ?? undefined;
  return owner?.type === 'assignment_expression' ? (owner.childForFieldName('left') ?? undefined) : undefined;
}
