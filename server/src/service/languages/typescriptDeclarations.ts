import type { Node } from 'web-tree-sitter';
import { isField, named } from './nodes.ts';
import type { ByType, NameForms, Part } from './reading/readingTable.ts';
import type { Reader } from './reading/readings.ts';

/** Parentheses, casts and the like, and where their values are. */
export const wrappers: ByType<Part> = {
  parenthesized_expression: 'first',
  as_expression: 'first',
  satisfies_expression: 'first',
  non_null_expression: 'first',
  type_assertion: (node) => named(node).at(-1),
  await_expression: 'first',
};

/** Around a table or list that is being declared: casts, `Object.freeze(…)`, `new Set(…)`. */
export const aroundValues = [...Object.keys(wrappers), 'arguments', 'call_expression', 'new_expression'];

const fieldName = (owner: Node): Node | null => owner.childForFieldName('name') ?? owner.childForFieldName('property');

/** Where the name of a table or list is. */
export const nameOwners: NameForms['owners'] = {
  variable_declarator: 'name',
  public_field_definition: fieldName,
  field_definition: fieldName,
  pair: 'key',
};

/** The name under which a literal is declared: of a `const`, an enum member, a property or a static field. */
export function readDeclaration(literalNode: Node, read: Reader): string | undefined {
  let node = literalNode;
  while (node.parent && node.parent.type in wrappers) node = node.parent;
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
      const owner = parent.parent && read.nameOfValue(parent.parent)?.text;
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
