import type { Node } from 'web-tree-sitter';
import { isField } from './nodes.ts';
import { compare, contains } from './reading/readCondition.ts';
import type { TableParts } from './reading/readingTable.ts';
import type { ConditionReading, LabelReading, Reader } from './reading/readings.ts';

/** Methods that only turn a constant into its value: `HttpStatus.NOT_FOUND.value()`, `Code.TIMEOUT.getValue()`. */
const values = new Set(['value', 'getValue', 'code', 'getCode', 'getState', 'name', 'toString', 'statusCode', 'getStatusCode']);

/** A constant whose value a method gives. */
export function readValue(call: Node, read: Reader): LabelReading | undefined {
  const object = call.childForFieldName('object');
  const isValue = values.has(call.childForFieldName('name')?.text ?? '') && argumentsOf(call, read).length === 0;
  return isValue && object && isConstantName(object) ? read.readLabel(object) : undefined;
}

/** By the convention that constants are written in capitals. */
function isConstantName({ type, text }: Node): boolean {
  return (type === 'field_access' || type === 'identifier') && /(^|\.)[A-Z][A-Z0-9_]*$/.test(text);
}

/** The arguments of a call. */
export function argumentsOf(call: Node, read: Reader): Node[] {
  const list = call.childForFieldName('arguments');
  return list ? read.partsOf(list) : [];
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
export function readMap(node: Node, read: Reader): TableParts | undefined {
  const object = node.childForFieldName('object')?.text;
  const name = node.childForFieldName('name')?.text;
  const parts = argumentsOf(node, read);
  if ((object !== 'Map' && object !== 'ImmutableMap') || parts.length === 0) return undefined;
  if (name === 'of') {
    // A pair has no node: its value is the element, and its key where there is no value yet.
    const keys = new Map(parts.flatMap((key, at) => (at % 2 === 0 ? [[(parts[at + 1] ?? key).id, key] as const] : [])));
    return {
      elements: parts.filter(({ id }) => keys.has(id)),
      entry(element) {
        const key = keys.get(element.id);
        return key && [key, key.id === element.id ? undefined : element];
      },
      isOpen: parts.length % 2 === 1,
      capacity: 10,
      neverDeclares: true,
      form: 'of',
    };
  }
  if (name !== 'ofEntries') return undefined;
  return {
    elements: parts,
    entry(entry) {
      const [key, value] = entry.childForFieldName('name')?.text === 'entry' ? argumentsOf(entry, read) : [];
      return key && [key, value];
    },
    mayBeEmpty: true,
    neverDeclares: true,
    form: parts.some((entry) => entry.childForFieldName('object') === null) ? 'entry' : 'entries',
  };
}

/** `List.of(…)`, `Set.of(…)`, `Arrays.asList(…)`, `Stream.of(…)`. */
export function readListCall(node: Node, read: Reader): readonly Node[] | undefined {
  const callee = `${node.childForFieldName('object')?.text}.${node.childForFieldName('name')?.text}`;
  return /^(List|Set|ImmutableList|ImmutableSet|Stream|EnumSet)\.of$|^Arrays\.asList$/.test(callee)
    ? argumentsOf(node, read)
    : undefined;
}

const equalities = new Set(['equals', 'equalsIgnoreCase', 'contentEquals']);

/** `equals` in its forms, and `contains` on a list. */
export function readCall(call: Node, read: Reader): ConditionReading | undefined {
  const object = call.childForFieldName('object');
  const name = call.childForFieldName('name')?.text ?? '';
  const [first, second] = argumentsOf(call, read);
  if (!object || !first) return undefined;
  if (equalities.has(name)) {
    const isStatic = /^(Objects|StringUtils)$/.test(object.text);
    if (isStatic !== (second !== undefined)) return undefined;
    return compare(isStatic ? first : object, second ?? first, read);
  }
  return name === 'contains' || name === 'startsWith' ? contains(first, object, read) : undefined;
}
