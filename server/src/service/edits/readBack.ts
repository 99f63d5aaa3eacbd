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
export function holds(claim: Claim, edits: readonly Edit[], { parse, language, text }: ParsedIn): Promise<boolean> {
  switch (claim.kind) {
    case 'alike':
      return isWrittenAs(parse, language, text, edits, claim);
    case 'replaced':
      return isReplaced(parse, language, text, edits, claim.value);
    case 'literal':
      return isReadBack(parse, language, claim.literal, claim.value);
    case 'name':
      return isName(parse, language, claim.name);
    case 'comment':
      return isComment(parse, language, text, edits);
  }
}

/** The text after edits, applied all at once. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  return [...edits]
    .sort((a, b) => b.span.start - a.span.start)
    .reduce((result, { span, text: added }) => result.slice(0, span.start) + added + result.slice(span.end), text);
}

/** Whether a string literal, parsed by itself, is one literal with this value. */
async function isReadBack(parse: Parse, language: Language, literal: string, value: string): Promise<boolean> {
  if (readString(language.text, literal) !== value) return false;
  const mark = '\uE000';
  const start = language.text.frame(mark).indexOf(mark);
  const tree = await parse(language.text.frame(literal));
  try {
    const node = tree && !tree.rootNode.hasError ? literalFrom(tree.rootNode, start, language) : undefined;
    return node?.endIndex === start + literal.length && !isComposed(node);
  } finally {
    if (tree) free(tree);
  }
}

/** Whether the inserted text is a comment in its place: in the markup around a program it would be text. */
async function isComment(parse: Parse, { comment }: Language, text: string, edits: readonly Edit[]): Promise<boolean> {
  const [edit] = edits;
  if (!edit || edits.length > 1) return false;
  const tree = await parse(applyEdits(text, edits));
  const start = edit.span.start + edit.text.length - edit.text.trimStart().length;
  const end = edit.span.start + edit.text.trimEnd().length;
  try {
    for (let node = tree?.rootNode.descendantForIndex(start, start) ?? null; node?.startIndex === start; node = node.parent) {
      if (comment.nodes.has(node.type)) return node.endIndex >= end;
    }
    return false;
  } finally {
    if (tree) free(tree);
  }
}

/** Whether a name, parsed by itself, is a name. */
async function isName(parse: Parse, { text: { frame } }: Language, name: string): Promise<boolean> {
  const start = frame('\uE000').indexOf('\uE000');
  const tree = await parse(frame(name));
  try {
    const node = tree && !tree.rootNode.hasError ? tree.rootNode.descendantForIndex(start, start) : null;
    return node?.text === name && /identifier|constant|name|word/.test(node.type);
  } finally {
    if (tree) free(tree);
  }
}

/** The properties that two texts must have in common. */
interface Comparison {
  readonly language: Language;
  /** The meanings of a harmless text's words in the other text. */
  readonly meaning: (text: string) => string;
  /** Where names may differ from those of the harmless text: in the inserted text. */
  readonly isNew: (node: Node) => boolean;
}

async function isWrittenAs(
  parse: Parse,
  language: Language,
  text: string,
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
    language,
    meaning: (written) => longest.reduce((meaning, [word, value]) => meaning.replaceAll(word, () => value), written),
    isNew: ({ startIndex, endIndex }) => places.some(({ start, end }) => startIndex < end && start < endIndex),
  };
  const expected = await parse(applyEdits(text, harmless));
  const written = await parse(applyEdits(text, edits));
  try {
    return expected !== undefined && written !== undefined && isSame(expected.rootNode, written.rootNode, comparison);
  } finally {
    if (expected) free(expected);
    if (written) free(written);
  }
}

function isSame(root: Node, otherRoot: Node, { language, meaning, isNew }: Comparison): boolean {
  const pairs: [Node, Node][] = [[root, otherRoot]];
  for (let pair = pairs.pop(); pair; pair = pairs.pop()) {
    const [expected, written] = pair;
    if (expected.type !== written.type || expected.isMissing !== written.isMissing || expected.hasError !== written.hasError)
      return false;
    const isString = language.text.nodes.has(expected.type);
    if (isString || language.comment.nodes.has(expected.type)) {
      if (expected.text === written.text) continue;
      const before = isString ? readString(language.text, expected.text) : expected.text;
      const after = isString ? readString(language.text, written.text) : written.text;
      if (
        before === undefined ||
        after === undefined ||
        !isMeant(meaning(before), after, language) ||
        (isString && isComposed(written))
      )
        return false;
      continue;
    }
    if (!isNew(expected)) {
      if (expected.text !== written.text) return false;
      continue;
    }
    const children = childrenOf(expected);
    const others = childrenOf(written);
    if (children.length !== others.length) return false;
    if (children.length === 0 && !isSameWord(expected.text, written.text, meaning)) return false;
    for (const [index, child] of children.entries()) {
      const other = others[index];
      if (other) pairs.push([child, other]);
    }
  }
  return true;
}

/** Whether a written text has its meaning. In a format string some characters are doubled. */
function isMeant(meaning: string, written: string, { text: { formatted } }: Language): boolean {
  return written === meaning || (formatted !== undefined && written === meaning.replace(formatted, '$&$&'));
}

/** Names are made out of codes in several styles. */
function isSameWord(expected: string, written: string, meaning: Comparison['meaning']): boolean {
  return expected === written || meaning(expected) === written || (/^[\w$]+$/.test(expected) && /^[\w$]+$/.test(written));
}

async function isReplaced(
  parse: Parse,
  language: Language,
  text: string,
  edits: readonly Edit[],
  value: string,
): Promise<boolean> {
  const [edit] = edits;
  if (!edit || edits.length > 1) return false;
  const before = await parse(text);
  const after = await parse(applyEdits(text, edits));
  try {
    if (!before || !after) return false;
    const end = edit.span.start + edit.text.length;
    const pairs: [Node, Node][] = [[before.rootNode, after.rootNode]];
    for (let pair = pairs.pop(); pair; pair = pairs.pop()) {
      const [old, now] = pair;
      if (old.startIndex === edit.span.start && old.endIndex === edit.span.end && now.startIndex === edit.span.start) {
        const isLiteral = language.text.nodes.has(now.type);
        if (now.endIndex !== end || now.hasError || (isLiteral && isComposed(now))) return false;
        if (isLiteral ? readString(language.text, now.text) === value : now.type === old.type && now.text.endsWith(value))
          continue;
        if (isLiteral) return false;
      }
      if (old.type !== now.type || old.hasError !== now.hasError) return false;
      if (old.endIndex <= edit.span.start || old.startIndex >= edit.span.end) {
        if (old.text !== now.text) return false;
        continue;
      }
      const children = childrenOf(old);
      const others = childrenOf(now);
      if (children.length !== others.length) return false;
      for (const [index, child] of children.entries()) {
        const other = others[index];
        if (other) pairs.push([child, other]);
      }
    }
    return true;
  } finally {
    if (before) free(before);
    if (after) free(after);
  }
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
  return hasForeignPart(literal);
}

function hasForeignPart(node: Node): boolean {
  return node.namedChildren.some(
    (child) =>
      child !== null &&
      (/interpol|substitution|expansion|expression|variable/.test(child.type) ||
        !isTextPart(child.type) ||
        hasForeignPart(child)),
  );
}

function isTextPart(type: string): boolean {
  return /content|fragment|escape|text|start|end|string|char/.test(type);
}
