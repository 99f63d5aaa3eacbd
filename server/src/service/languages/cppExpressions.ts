import type { Node } from 'web-tree-sitter';
import { isField, named } from './nodes.ts';
import { compare } from './reading/readCondition.ts';
import type { TableParts } from './reading/readingTable.ts';
import type { ConditionReading, LabelReading, Reader } from './reading/readings.ts';

/** `"X"s` and `std::string("X")`: new labels are written like them. */
export function readWrapped(node: Node, read: Reader): LabelReading | undefined {
  const inner = node.type === 'call_expression' ? stringArgument(node) : node.firstNamedChild;
  const reading = inner?.type === 'string_literal' ? read.readLabel(inner) : undefined;
  return reading && { ...reading, node };
}

function stringArgument(call: Node): Node | undefined {
  const values = call.childForFieldName('arguments');
  const isString = /^(std::)?(string|string_view|basic_string)$/.test(call.childForFieldName('function')?.text ?? '');
  return isString && values?.namedChildCount === 1 ? (values.firstNamedChild ?? undefined) : undefined;
}

/** `#define X "X"`: the text behind the name is no string in the tree. */
export function readMacro(node: Node): LabelReading | undefined {
  const value = /^"([^"\\]*)"\s*$/.exec(node.text)?.[1];
  if (value === undefined) return undefined;
  const start = node.startIndex + 1;
  return { form: 'string', value, span: { start, end: start + value.length }, node };
}

/** The name of a `const` variable, a static member or a macro; with its class or namespace. */
export function readDeclaration(literal: Node): string | undefined {
  const value = literal.parent?.type === 'initializer_list' && literal.parent.namedChildCount === 1 ? literal.parent : literal;
  const owner = value.parent;
  if (owner?.type === 'preproc_def') return owner.childForFieldName('name')?.text;
  if (owner?.type === 'enumerator') {
    const name = owner.childForFieldName('name')?.text;
    const type = owner.parent?.parent?.childForFieldName('name')?.text;
    return type === undefined ? name : `${type}::${name}`;
  }
  const declaration = owner?.type === 'init_declarator' ? owner.parent : owner;
  const isValue = owner && (isField(owner, 'value', value) || isField(owner, 'default_value', value));
  if (!owner || !declaration || !isValue || !/\bconst(expr|init)?\b/.test(declaration.text.slice(0, 200))) return undefined;
  const name = /[A-Za-z_]\w*/.exec(owner.childForFieldName('declarator')?.text ?? '')?.[0];
  const scope = declaration.parent?.parent;
  const scopeName = scope && scopes.has(scope.type) ? scope.childForFieldName('name')?.text : undefined;
  return name !== undefined && scopeName !== undefined ? `${scopeName}::${name}` : name;
}

const scopes = new Set(['struct_specifier', 'class_specifier', 'namespace_definition']);

/** `!strcmp(code, "A")` is true where both are equal. */
export function readNot(node: Node, read: Reader): ConditionReading | undefined {
  const argument = /^(!|not)$/.test(node.firstChild?.type ?? '') ? node.childForFieldName('argument') : null;
  return argument ? readStringCompare(argument, read) : undefined;
}

/** `strcmp(code, "A") == 0` */
export function readZero(node: Node, read: Reader): ConditionReading | undefined {
  const left = node.childForFieldName('left');
  const equal = left && node.childForFieldName('right')?.text === '0' ? readStringCompare(left, read) : undefined;
  if (!equal) return undefined;
  const operator = node.childForFieldName('operator')?.type;
  return operator === '==' ? equal : operator === '!=' ? { kind: 'not', part: equal } : { kind: 'other' };
}

/** `strcmp(code, "A")` and `code.compare("A")`, which are 0 where both are equal. */
export function readStringCompare(wrapped: Node, read: Reader): ConditionReading | undefined {
  const call = read.unwrap(wrapped);
  const callee = call.type === 'call_expression' ? call.childForFieldName('function') : null;
  const [first, second, ...more] = named(call.childForFieldName('arguments') ?? call);
  if (!callee || !first || more.length > 0) return undefined;
  if (/^(std::)?(strcmp|strcasecmp|_stricmp)$/.test(callee.text) && second) return compare(first, second, read);
  const receiver = callee.type === 'field_expression' ? callee.childForFieldName('argument') : null;
  const compares = callee.childForFieldName('field')?.text === 'compare';
  return receiver && !second && compares ? compare(receiver, first, read) : undefined;
}

/** A list of pairs, as maps and arrays of records are initialised: `{{"A", "x"}, {"B", "y"}}`. */
export function readPairs(node: Node, read: Reader): TableParts {
  return {
    elements: read.partsOf(node),
    entry(element) {
      const [key, value] = element.type === 'initializer_list' ? read.partsOf(element) : [];
      return key && value && [key, element.namedChildCount === 2 ? value : undefined];
    },
    form: 'map',
  };
}
