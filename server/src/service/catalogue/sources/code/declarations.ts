import type { Node } from 'web-tree-sitter';
import { errorClassOf } from './errorClasses.ts';
import { messageArmsOf, messageTablesOf } from './messageSwitches.ts';
import { namesErrors } from '../models/schemaEnums.ts';

/** A declaration that may be a code, in the enum, class, object or type that contains it. */
export interface Declaration {
  /** Undefined for a text of a list or union, which is the code itself. */
  readonly name: string | undefined;
  readonly node: Node;
  readonly container: string;
  /** Where the container begins: declarations of one have the same. Errors that are made by one function or class have too. */
  readonly place: Node;
  readonly kind: 'member' | 'constant' | 'entry' | 'text' | 'made' | 'arm';
}

const enumMembers = /^(?:enum_assignment|enum_constant|enum_entry|enum_member_declaration|enum_case|enum_variant|enumerator)$/;
const constants = /^(?:const_spec|const_item|const_element|static_final_declaration|property_declaration|preproc_def)$/;
const named =
  /^(?:enum_declaration|enum_item|enum_specifier|class_declaration|class_definition|object_declaration|struct_item|impl_item|mod_item|interface_declaration|record_declaration|trait_declaration|namespace_declaration|internal_module|companion_object|extension_declaration)$/;
const classes = /^class_(?:declaration|definition)$/;
const enums = /^(?:enum_declaration|enum_item|enum_specifier)$/;
const tables =
  /^(?:object|dictionary|array|array_initializer|list|set|tuple|union_type|array_creation_expression|composite_literal)$/;
/** Variables of functions are no declarations for others. */
const functions = /function|method|lambda|closure|constructor|func_literal|^accessor|getter|setter|initializer_block/;
const mostNodes = 2_000_000;

/** An enum, or a group of constants, and what is declared in it. */
export interface Declarations {
  readonly all: readonly Declaration[];
  /** The tree is larger than what is looked at. */
  readonly cut: boolean;
}

