import type { Node } from 'web-tree-sitter';
import type { ExitForms } from './readingTable.ts';
import type { Reader } from './readings.ts';

/** Finds out where control cannot run on, according to a table. */
export function createExitReader({ nodes = [], breaks = [], calls, blocks, others }: ExitForms, read: Reader) {
  return (statement: Node, breakStays = false): boolean => {
    const { type } = statement;
    const other = others?.(statement, read, breakStays);
    if (other !== undefined) return other;
    if (breaks.includes(type)) return !breakStays || statement.namedChildCount > 0;
    if (nodes.includes(type)) return true;
    if (calls?.nodes.includes(type)) return calls.pattern.test(statement.text);
    if (blocks.includes(type)) {
      const last = read.partsOf(statement).at(-1);
      return last !== undefined && read.leaves(last, breakStays);
    }
    const branch = read.readBranch(statement);
    if (!branch?.alternative) return false;
    return read.leaves(branch.consequence, breakStays) && read.leaves(branch.alternative, breakStays);
  };
}
