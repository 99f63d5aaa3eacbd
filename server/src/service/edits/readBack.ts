import type { Node, Tree } from 'web-tree-sitter';
import type { Language } from '../languages/language.ts';
import { childrenOf } from '../languages/nodes.ts';
import { readString } from '../languages/writeText.ts';
import { free } from '../syntax/textParser.ts';
import type { Claim, Edit } from './edit.ts';

/** Parses a text in the language of the document; undefined where the parser gives up, or its time is used up. */
export type Parse = (text: string) => Promise<Tree | undefined>;

/** A text in its language. */
export interface ParsedIn {
  readonly parse: Parse;
  readonly language: Language;
  readonly text: string;
}

/** Whether a claim about edits is true: the edited text is parsed to find out. */
export function holds(claim: Claim, edits: readonly Edit[], place: ParsedIn): Promise<boolean> {
  switch (claim.kind) {
    case 'alike':
      return isWrittenAs(place, edits, claim);
    case 'replaced':
      return isReplaced(place, edits, claim.value);
    case 'literal':
      return isReadBack(place, claim.literal, claim.value);
    case 'name':
      return isName(place, claim.name);
    case 'comment':
      return isComment(place, edits);
  }
}

/** Asks about a parsed text, whose tree is freed afterwards; false where the parser gives up. */
async function isTrueOf(
  text: string,
  { parse }: Pick<ParsedIn, 'parse'>,
  ask: (root: Node) => boolean | Promise<boolean>,
): Promise<boolean> {
  const tree = await parse(text);
  if (!tree) return false;
  try {
    return await ask(tree.rootNode);
  } finally {
    free(tree);
  }
}

/** The text after edits, applied all at once. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  return [...edits]
    .sort((a, b) => b.span.start - a.span.start)
    .reduce((result, { span, text: added }) => result.slice(0, span.start) + added + result.slice(span.end), text);
}

/** Whether a string literal, parsed by itself, is one literal with this value. */
async function isReadBack(place: ParsedIn, literal: string, value: string): Promise<boolean> {
  const { language } = place;
  if (readString(language.text, literal) !== value) return false;
  const mark = '\uE000';
  const start = language.text.frame(mark).indexOf(mark);
  return isTrueOf(language.text.frame(literal), place, (root) => {
    const node = root.hasError ? undefined : literalFrom(root, start, language);
    return node?.endIndex === start + literal.length && !isComposed(node);
  });
}

/** Whether the inserted text is a comment in its place: in the markup around a program it would be text. */
async function isComment(place: ParsedIn, edits: readonly Edit[]): Promise<boolean> {
  const [edit] = edits;
  if (!edit || edits.length > 1) return false;
  const start = edit.span.start + edit.text.length - edit.text.trimStart().length;
  const end = edit.span.start + edit.text.trimEnd().length;
  return isTrueOf(applyEdits(place.text, edits), place, (root) => {
    for (let node = root.descendantForIndex(start, start); node?.startIndex === start; node = node.parent) {
      if (place.language.comment.nodes.has(node.type)) return node.endIndex >= end;
    }
    return false;
  });
}

/** Whether a name, parsed by itself, is a name. */
function isName(place: ParsedIn, name: string): Promise<boolean> {
  const { frame } = place.language.text;
  const start = frame('\uE000').indexOf('\uE000');
  return isTrueOf(frame(name), place, (root) => {
    const node = root.hasError ? null : root.descendantForIndex(start, start);
    return node?.text === name && /identifier|constant|name|word/.test(node.type);
  });
}

/** The properties that two texts must have in common. */
interface Comparison {
  readonly language: Language;
  /** The meanings of a harmless text's words in the other text. */
  readonly meaning: (text: string) => string;
  /** Where names may differ from those of the harmless text: in the inserted text. */
  readonly isNew: (node: Node) => boolean;
}

function isWrittenAs(
  place: ParsedIn,
  edits: readonly Edit[],
  { harmless, words }: Extract<Claim, { kind: 'alike' }>,
): Promise<boolean> {
  const added = harmless.map(({ span, text: { length } }) => ({
    start: span.start,
    end: span.start + length,
    grown: length - span.end + span.start,
  }));
  const places = added.map(({ start, end }, index) => {
    const before = added.filter((other, at) => other.start < start || (other.start === start && at < index));
    const shift = before.reduce((sum, { grown }) => sum + grown, 0);
    return { start: start + shift, end: end + shift };
  });
  const longest = [...words].sort(([a], [b]) => b.length - a.length);
  const comparison: Comparison = {
    language: place.language,
    meaning: (written) => longest.reduce((meaning, [word, value]) => meaning.replaceAll(word, () => value), written),
    isNew: ({ startIndex, endIndex }) => places.some(({ start, end }) => startIndex < end && start < endIndex),
  };
  return isTrueOf(applyEdits(place.text, harmless), place, (expected) =>
    isTrueOf(applyEdits(place.text, edits), place, (written) =>
      haveSameForm(expected, written, (node, other) => isSame(node, other, comparison)),
    ),
  );
}

