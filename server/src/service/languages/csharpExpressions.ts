import type { Node } from 'web-tree-sitter';
import { named } from './nodes.ts';
import type { TableParts } from './reading/readingTable.ts';
import type { LabelReading, Reader } from './reading/readings.ts';

/** `@"A"` */
export function readVerbatim(node: Node): LabelReading | undefined {
  const start = node.startIndex + 2;
  const value = node.text.slice(2, -1);
  const span = { start, end: Math.max(start, node.endIndex - 1) };
  return value.includes('"') ? undefined : { form: 'string', value, span, node };
}

/** `const string X = "…"`, `static readonly string X = "…"`, `static string X => "…"`. */
export function readDeclaration(literal: Node): string | undefined {
  const arrow = literal.parent?.type === 'arrow_expression_clause' ? literal.parent.parent : undefined;
  if (arrow?.type === 'property_declaration')
    return modifiers(arrow).includes('static') ? memberName(arrow, arrow.childForFieldName('name')?.text) : undefined;
  const declarator = literal.parent;
  if (declarator?.type === 'enum_member_declaration' && declarator.childForFieldName('value')?.id === literal.id)
    return memberName(declarator, declarator.childForFieldName('name')?.text);
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

/**
 * `new Dictionary<string, …> { ["A"] = a, … }` and `{ { "A", a }, … }`. `new Order { Code = … }` sets properties, and
 * `new HashSet<string> { "A" }` lists.
 */
export function readDictionary(node: Node, read: Reader): TableParts | undefined {
  const list = initialiserOf(node);
  if (!list) return undefined;
  const elements = read.partsOf(list);
  return {
    elements,
    list,
    entry(element) {
      if (element.type === 'initializer_expression') {
        const [key, value] = named(element);
        return key && [key, value];
      }
      const key = element.type === 'assignment_expression' ? element.childForFieldName('left') : null;
      return key?.type === 'element_binding_expression' ? [key, element.childForFieldName('right') ?? undefined] : undefined;
    },
    form: elements.some(({ type }) => type === 'initializer_expression') ? 'pair' : 'index',
  };
}

/** `["A", "B"]` is read like an index: an index has one argument, and its owner before it. */
export function readIndex(node: Node, read: Reader): readonly Node[] | undefined {
  const isIndex = node.parent?.type === 'assignment_expression' || node.parent?.type === 'conditional_access_expression';
  return isIndex ? undefined : read.partsOf(node);
}

/** The elements of an array, a set or a list that is created. */
export function readElements(node: Node, read: Reader): readonly Node[] | undefined {
  const body = initialiserOf(node);
  const elements = body ? read.partsOf(body) : [];
  const isPlain = elements.every(({ type }) => type !== 'assignment_expression' && type !== 'initializer_expression');
  return elements.length > 0 && isPlain ? elements : undefined;
}
