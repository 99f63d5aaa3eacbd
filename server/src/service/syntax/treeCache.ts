import { Edit, type Point, type Tree } from 'web-tree-sitter';
import type { Span } from '../types.ts';
import type { Pace } from './pace.ts';
import { createHeldTree, type HeldTree } from './heldTree.ts';
import { free, type TextParser } from './textParser.ts';

/**
 * Syntax trees of open documents, by address. A changed text is parsed with the old tree's help; which part changed is
 * found by comparing the texts, so that any way of synchronising documents will do.
 * A tree is kept until its text changes, `drop` is called or the cache is full, and lives until its last reader is done.
 */
export interface TreeCache {
  /**
   * The tree of exactly this text, which lives until it is released.
   * @returns undefined when it takes too long, after which this text is not tried again, or is no longer wanted
   */
  treeOf(uri: string, text: string, parser: TextParser, pace: Pace): Promise<LeasedText | undefined>;
  drop(uri: string): void;
  clear(): void;
}

/** A tree, and how its text came out of the one before. */
export interface ParsedText {
  readonly tree: Tree;
  readonly change: TextChange | undefined;
}

/** A leased text. Its user must release it once. */
export interface LeasedText extends ParsedText {
  release(): void;
}

/** One edit between two texts. Offsets in UTF-16 code units. */
export interface TextChange {
  readonly before: string;
  readonly start: number;
  readonly oldEnd: number;
  readonly newEnd: number;
  /** Stretches of the new text whose syntax has changed, though their text may be the same. */
  readonly reparsed: readonly Span[];
}

interface Cached {
  readonly parser: TextParser;
  readonly text: string;
  /** undefined: it took too long. */
  readonly held: HeldTree | undefined;
  readonly change: TextChange | undefined;
}

/** A text that is being parsed, for all requests that want it. */
interface Parsing {
  readonly text: string;
  readonly parser: TextParser;
  /** How many wait for it. */
  waiting: number;
  readonly done: Promise<Cached | undefined>;
}

/** @param capacity how many trees are kept; the one unused longest goes first */
export function createTreeCache(capacity = 32): TreeCache {
  const trees = new Map<string, Cached>();
  const pending = new Map<string, Set<Parsing>>();
  const forget = (uri: string): void => {
    trees.get(uri)?.held?.drop();
    trees.delete(uri);
  };
  const keep = (uri: string, cached: Cached): void => {
    forget(uri);
    trees.set(uri, cached);
    const oldest = trees.keys().next().value;
    if (trees.size > capacity && oldest !== undefined) forget(oldest);
  };
  const findKept = (uri: string, text: string, parser: TextParser): Cached | undefined => {
    const cached = trees.get(uri);
    if (cached?.text !== text || cached.parser !== parser) return undefined;
    trees.delete(uri);
    trees.set(uri, cached);
    return cached;
  };

  /** Parses a text. @returns undefined when it is no longer wanted */
  const parse = async (uri: string, text: string, parser: TextParser, pace: Pace): Promise<Cached | undefined> => {
    const old = trees.get(uri);
    const before = old?.held && old.parser === parser ? old : undefined;
    const edit = before && describeEdit(before.text, text);
    // Others may read the old tree: a copy of it is edited.
    const edited = edit && before?.held?.tree.copy();
    try {
      if (edit) edited?.edit(edit);
      const tree = await parser.parse(text, { pace, old: edited });
      if (!tree && pace.isStopped) return undefined;
      const change = before && edit && edited && tree ? describeChange(before.text, edit, edited, tree) : undefined;
      return { parser, text, held: tree && createHeldTree(tree), change };
    } finally {
      if (edited) free(edited);
    }
  };
  const begin = (uri: string, text: string, parser: TextParser, pace: Pace): Parsing => {
    const finish = async (): Promise<Cached | undefined> => {
      try {
        const cached = await parse(uri, text, parser, pace);
        // Held once for each waiting request, before any other code can drop it.
        for (let waiting = parsing.waiting; waiting > 0; waiting -= 1) cached?.held?.hold();
        if (cached && pending.get(uri)?.has(parsing)) keep(uri, cached);
        else cached?.held?.drop();
        return cached;
      } finally {
        pending.get(uri)?.delete(parsing);
        if (pending.get(uri)?.size === 0) pending.delete(uri);
      }
    };
    // The first slice belongs to the next turn, when this object is there.
    const parsing: Parsing = { text, parser, waiting: 0, done: Promise.resolve().then(finish) };
    pending.set(uri, (pending.get(uri) ?? new Set()).add(parsing));
    return parsing;
  };
  const leaseOf = ({ held, change }: Cached): LeasedText | undefined => {
    let released = false;
    const release = (): void => {
      if (!released) held?.release();
      released = true;
    };
    return held && { tree: held.tree, change, release };
  };
  return {
    async treeOf(uri, text, parser, pace) {
      for (;;) {
        const kept = findKept(uri, text, parser);
        kept?.held?.hold();
        if (kept) return leaseOf(kept);
        const isSame = (parsing: Parsing): boolean => parsing.text === text && parsing.parser === parser;
        const parsing = [...(pending.get(uri) ?? [])].find(isSame) ?? begin(uri, text, parser, pace);
        parsing.waiting += 1;
        const cached = await parsing.done;
        if (cached) return leaseOf(cached);
        // The request that began the parsing may have been cancelled, but not the others that wait for it.
        if (pace.isStopped) return undefined;
      }
    },
    drop(uri) {
      forget(uri);
      pending.delete(uri);
    },
    clear() {
      for (const uri of [...trees.keys()]) forget(uri);
      pending.clear();
    },
  };
}

function describeChange(before: string, edit: Edit, edited: Tree, tree: Tree): TextChange {
  return {
    before,
    start: edit.startIndex,
    oldEnd: edit.oldEndIndex,
    newEnd: edit.newEndIndex,
    reparsed: edited.getChangedRanges(tree).map(({ startIndex, endIndex }) => ({ start: startIndex, end: endIndex })),
  };
}

const block = 4096;

/** The one edit that turns a text into another: the part between their common beginning and end. */
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
