import { Edit, type Parser, type Point, type Tree } from 'web-tree-sitter';
import type { Span } from '../types.ts';

/**
 * Syntax trees of open documents, by address. A changed text is parsed with the old tree's help; which part changed is
 * found by comparing the texts, so that any way of synchronising documents will do.
 * A tree lives until its text changes, `drop` is called or the cache is full.
 */
export interface TreeCache {
  /** The tree of exactly this text. It belongs to the cache: do not delete it, do not keep it. */
  treeOf(uri: string, grammar: string, text: string, parser: Parser): ParsedText | undefined;
  drop(uri: string): void;
  clear(): void;
}

/** A tree, and how its text came out of the one before. */
export interface ParsedText {
  readonly tree: Tree;
  readonly change: TextChange | undefined;
}

/** One edit between two texts. Offsets in UTF-16 code units. */
export interface TextChange {
  readonly before: string;
  readonly start: number;
  readonly oldEnd: number;
  readonly newEnd: number;
  /** Stretches of the new text whose syntax is another one than before, though their text may be the same. */
  readonly reparsed: readonly Span[];
}

interface Cached extends ParsedText {
  readonly grammar: string;
  readonly text: string;
}

/** @param capacity how many trees are kept; the one unused longest goes first */
export function createTreeCache(capacity = 32): TreeCache {
  const trees = new Map<string, Cached>();
  const drop = (uri: string): void => {
    trees.get(uri)?.tree.delete();
    trees.delete(uri);
  };
  return {
    treeOf(uri, grammar, text, parser) {
      const old = trees.get(uri);
      if (old && old.grammar === grammar && old.text === text) {
        trees.delete(uri);
        trees.set(uri, old);
        return old;
      }
      const edited = old && old.grammar === grammar ? old : undefined;
      const edit = edited && describeEdit(edited.text, text);
      if (edited && edit) edited.tree.edit(edit);
      const tree = parser.parse(text, edited?.tree ?? null);
      const change =
        edited && edit && tree
          ? {
              before: edited.text,
              start: edit.startIndex,
              oldEnd: edit.oldEndIndex,
              newEnd: edit.newEndIndex,
              reparsed: edited.tree
                .getChangedRanges(tree)
                .map(({ startIndex, endIndex }) => ({ start: startIndex, end: endIndex })),
            }
          : undefined;
      drop(uri);
      if (tree === null) return undefined;
      const parsed = { grammar, text, tree, change };
      trees.set(uri, parsed);
      const oldest = trees.keys().next().value;
      if (trees.size > capacity && oldest !== undefined) drop(oldest);
      return parsed;
    },
    drop,
    clear() {
      for (const uri of [...trees.keys()]) drop(uri);
    },
  };
}

const block = 4096;

/** The one edit that turns a text into another: what stands between their common beginning and end. */
function describeEdit(before: string, after: string): Edit {
  const shorter = Math.min(before.length, after.length);
  // Whole blocks first: engines compare strings much faster than we can compare characters.
  let start = 0;
  while (start + block <= shorter && before.slice(start, start + block) === after.slice(start, start + block)) start += block;
  while (start < shorter && before.charCodeAt(start) === after.charCodeAt(start)) start += 1;
  let tail = 0;
  const tailOf = (text: string): string => text.slice(text.length - tail - block, text.length - tail);
  while (tail + block <= shorter - start && tailOf(before) === tailOf(after)) tail += block;
  while (tail < shorter - start && before.charCodeAt(before.length - 1 - tail) === after.charCodeAt(after.length - 1 - tail))
    tail += 1;
  const oldEnd = before.length - tail;
  const newEnd = after.length - tail;
  const startPosition = pointAt(before, start, { row: 0, column: 0 }, 0);
  return new Edit({
    startIndex: start,
    oldEndIndex: oldEnd,
    newEndIndex: newEnd,
    startPosition,
    oldEndPosition: pointAt(before, oldEnd, startPosition, start),
    newEndPosition: pointAt(after, newEnd, startPosition, start),
  });
}

function pointAt(text: string, index: number, from: Point, fromIndex: number): Point {
  let row = from.row;
  let lineStart = fromIndex - from.column;
  for (
    let newline = text.indexOf('\n', fromIndex);
    newline !== -1 && newline < index;
    newline = text.indexOf('\n', newline + 1)
  ) {
    row += 1;
    lineStart = newline + 1;
  }
  return { row, column: index - lineStart };
}
