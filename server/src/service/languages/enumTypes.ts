import type { Node } from 'web-tree-sitter';
import type { CodeType } from './language.ts';
import { named } from './nodes.ts';
import { dartText, javaText, phpText, swiftText } from './textForms.ts';
import { toPascalCase } from './typescriptCodeTypes.ts';
import { quoteWith } from './writing.ts';

const inJava = quoteWith(javaText);
const inSwift = quoteWith(swiftText);
const inPhp = quoteWith(phpText);
const inDart = quoteWith(dartText);

interface EnumMember {
  readonly name: string;
  readonly code: string;
  readonly node: Node;
}

interface EnumForms {
  /** The text before a further member. */
  readonly separator: string;
  member(name: string, code: string): string;
  reference(name: string): string;
}

/** An enum whose members have codes, named in the style of those that are there. */
function createEnumType(members: readonly EnumMember[], { separator, member, reference }: EnumForms): CodeType | undefined {
  const last = members.at(-1);
  if (!last) return undefined;
  const nameOf = (code: string): string => {
    const known = members.find((one) => one.code === code)?.name;
    if (known !== undefined) return known;
    const pascal = toPascalCase(code);
    if (members.every(({ name }) => /^[A-Z]/.test(name) && /[a-z]/.test(name))) return pascal;
    if (members.every(({ name }) => /^[a-z]/.test(name))) return pascal.charAt(0).toLowerCase() + pascal.slice(1);
    return code.replace(/\W/g, '_').replace(/^(?=\d)/, '_');
  };
  return {
    codes: members.map(({ code }) => code),
    offset: last.node.endIndex,
    write: (codes) => codes.map((code) => separator + member(nameOf(code), code)).join(''),
    reference: (code) => reference(nameOf(code)),
  };
}

/** White space before a node, its line break included; a blank where it does not start its line. */
function gapBefore(node: Node, root: Node): string {
  const before = root.text.slice(Math.max(0, node.startIndex - 200), node.startIndex);
  return /\r?\n[ \t]*$/.exec(before)?.[0] ?? ' ';
}

function enumsOf(root: Node, type: string): Node[] {
  return root.descendantsOfType(type).filter((node) => node !== null);
}

/** Java: `enum Code { NOT_FOUND, … }` and `enum Code { NOT_FOUND("NOT_FOUND"), … }`; a switch names members by themselves. */
export function readJavaEnums(root: Node): readonly CodeType[] {
  return enumsOf(root, 'enum_body').flatMap((body) => {
    const constants = named(body).filter(({ type }) => type === 'enum_constant');
    const last = constants.at(-1);
    const values = constants.map((constant) => constant.childForFieldName('arguments'));
    const texts = values.map((list) => (list?.namedChildCount === 1 ? list.firstNamedChild : undefined));
    const plain = values.every((list) => list === null);
    if (!last || (!plain && texts.some((text) => text?.type !== 'string_literal'))) return [];
    const members = constants.map((node, index) => {
      const name = node.childForFieldName('name')?.text ?? '';
      return { name, code: texts[index]?.text.slice(1, -1) ?? name, node };
    });
    const member = (name: string, code: string): string => (plain ? name : `${name}(${inJava(code, '"')})`);
    return createEnumType(members, { separator: `,${gapBefore(last, root)}`, member, reference: (name) => name }) ?? [];
  });
}

/** Swift: `enum Code: String { case notFound = "NOT_FOUND" }`; a switch names members with a dot. */
export function readSwiftEnums(root: Node): readonly CodeType[] {
  return enumsOf(root, 'enum_class_body').flatMap((body) => {
    const members = named(body).flatMap((node): EnumMember[] => {
      const value = node.type === 'enum_entry' ? node.childForFieldName('raw_value') : null;
      const name = value?.previousNamedSibling?.text;
      return value?.type === 'line_string_literal' && name !== undefined ? [{ name, code: value.text.slice(1, -1), node }] : [];
    });
    const last = members.at(-1);
    const member = (name: string, code: string): string => `case ${name} = ${inSwift(code, '"')}`;
    const separator = last ? gapBefore(last.node, root).replace(/^ $/, '; ') : '';
    return createEnumType(members, { separator, member, reference: (name) => `.${name}` }) ?? [];
  });
}

/** PHP: `enum Code: string { case NotFound = 'NOT_FOUND'; }`. */
export function readPhpEnums(root: Node): readonly CodeType[] {
  return enumsOf(root, 'enum_declaration').flatMap((declaration) => {
    const owner = declaration.childForFieldName('name')?.text;
    const body = declaration.childForFieldName('body');
    const members = (body ? named(body) : []).flatMap((node): EnumMember[] => {
      const value = node.type === 'enum_case' ? node.childForFieldName('value') : null;
      const name = node.childForFieldName('name')?.text;
      return value?.type === 'string' && name !== undefined ? [{ name, code: value.text.slice(1, -1), node }] : [];
    });
    const last = members.at(-1);
    const member = (name: string, code: string): string => `case ${name} = ${inPhp(code, "'")};`;
    const separator = last ? gapBefore(last.node, root) : '';
    return createEnumType(members, { separator, member, reference: (name) => `${owner}::${name}` }) ?? [];
  });
}

/** Dart: `enum Code { notFound('NOT_FOUND'); … }`, and members that are spelt as the codes. */
export function readDartEnums(root: Node): readonly CodeType[] {
  return enumsOf(root, 'enum_declaration').flatMap((declaration) => {
    const owner = declaration.childForFieldName('name')?.text;
    const body = declaration.childForFieldName('body');
    const constants = body ? named(body).filter(({ type }) => type === 'enum_constant') : [];
    const last = constants.at(-1);
    const texts = constants.map((node) => /^\w+\(\s*(['"])([^'"]*)\1\s*,?\s*\)$/.exec(node.text));
    const plain = constants.every(({ text }) => /^\w+$/.test(text));
    if (!last || (!plain && texts.includes(null))) return [];
    const quote = texts[0]?.[1] ?? "'";
    const members = constants.map((node, index) => {
      const name = node.childForFieldName('name')?.text ?? '';
      return { name, code: texts[index]?.[2] ?? name, node };
    });
    const member = (name: string, code: string): string => (plain ? name : `${name}(${inDart(code, quote)})`);
    const reference = (name: string): string => `${owner}.${name}`;
    return createEnumType(members, { separator: `,${gapBefore(last, root)}`, member, reference }) ?? [];
  });
}
