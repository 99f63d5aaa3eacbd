import type { Node } from 'web-tree-sitter';
import { childrenOf, named } from './nodes.ts';
import { typeTest } from './reading/readCondition.ts';
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

/** The type of the variable in `&e`, or of a pointer `e`, which a function around declares; the expression itself where none does. */
export function declaredTypeOf(pointer: Node): Node {
  const name = pointer.type === 'identifier' ? pointer.text : pointer.childForFieldName('operand')?.text;
  for (let around = pointer.parent; around && name !== undefined; around = around.parent) {
    if (around.type !== 'function_declaration' && around.type !== 'method_declaration' && around.type !== 'func_literal')
      continue;
    // The nearest declaration counts.
    for (const declaration of around.descendantsOfType(['var_spec', 'short_var_declaration']).reverse()) {
      if (!declaration || declaration.startIndex > pointer.startIndex || isHidden(declaration, pointer)) continue;
      if (declaration.childForFieldName('name')?.text === name) return declaration.childForFieldName('type') ?? pointer;
      const value = declaration.childForFieldName('left')?.text === name ? declaration.childForFieldName('right') : null;
      if (value) return value.firstNamedChild ?? pointer;
    }
  }
  return pointer;
}

/** Whether a declaration in the head of an `if` ends before a place. */
function isHidden({ parent }: Node, { startIndex }: Node): boolean {
  return parent?.type === 'if_statement' && parent.endIndex <= startIndex;
}

/** `ok` of `if e, ok := err.(*Error); ok` and of `if e, ok := errors.AsType[*Error](err); ok`. */
export function readAssertion(node: Node, read: Reader): ConditionReading | undefined {
  let statement = node.parent;
  while (statement && (statement.type === 'binary_expression' || statement.type === 'parenthesized_expression'))
    statement = statement.parent;
  const declaration = statement?.type === 'if_statement' ? statement.childForFieldName('initializer') : null;
  const left = declaration?.childForFieldName('left');
  const assertion = declaration?.childForFieldName('right')?.firstNamedChild;
  if (!assertion || !left || childrenOf(left).at(-1)?.text !== node.text) return undefined;
  return assertion.type === 'type_assertion_expression' ? readAsserted(assertion, read) : readAsType(assertion, read);
}

/** `errors.AsType[*Error](err)`, which the grammar takes for a conversion. */
function readAsType(call: Node, read: Reader): ConditionReading | undefined {
  const generic = call.childForFieldName('type') ?? call;
  const types = generic.childForFieldName('type_arguments')?.firstNamedChild;
  const operand = call.childForFieldName('operand') ?? call.childForFieldName('arguments')?.firstNamedChild;
  const isAsked = /^errors\.AsType\s*\[/.test(call.text.slice(0, 40));
  return isAsked && types && operand ? { kind: 'type', subject: read.unwrap(operand), types: [types] } : undefined;
}

/** `err.(*Error)` */
export const readAsserted = typeTest('operand', 'type');
