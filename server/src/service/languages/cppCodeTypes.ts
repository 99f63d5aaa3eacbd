import type { Node } from 'web-tree-sitter';
import type { CodeType } from './language.ts';
import { childrenOf, named } from './nodes.ts';

/** Reads the enums of a file, whose members are named after the codes. */
export function readCppCodeTypes(root: Node): readonly CodeType[] {
  return root.descendantsOfType('enum_specifier').flatMap((node) => (node && readEnum(node)) ?? []);
}

function readEnum(node: Node): CodeType | undefined {
  const body = node.childForFieldName('body');
  const members = body ? named(body).filter(({ type }) => type === 'enumerator') : [];
  const owner = node.childForFieldName('name')?.text;
  const last = members.at(-1);
  const previous = members.at(-2);
  // Where members have values of their own, the value of a further member is unknown.
  if (!last || !previous || owner === undefined || members.some(({ namedChildCount }) => namedChildCount !== 1)) return undefined;
  const between = node.text.slice(previous.endIndex - node.startIndex, last.startIndex - node.startIndex);
  const separator = /^,\s*$/.test(between) ? between : ', ';
  const isScoped = childrenOf(node).some(({ type }) => type === 'class' || type === 'struct');
  return {
    codes: members.map(({ text }) => text),
    offset: last.endIndex,
    write: (codes) =>
      codes
        .filter(isName)
        .map((code) => separator + code)
        .join(''),
    reference: (code) => (isName(code) ? (isScoped ? `${owner}::${code}` : code) : undefined),
  };
}

function isName(code: string): boolean {
  return /^[A-Za-z_]\w*$/.test(code);
}
