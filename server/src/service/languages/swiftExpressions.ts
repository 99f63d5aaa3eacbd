import type { Node } from 'web-tree-sitter';
import { childrenOf, joinPieces, named } from './nodes.ts';
import { readConstant } from './reading/readLabel.ts';
import type { PatternForms, TableParts } from './reading/readingTable.ts';
import type { LabelReading } from './reading/readings.ts';

/** The one value in parentheses or a pattern; `.timeout` is a pattern of its own. */
export function unwrapSingle(node: Node): Node | null {
  return node.namedChildCount === 1 && !node.text.startsWith('.') ? node.firstNamedChild : null;
}

/** The type of the node for the member that a pattern with values names. */
export const patternMember = 'joined_pattern_member';

/** The values of a member, each of which is only bound or left out: `(let why)`, `(code: _, let text)`. */
const bindsValues = /^\(\s*(?:(?:\w+\s*:\s*)?(?:(?:let|var)\s+)?\w+\s*(?:,\s*|(?=\))))*\)$/;

/**
 * `.declined` of `.declined(let why)`, `let .declined(why)` and `Code.declined(_)`; undefined where the values matter, too.
 * @param pieces the pattern's, which the grammar puts side by side
 */
export function memberOf(pieces: readonly Node[]): Node | undefined {
  const open = pieces.findIndex(({ type }) => type === '(');
  const name = pieces.at(open === -1 ? -1 : open - 1);
  const dot = pieces.findIndex(({ type }) => type === '.');
  const first = pieces[dot - 1]?.type === 'user_type' ? pieces[dot - 1] : pieces[dot];
  if (dot === -1 || name?.type !== 'simple_identifier' || !first || name.text === 'some') return undefined;
  const values = open === -1 ? [] : pieces.slice(open);
  const [bracket] = values;
  const last = values.at(-1);
  if (!bracket || !last) return joinPieces(first, name, patternMember);
  const text = joinPieces(bracket, last, 'joined_values').text;
  const isBound = text.length < longestValues && bindsValues.test(text) && !/\b(?:true|false|nil|\d+)\b/.test(text);
  return isBound ? joinPieces(first, name, patternMember) : undefined;
}

const longestValues = 300;

/** `"A"?`, `.some("A")`, `is Int`, `let x as String`, `.declined(let why)`. */
export const patterns: PatternForms = {
  around: {
    switch_pattern: 'first',
    pattern(node) {
      const [first, second] = named(node);
      if (node.text === '.none') return [];
      const pieces = childrenOf(node);
      const member = pieces.some(({ type }) => type === '(') ? memberOf(pieces) : undefined;
      if (member) return [member];
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
