import type { Node } from 'web-tree-sitter';
import { joinPieces, named } from './nodes.ts';
import { readConstant } from './reading/readLabel.ts';
import type { PatternForms, TableParts } from './reading/readingTable.ts';
import type { LabelReading } from './reading/readings.ts';

/** The one value in parentheses or a pattern; `.timeout` is a pattern of its own. */
export function unwrapSingle(node: Node): Node | null {
  return node.namedChildCount === 1 && !node.text.startsWith('.') ? node.firstNamedChild : null;
}

/** `"A"?`, `.some("A")`, `is Int`, `let x as String`. */
export const patterns: PatternForms = {
  around: {
    switch_pattern: 'first',
    pattern(node) {
      const [first, second] = named(node);
      if (node.text === '.none') return [];
      if (first?.text === 'some' && second?.type === 'pattern' && node.namedChildCount === 2) return [second];
      return node.namedChildCount === 1 && first && !node.text.startsWith('.') && !/^is\b/.test(node.text) ? [first] : undefined;
    },
  },
  types: { pattern: (node) => (/^is\b|\bas\b/.test(node.text) ? node.childForFieldName('name') : undefined) },
  takesAll: ({ text }) => /^(?:_|(?:let|var)\s+\w+)$/.test(text),
};

/** A reference to a constant; `.timeout` is one too. */
export function readName(node: Node): LabelReading | undefined {
  return /^[\w.]+$/.test(node.text) && node.text !== '_' ? readConstant(node) : undefined;
}

/** `let x = "…"`, a type's `static let`, an enum's `case timeout = "…"`. */
export function readDeclaration(literal: Node): string | undefined {
  const parent = literal.parent;
  let name: string | undefined;
  if (parent?.type === 'enum_entry') {
    name = literal.previousNamedSibling?.type === 'simple_identifier' ? literal.previousNamedSibling.text : undefined;
  } else if (parent?.type === 'property_declaration' && named(parent).some(({ text }) => text === 'let')) {
    name = parent.childForFieldName('name')?.text;
  }
  const body = parent?.parent;
  const owner = /^(class_body|enum_class_body)$/.test(body?.type ?? '')
    ? body?.parent?.childForFieldName('name')?.text
    : undefined;
  return owner === undefined || name === undefined ? name : `${owner}.${name}`;
}

/** Reads `["A": a, …]`: keys and values are side by side. */
export function readDictionary(node: Node): TableParts {
  const keys = node.childrenForFieldName('key').filter((key) => key !== null);
  const values = node.childrenForFieldName('value').filter((value) => value !== null);
  const pairs = keys.flatMap((key, index) => {
    const value = values[index];
    return value ? [{ element: joinPieces(key, value, 'dictionary_entry'), key, value }] : [];
  });
  return {
    elements: pairs.map(({ element }) => element),
    entry(element) {
      const pair = pairs.find((each) => each.element === element);
      return pair && [pair.key, pair.value];
    },
    isOpen: keys.length !== values.length,
    mayBeEmpty: true,
    form: 'dictionary',
  };
}