/** Finds the declarations of a tree, in its order: members of enums, constants, entries of tables, texts of lists and unions. */
export function readDeclarations(root: Node): Declarations {
  const all: Declaration[] = [];
  const waiting: { node: Node; container: string; place: Node; depth: number }[] = [
    { node: root, container: '', place: root, depth: 0 },
  ];
  let looked = 0;
  for (let next = waiting.pop(); next && looked < mostNodes; next = waiting.pop(), looked++) {
    const { node, container, place, depth } = next;
    const add = (name: string | undefined, kind: Declaration['kind'], own = container, at = place): void =>
      void all.push({ name, node, container: own, place: at, kind });
    if (/comment/.test(node.type) || depth > 200) continue;
    if (functions.test(node.type)) {
      for (const { code, arm } of messageArmsOf(node))
        all.push({ name: code, node: arm, container: nameOf(node)?.text ?? '', place: node, kind: 'arm' });
      for (const table of messageTablesOf(node, namesErrors(container))) {
        const value = valueOf(table) ?? null;
        if (isKeyedByCodes(value)) readTable(table, value, namesErrors(container) ? container : (nameOf(node)?.text ?? ''));
      }
      continue;
    }
    // Constants that only their class may use are no codes for others.
    if (/^\s*private\s+(?!enum\b)(?:\w+\s+)?(?:object|class)\b/.test(node.text.slice(0, 40)) && named.test(node.type)) continue;
    const descend = (own = container, at = place): void => {
      for (const child of node.namedChildren.toReversed())
        if (child) waiting.push({ node: child, container: own, place: at, depth: depth + 1 });
    };
    const maker = makers.test(node.type) ? makerOf(node) : undefined;
    if (enumMembers.test(node.type)) {
      const names = namesOf(node);
      if (names.length > 1) for (const each of names) all.push({ name: each.text, node: each, container, place, kind: 'member' });
      else add(names[0]?.text ?? '', 'member');
    } else if ((node.type === 'property_identifier' || node.type === 'string') && node.parent?.type === 'enum_body') {
      add(unquote(node.text), 'member');
    } else if (named.test(node.type)) {
      const made = classes.test(node.type) ? errorClassOf(node) : undefined;
      if (made) all.push({ name: nameOf(node)?.text, node: made.call, container: made.base, place: root, kind: 'made' });
      const type = node.parent?.type === 'type_definition' ? node.parent.childForFieldName('declarator') : undefined;
      descend(nameOf(node)?.text ?? type?.text ?? container, enums.test(node.type) || nameOf(node) ? node : place);
    } else if (maker !== undefined) {
      add(nameOf(node)?.text, 'made', maker, plainMaker.test(maker) && node.type === 'var_spec' ? (node.parent ?? place) : place);
    } else if (constants.test(node.type) && isConstant(node)) {
      const type = node.childForFieldName('type')?.text ?? conversionOf(node);
      add(
        nameOf(node)?.text,
        'constant',
        type !== undefined && node.type === 'const_spec' ? type : container,
        // Each constant of a class is a declaration of its own in PHP and Dart.
        /^(?:const_element|static_final_declaration)$/.test(node.type) && container !== '' ? place : (node.parent ?? place),
      );
    } else if (node.type === 'type_alias_declaration') readTable(node, node.childForFieldName('value'), nameOf(node)?.text ?? '');
    else if (node.type === 'assignment_expression' && /^(?:module\.)?exports\b/.test(node.text.slice(0, 20))) {
      const left = node.childForFieldName('left')?.text ?? '';
      readTable(node, valueOf(node) ?? null, left === 'module.exports' ? '' : left.replace(/^.*\./, ''));
    } else if (node.type === 'return_statement') {
      // A file of PHP that is one table.
      const [value] = node.namedChildren;
      if (node.parent?.type === 'program' && value && tables.test(value.type)) readTable(node, value, '');
    } else if (node.type === 'export_statement' && node.text.startsWith('export default') && node.childForFieldName('value')) {
      readTable(node, valueOf(node) ?? null, '');
    } else if (/^(?:variable_declarator|assignment|var_spec|property_element)$/.test(node.type)) {
      const name = nameOf(node)?.text ?? '';
      const value = valueOf(node);
      // Tables of generated code name the values of enums.
      if (value && tables.test(value.type) && !/_(?:name|value)$/.test(name)) readTable(node, value, name);
      else if (node.type === 'var_spec' && isNamedCode(name, value)) add(name, 'constant', container, node.parent ?? place);
      else if (node.type === 'var_spec') descend();
      else if (node.type === 'property_element' && /\bstatic\b[^=]*\$[A-Z]/.test(node.parent?.text.slice(0, 100) ?? ''))
        add(name.replace('$', ''), 'constant');
      else if (isConstant(node)) add(name, 'constant');
    } else descend();
  }
  return { all, cut: looked >= mostNodes };

  function readTable(at: Node, value: Node | null, container: string): void {
    if (!value) return;
    for (const part of flatten(value.childForFieldName('body') ?? value)) {
      const child = part.type === 'literal_element' ? (part.namedChildren[0] ?? part) : part;
      const add = (name: string | undefined, kind: Declaration['kind']): void =>
        void all.push({ name, node: child, container, place: at, kind });
      const [only, ...more] = child.namedChildren;
      if (child.type === 'array_element_initializer' && only && more.length === 0 && /string/.test(only.type))
        add(undefined, 'text');
      else if (/^(?:pair|array_element_initializer|keyed_element)$/.test(child.type)) {
        const key = child.childForFieldName('key') ?? child.namedChildren[0];
        const inner = child.childForFieldName('value');
        if (inner && isGroup(inner)) {
          readTable(at, inner, container);
          continue;
        }
        // In Go, a name is that of a constant or of a struct's field.
        if (key && (child.type !== 'keyed_element' || /literal/.test(key.namedChildren[0]?.type ?? '')))
          add(unquote(key.text), 'entry');
      } else if (/string|literal_type/.test(child.type)) add(undefined, 'text');
      else if (/^(?:object|dictionary)$/.test(child.type)) add(undefined, 'entry');
    }
  }
}

