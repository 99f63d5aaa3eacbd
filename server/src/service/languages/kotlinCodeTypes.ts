import type { Node } from 'web-tree-sitter';
import type { CodeType } from './language.ts';
import { named, readPlainString } from './nodes.ts';
import type { LabelReading } from './reading/readings.ts';
import { kotlinText } from './textForms.ts';
import { quoteWith } from './writing.ts';

const quoteString = quoteWith(kotlinText);

/** Reads the enums of a file whose entries are codes, by their names or by the one string that each is made with. */
export function readKotlinCodeTypes(root: Node): readonly CodeType[] {
  return root.descendantsOfType('enum_class_body').flatMap((body) => (body && readEnum(body)) ?? []);
}

function readEnum(body: Node): CodeType | undefined {
  const owner = body.parent?.childForFieldName('name')?.text;
  const entries = named(body).filter(({ type }) => type === 'enum_entry');
  const last = entries.at(-1);
  const previous = entries.at(-2);
  if (owner === undefined || !last || !previous) return undefined;
  const names = new Map<string, string>();
  let made = 0;
  for (const entry of entries) {
    const name = entry.firstNamedChild?.text ?? '';
    const values = entry.lastNamedChild?.type === 'value_arguments' ? named(entry.lastNamedChild) : [];
    const code = values.length === 1 ? readString(values[0]?.lastNamedChild) : undefined;
    // An entry with more to it, or with a body of its own, cannot be written for a further code.
    if (entry.namedChildCount > 2 || (entry.namedChildCount === 2 && !code)) return undefined;
    if (code) made += 1;
    names.set(code?.value ?? name, name);
  }
  if (made > 0 && made < entries.length) return undefined;
  const between = body.text.slice(previous.endIndex - body.startIndex, last.startIndex - body.startIndex);
  const separator = /^,\s*$/.test(between) ? between : ', ';
  return {
    codes: [...names.keys()],
    offset: last.endIndex,
    write: (codes) => codes.map((code) => `${separator}${nameOf(code)}${made > 0 ? `(${quoteString(code, '"')})` : ''}`).join(''),
    reference: (code) => `${owner}.${names.get(code) ?? nameOf(code)}`,
  };
}

function readString(node: Node | null | undefined): LabelReading | undefined {
  return node?.type === 'string_literal' ? readPlainString(node, 'string_content') : undefined;
}

function nameOf(code: string): string {
  return code.replace(/\W/g, '_').replace(/^(?=\d)/, '_');
}