/** Compares two trees from the root down. @param isSame of two nodes; undefined: their children decide */
function haveSameForm(root: Node, otherRoot: Node, isSame: (node: Node, other: Node) => boolean | undefined): boolean {
  const pairs: [Node, Node][] = [[root, otherRoot]];
  for (let pair = pairs.pop(); pair; pair = pairs.pop()) {
    const same = isSame(...pair);
    if (same === false) return false;
    if (same === true) continue;
    const [children, others] = [childrenOf(pair[0]), childrenOf(pair[1])];
    if (children.length !== others.length) return false;
    for (const [index, child] of children.entries()) {
      const other = others[index];
      if (other) pairs.push([child, other]);
    }
  }
  return true;
}

function isSame(expected: Node, written: Node, { language, meaning, isNew }: Comparison): boolean | undefined {
  if (expected.type !== written.type || expected.isMissing !== written.isMissing || expected.hasError !== written.hasError)
    return false;
  const isString = language.text.nodes.has(expected.type);
  if (isString || language.comment.nodes.has(expected.type)) {
    if (expected.text === written.text) return true;
    const before = isString ? readString(language.text, expected.text) : expected.text;
    const after = isString ? readString(language.text, written.text) : written.text;
    const isRight = before !== undefined && after !== undefined && isMeant(meaning(before), after, language);
    return isRight && !(isString && isComposed(written));
  }
  if (!isNew(expected)) return expected.text === written.text;
  const isWord = expected.childCount === 0 && written.childCount === 0;
  return isWord && !isSameWord(expected.text, written.text, meaning) ? false : undefined;
}

/** Whether a written text has its meaning. In a format string some characters are doubled. */
function isMeant(meaning: string, written: string, { text: { formatted } }: Language): boolean {
  return written === meaning || (formatted !== undefined && written === meaning.replace(formatted, '$&$&'));
}

/** Names are made out of codes in several styles. */
function isSameWord(expected: string, written: string, meaning: Comparison['meaning']): boolean {
  return expected === written || meaning(expected) === written || (/^[\w$]+$/.test(expected) && /^[\w$]+$/.test(written));
}

async function isReplaced(place: ParsedIn, edits: readonly Edit[], value: string): Promise<boolean> {
  const { language, text } = place;
  const [edit] = edits;
  if (!edit || edits.length > 1) return false;
  const { start, end } = edit.span;
  const isSameBut = (old: Node, now: Node): boolean | undefined => {
    if (old.startIndex === start && old.endIndex === end && now.startIndex === start) {
      const isLiteral = language.text.nodes.has(now.type);
      if (now.endIndex !== start + edit.text.length || now.hasError || (isLiteral && isComposed(now))) return false;
      if (isLiteral) return readString(language.text, now.text) === value;
      if (now.type === old.type && now.text.endsWith(value)) return true;
    }
    if (old.type !== now.type || old.hasError !== now.hasError) return false;
    return old.endIndex <= start || old.startIndex >= end ? old.text === now.text : undefined;
  };
  return isTrueOf(text, place, (before) =>
    isTrueOf(applyEdits(text, edits), place, (after) => haveSameForm(before, after, isSameBut)),
  );
}

/** The string literal that begins at an offset. */
function literalFrom(root: Node, start: number, language: Language): Node | undefined {
  for (let node = root.descendantForIndex(start, start); node !== null && node.startIndex === start; node = node.parent) {
    if (language.text.nodes.has(node.type)) return node;
  }
  return undefined;
}

/** Whether a literal contains anything besides text: an expression, a variable. */
function isComposed(literal: Node): boolean {
  return literal.namedChildren.some(
    (child) =>
      child !== null &&
      (/interpol|substitution|expansion|expression|variable/.test(child.type) ||
        !/content|fragment|escape|text|start|end|string|char/.test(child.type) ||
        isComposed(child)),
  );
}