/** Whether a table in a table has constants of its own: `AUTH: { EXPIRED: 'auth/expired' }`. */
function isGroup({ type, namedChildren }: Node): boolean {
  const parts = namedChildren.filter((child) => child !== null && !/comment/.test(child.type));
  return type === 'object' && parts.length > 0 && parts.every((part) => /^["']?[A-Z][A-Z\d_]+["']?\s{0,9}:/.test(part.text));
}

/** Whether each key of a table is a number or a word in capitals, as codes are. */
function isKeyedByCodes(value: Node | null): boolean {
  const parts = value?.namedChildren.filter((child) => child !== null && !/comment/.test(child.type)) ?? [];
  return (
    parts.length > 1 &&
    parts.every((part) => /^["']?(?:-?\d{1,9}|[A-Z][A-Z\d]*(?:_[A-Z\d]+)+)["']?\s{0,99}(?:=>|:)/.test(part.text))
  );
}

/** The parts of a table; a union of unions is flat. */
function flatten(value: Node): Node[] {
  const parts: Node[] = [];
  const waiting = [value];
  for (let node = waiting.pop(); node && parts.length < 100_000; node = waiting.pop()) {
    if (node.type === 'union_type' || node === value)
      waiting.push(...node.namedChildren.filter((child) => child !== null).toReversed());
    else parts.push(node);
  }
  return parts;
}

/** The value of a variable without what says more about its type: `as const`, `satisfies`, `Object.freeze(…)`. */
function valueOf(node: Node): Node | undefined {
  let value =
    node.childForFieldName('value') ?? node.childForFieldName('right') ?? node.childForFieldName('default_value') ?? undefined;
  for (let depth = 0; value && depth < 5; depth++) {
    if (
      /^(?:expression_list|as_expression|satisfies_expression|parenthesized_expression|non_null_expression)$/.test(value.type)
    ) {
      value = value.namedChildren[0] ?? undefined;
    } else if (value.type.startsWith('call') && value.text.length < 200_000) {
      const passed: Node | undefined =
        value.childForFieldName('arguments')?.namedChildren.find((child) => child !== null && tables.test(child.type)) ??
        undefined;
      if (!passed) return value;
      value = passed;
    } else break;
  }
  return value;
}

const makers = /^(?:variable_declarator|assignment|var_spec|property_declaration|const_item|static_item)$/;

/**
 * The function or class that makes an error with its code and more as arguments: `createError('map_lost', 'Lost', 404)`, `new
 * ApiError("20001", "Late")`. Undefined for other values.
 */
function makerOf(node: Node): string | undefined {
  let value = valueOf(node);
  if (value && /^(?:expression_list|arrow_expression_clause)$/.test(value.type)) value = value.namedChildren[0] ?? undefined;
  if (value && /^(?:unary|reference)_expression$/.test(value.type)) value = value.namedChildren.at(-1) ?? undefined;
  if (value && /^(?:composite_literal|struct_expression)$/.test(value.type)) return structOf(value);
  if (!value || !/^(?:call|new_expression|object_creation|implicit_object|method_invocation)/.test(value.type)) return undefined;
  const passed =
    value.childForFieldName('arguments') ?? value.namedChildren.find((child) => child?.type.endsWith('argument_list'));
  const given = passed?.namedChildren.filter((child) => child !== null && !/comment/.test(child.type)) ?? [];
  const [only] = given;
  if (only && given.length === 1) return ofOneArgument(value, only);
  if (given.length < 2) return undefined;
  const called = ['function', 'constructor', 'type', 'name'].map((field) => value.childForFieldName(field)).find(Boolean);
  const type = node.childForFieldName('type') ?? node.parent?.childForFieldName('type');
  const name = (called ?? type)?.text.replace(/<[^<>]*>$/, '').replace(/^.*[.:]/, '') ?? '';
  const isNumbered = /number|integer|int_literal/.test(given[0]?.type ?? '') && /string/.test(given[1]?.type ?? '');
  return /^\w{3,60}$/.test(name) && (namesErrors(name) || (isNumbered && plainMaker.test(name))) ? name : undefined;
}

/** `New(10404, "No map")`: names of the variables say whether it makes errors. */
export const plainMaker = /^(?:[Nn]ew|[Aa]dd|[Rr]egister|[Dd]efine)$/;

/** `register(&APIError{Code: 7, Name: "NO_MAP"})`, and `errors.New("0007")` with a word that is no sentence. */
function ofOneArgument(call: Node, argument: Node): string | undefined {
  const inner = /^(?:unary|reference)_expression$/.test(argument.type) ? argument.namedChildren.at(-1) : argument;
  if (inner && /^(?:composite_literal|struct_expression)$/.test(inner.type)) return structOf(inner);
  const isWord = /^"(?:[A-Z]{1,6}-?)?\d{3,9}"$|^"[A-Z][A-Z\d]*(?:_[A-Z\d]+)+"$/.test(argument.text);
  return isWord && call.childForFieldName('function')?.text === 'errors.New' ? 'errors.New' : undefined;
}

/** The type of a struct with named fields, where it is one of errors: `&APIError{Code: "MAP_LOST", Status: 404}`. */
function structOf(value: Node): string | undefined {
  const body = value.childForFieldName('body');
  const name = (value.childForFieldName('type') ?? value.childForFieldName('name'))?.text.replace(/^.*[.:]/, '') ?? '';
  const fields = body?.namedChildren.filter(
    (child) => child !== null && /^(?:keyed_element|field_initializer)$/.test(child.type),
  );
  return fields && fields.length >= 2 && /^\w{3,60}$/.test(name) && namesStructs(name) ? name : undefined;
}

function namesStructs(name: string): boolean {
  return namesErrors(name.replace(/(?:Entry|Info|Def(?:inition)?|Spec|Details?|Descriptor|Meta(?:data)?)$/, ''));
}

/** The type that the value of a constant is converted to in Go: `ProblemType("badKey")`. */
function conversionOf(node: Node): string | undefined {
  const call = node.childForFieldName('value')?.namedChildren[0];
  if (call?.type !== 'call_expression') return undefined;
  const called = call.childForFieldName('function');
  return called?.type === 'identifier' && /^[A-Z]/.test(called.text) ? called.text : undefined;
}

/** A variable of Go that is used like a constant: `ErrCodeLate = "LATE"`. */
function isNamedCode(name: string, value: Node | undefined): boolean {
  const only = value?.type === 'expression_list' ? value.namedChildren[0] : value;
  return /^Err(?:or)?Code[A-Z]/.test(name) && only?.type === 'interpreted_string_literal';
}

/** A constant by its modifiers, or by a name in capitals. */
function isConstant(node: Node): boolean {
  // A constant that only its class may use is no code for others.
  if (/^\s*private\b/.test((node.type === 'variable_declarator' ? node.parent?.parent : node)?.text.slice(0, 20) ?? ''))
    return false;
  if (/^(?:const_spec|const_item|const_element|static_final_declaration)$/.test(node.type)) return true;
  // The guard of a header has no value.
  if (node.type === 'preproc_def') return node.childForFieldName('value') !== null;
  const name = nameOf(node)?.text ?? '';
  const head =
    (node.type === 'variable_declarator' ? (node.parent?.parent?.text ?? node.parent?.text) : node.text)?.slice(0, 200) ?? '';
  if (node.type === 'assignment') return /^[A-Z][A-Z\d_]*$/.test(name) && node.childForFieldName('left')?.type === 'identifier';
  return /\b(?:static\s+final|final\s+static|const|static\s+let|static\s+readonly)\b/.test(head) || /^[A-Z][A-Z\d_]+$/.test(name);
}

function nameOf(node: Node): Node | undefined {
  const field = node.childForFieldName('name') ?? node.childForFieldName('left');
  if (field) return field;
  const first = node.namedChildren.find(
    (child) => child !== null && /identifier|^name$|variable_declaration|pattern/.test(child.type),
  );
  return first && /variable_declaration|pattern/.test(first.type) ? (first.namedChildren[0] ?? first) : (first ?? undefined);
}

/** The names of an entry: `case a, b` has two. */
function namesOf(node: Node): Node[] {
  const names = node.childrenForFieldName('name').filter((child) => child !== null);
  const only = nameOf(node);
  return names.length > 0 ? names : only ? [only] : [];
}

function unquote(text: string): string {
  return text.replace(/^[["'`]+|[\]"'`]+$/g, '');
}
