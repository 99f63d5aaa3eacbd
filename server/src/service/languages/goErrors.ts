import type { Node } from 'web-tree-sitter';
import { childrenOf, named } from './nodes.ts';
import type { ClauseParts } from './reading/readingTable.ts';
import type { ConditionReading, Reader } from './reading/readings.ts';

/** The cases of `switch e := err.(type)`. */
export function readTypeCases(node: Node): readonly ClauseParts[] {
  return named(node)
    .filter(({ type }) => type === 'type_case' || type === 'default_case')
    .map((clause) => ({
      node: clause,
      types: clause.childrenForFieldName('type').filter((type): type is Node => type !== null),
      body: named(clause).find(({ type }) => type === 'statement_list') ?? clause,
    }));
}

/** The type of the variable in `&e`, which a function around declares; the variable itself where none does. */
export function declaredTypeOf(pointer: Node): Node {
  const name = pointer.childForFieldName('operand')?.text;
  for (let around = pointer.parent; around && name !== undefined; around = around.parent) {
    if (around.type !== 'function_declaration' && around.type !== 'method_declaration' && around.type !== 'func_literal')
      continue;
    for (const declaration of around.descendantsOfType(['var_spec', 'short_var_declaration'])) {
      if (!declaration || declaration.startIndex > pointer.startIndex) continue;
      if (declaration.childForFieldName('name')?.text === name) return declaration.childForFieldName('type') ?? pointer;
      const value = declaration.childForFieldName('left')?.text === name ? declaration.childForFieldName('right') : null;
      if (value) return value.firstNamedChild ?? pointer;
    }
  }
  return pointer;
}

/** `ok` of `if e, ok := err.(*Error); ok`. */
export function readAssertion(node: Node, read: Reader): ConditionReading | undefined {
  let statement = node.parent;
  while (statement && (statement.type === 'binary_expression' || statement.type === 'parenthesized_expression'))
    statement = statement.parent;
  const declaration = statement?.type === 'if_statement' ? statement.childForFieldName('initializer') : null;
  const left = declaration?.childForFieldName('left');
  const assertion = declaration?.childForFieldName('right')?.firstNamedChild;
  if (assertion?.type !== 'type_assertion_expression' || !left || childrenOf(left).at(-1)?.text !== node.text) return undefined;
  return readAsserted(assertion, read);
}

/** `err.(*Error)` */
export function readAsserted(assertion: Node, read: Reader): ConditionReading | undefined {
  const [operand, type] = [assertion.childForFieldName('operand'), assertion.childForFieldName('type')];
  return operand && type ? { kind: 'type', subject: read.unwrap(operand), types: [type] } : undefined;
}
