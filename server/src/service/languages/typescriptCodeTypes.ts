import type { Node } from 'web-tree-sitter';
import type { CodeType } from './language.ts';
import { named } from './nodes.ts';
import { scriptText } from './textForms.ts';
import { quoteWith } from './writing.ts';

const quoteString = quoteWith(scriptText);

/** The unions of string literals and the string enums of a file. */
export function readTypeScriptCodeTypes(root: Node): readonly CodeType[] {
  const unions = root
    .descendantsOfType('union_type')
    .filter((node): node is Node => node !== null && node.parent?.type !== 'union_type')
    .map(readUnion);
  const enums = root.descendantsOfType('enum_declaration').map((node) => node && readEnum(node));
  return [...unions, ...enums].filter((type) => type !== undefined && type !== null);
}

function readUnion(node: Node): CodeType | undefined {
  const members = flatten(node);
  const strings = members.filter((member) => member.type === 'literal_type' && member.firstNamedChild?.type === 'string');
  const last = strings.at(-1);
  if (strings.length < 2 || !last) return undefined;
  const quote = last.text.charAt(0);
  const previous = members[members.indexOf(last) - 1];
  const gap =
    previous && previous.endIndex < last.startIndex
      ? node.text.slice(previous.endIndex - node.startIndex, last.startIndex - node.startIndex)
      : ' | ';
  return {
    codes: strings.map(({ text }) => text.slice(1, -1)),
    offset: last.endIndex,
    write: (codes) => codes.map((code) => `${gap.includes('|') ? gap : ' | '}${quoteString(code, quote)}`).join(''),
    reference: () => undefined,
  };
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
  if (!last || lastValue?.type !== 'string' || name === undefined) return undefined;
  const quote = lastValue.text.charAt(0);
  const pascal = members.every((member) =>
    /^[A-Z][a-z0-9]*([A-Z][a-z0-9]*)*$/.test(member.childForFieldName('name')?.text ?? ''),
  );
  const memberName = (code: string): string =>
    pascal ? toPascalCase(code) : code.replace(/[^A-Za-z0-9_$]/g, '_').replace(/^(?=\d)/, '_');
  const previous = members.at(-2);
  const body = node.childForFieldName('body');
  const lineIndent = /\n([ \t]*)$/.exec((body ?? node).text.slice(0, last.startIndex - (body ?? node).startIndex))?.[1];
  const separator =
    lineIndent === undefined || (previous && previous.endPosition.row === last.startPosition.row) ? ', ' : `,\n${lineIndent}`;
  return {
    codes: members.flatMap((member) => {
      const value = member.childForFieldName('value');
      return value?.type === 'string' ? [value.text.slice(1, -1)] : [];
    }),
    offset: last.endIndex,
    write: (codes) => codes.map((code) => `${separator}${memberName(code)} = ${quoteString(code, quote)}`).join(''),
    reference: (code) => `${name}.${memberName(code)}`,
  };
}

/** `NOT_FOUND` and `not-found` to `NotFound`. */
export function toPascalCase(code: string): string {
  const words = code.split(/[^A-Za-z0-9]+/).filter((word) => word !== '');
  return words
    .map((word) => word.charAt(0).toUpperCase() + (/[a-z]/.test(word) ? word.slice(1) : word.slice(1).toLowerCase()))
    .join('')
    .replace(/^(?=\d)/, '_');
}
