import type { Node } from 'web-tree-sitter';
import type { CodeType } from './language.ts';
import { named, textAround } from './nodes.ts';
import { readInteger } from './reading/readInteger.ts';
import { scriptText } from './textForms.ts';
import { quoteWith } from './writing.ts';

const quoteString = quoteWith(scriptText);

/** The unions of string literals and the string enums of a file. */
export function readTypeScriptCodeTypes(root: Node): readonly CodeType[] {
  const unions = root.descendantsOfType('union_type').filter((node) => node?.parent?.type !== 'union_type');
  const enums = root.descendantsOfType('enum_declaration');
  return [
    ...unions.flatMap((node) => (node && readUnion(node)) ?? []),
    ...enums.flatMap((node) => (node && readEnum(node)) ?? []),
  ];
}

/** A member of a union that is one code. */
interface UnionMember {
  readonly node: Node;
  readonly code: string;
  /** Writes a member of the same kind for a different code. */
  write(code: string): string;
}

function readUnion(node: Node): CodeType | undefined {
  const members = flatten(node);
  const known = members.flatMap((member) => readMember(member) ?? []);
  const last = known.at(-1);
  if (known.length < 2 || !last) return undefined;
  const previous = members[members.indexOf(last.node) - 1];
  const gap =
    previous && previous.endIndex < last.node.startIndex
      ? node.text.slice(previous.endIndex - node.startIndex, last.node.startIndex - node.startIndex)
      : ' | ';
  return {
    codes: known.map(({ code }) => code),
    offset: last.node.endIndex,
    write: (codes) => codes.map((code) => `${gap.includes('|') ? gap : ' | '}${last.write(code)}`).join(''),
    reference: () => undefined,
  };
}

/** `'A'`, `4101`, `'A' & Brand` and `typeof A`. */
function readMember(node: Node): UnionMember | undefined {
  if (node.type === 'type_query') {
    const code = stringConstant(node, node.firstNamedChild?.text ?? '');
    return code === undefined ? undefined : { node, code, write: (other) => quoteString(other, "'") };
  }
  let literal: Node | null = node;
  while (literal?.type === 'parenthesized_type' || literal?.type === 'intersection_type') literal = literal.firstNamedChild;
  const value = literal?.type === 'literal_type' ? literal.firstNamedChild : null;
  if (!literal || !value) return undefined;
  const [before, after] = textAround(node, literal);
  if (value.type === 'string') {
    const quote = value.text.charAt(0);
    return { node, code: value.text.slice(1, -1), write: (code) => before + quoteString(code, quote) + after };
  }
  const code = readInteger(value.text);
  return code === undefined ? undefined : { node, code, write: (other) => before + other + after };
}

/** The value of a constant of the file that is a string. */
function stringConstant({ tree }: Node, name: string): string | undefined {
  if (!/^[\w$]{1,200}$/.test(name)) return undefined;
  const declaration = new RegExp(`\\bconst\\s+${name.replace(/\$/g, '\\$')}\\s*=\\s*(['"])([^'"\\n]*)\\1`);
  return declaration.exec(tree.rootNode.text)?.[2];
}

/** The grammar nests unions to the left. */
function flatten(node: Node): Node[] {
  return named(node).flatMap((child) => (child.type === 'union_type' ? flatten(child) : [child]));
}

function readEnum(node: Node): CodeType | undefined {
  const name = node.childForFieldName('name')?.text;
  const members = named(node.childForFieldName('body') ?? node).filter(({ type }) => type === 'enum_assignment');
  const last = members.at(-1);
  const lastValue = last?.childForFieldName('value');
  const values = new Map(members.map((member) => [valueOf(member), member.childForFieldName('name')?.text ?? '']));
  if (!last || !lastValue || name === undefined || values.has(undefined)) return undefined;
  const isText = lastValue.type === 'string';
  const quote = isText ? lastValue.text.charAt(0) : '';
  const pascal = members.every((member) =>
    /^[A-Z][a-z0-9]*([A-Z][a-z0-9]*)*$/.test(member.childForFieldName('name')?.text ?? ''),
  );
  // A number is no name: only members that are there can be referred to.
  const newName = (code: string): string | undefined =>
    !isText ? undefined : pascal ? toPascalCase(code) : code.replace(/[^A-Za-z0-9_$]/g, '_').replace(/^(?=\d)/, '_');
  const previous = members.at(-2);
  const body = node.childForFieldName('body');
  const lineIndent = /\n([ \t]*)$/.exec((body ?? node).text.slice(0, last.startIndex - (body ?? node).startIndex))?.[1];
  const separator =
    lineIndent === undefined || (previous && previous.endPosition.row === last.startPosition.row) ? ', ' : `,\n${lineIndent}`;
  return {
    codes: [...values.keys()].filter((code) => code !== undefined),
    offset: last.endIndex,
    write: (codes) => codes.map((code) => `${separator}${newName(code)} = ${quoteString(code, quote)}`).join(''),
    reference(code) {
      const member = values.get(code) ?? newName(code);
      return member === undefined ? undefined : `${name}.${member}`;
    },
  };
}

/** The code that an enum's member is; undefined for a value that is worked out. */
function valueOf(member: Node): string | undefined {
  const value = member.childForFieldName('value');
  return value?.type === 'string' ? value.text.slice(1, -1) : readInteger(value?.text ?? '');
}

/** `NOT_FOUND` and `not-found` to `NotFound`. */
export function toPascalCase(code: string): string {
  const words = code.split(/[^A-Za-z0-9]+/).filter((word) => word !== '');
  return words
    .map((word) => word.charAt(0).toUpperCase() + (/[a-z]/.test(word) ? word.slice(1) : word.slice(1).toLowerCase()))
    .join('')
    .replace(/^(?=\d)/, '_');
}
