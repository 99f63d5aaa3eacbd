import type { Node } from 'web-tree-sitter';
import { limits } from '../limits.ts';
import type { Span } from '../types.ts';
import type { Language } from './language.ts';
import { createReader } from './reading/createReader.ts';
import { otherCondition } from './reading/readCondition.ts';

/**
 * A language bound to one document: each node is read once. Nodes that are nested deeper than in code of people are not read
 * where a reading follows the nesting by calling itself. Valid as long as the tree lives.
 */
export function boundReadings(language: Language): Language {
  const isDeep = createDepthTest();
  const once = <Reading>(read: (node: Node) => Reading): ((node: Node) => Reading) => {
    const known = new Map<number, { readonly type: string; readonly end: number; readonly reading: Reading }>();
    return (node) => {
      const { id, type, endIndex: end } = node;
      const before = known.get(id);
      // A node that joins several has the id of the first.
      if (before?.type === type && before.end === end) return before.reading;
      const reading = read(node);
      known.set(id, { type, end, reading });
      return reading;
    };
  };
  const reader = createReader(language.reading, language.comment.nodes, (read) => {
    const leaves = once((node) => !isDeep(node) && read.leaves(node));
    const leavesSwitch = once((node) => !isDeep(node) && read.leaves(node, true));
    return {
      ...read,
      // A block with thousands of statements is asked for them at each of them.
      partsOf: once(read.partsOf),
      readSwitch: once(read.readSwitch),
      readBranch: once(read.readBranch),
      readTable: once(read.readTable),
      readCatches: once(read.readCatches),
      readList: once(read.readList),
      readCondition: once((node) => (isDeep(node) ? otherCondition : read.readCondition(node))),
      leaves: (node, breakStays) => (breakStays ? leavesSwitch(node) : leaves(node)),
    };
  });
  return { ...language, ...reader };
}

/** Whether a node is nested deeper than the limit. Small nodes cannot be, and large ones are searched once. */
function createDepthTest(): (node: Node) => boolean {
  const known = new Map<number, boolean>();
  /** The last deep node that was found: the nodes around it are deep as well. */
  let deepest: Span | undefined;
  return (node) => {
    const { id, startIndex: start, endIndex: end } = node;
    if (end - start <= limits.nesting) return false;
    if (deepest && start <= deepest.start && deepest.end <= end) return true;
    const before = known.get(id);
    if (before !== undefined) return before;
    const deep = reaches(node, limits.nesting);
    known.set(id, deep);
    if (deep) deepest = { start, end };
    return deep;
  };
}

/** Whether there is anything at a depth below a node. */
function reaches(node: Node, depth: number): boolean {
  const cursor = node.walk();
  try {
    for (let at = 0; ; ) {
      if (cursor.gotoFirstChild()) {
        at += 1;
        if (at > depth) return true;
        continue;
      }
      while (!cursor.gotoNextSibling()) {
        if (at === 0 || !cursor.gotoParent()) return false;
        at -= 1;
      }
      if (at === 0) return false;
    }
  } finally {
    cursor.delete();
  }
}
