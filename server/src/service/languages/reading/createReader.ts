import type { Node } from 'web-tree-sitter';
import { named } from '../nodes.ts';
import { byType } from './byType.ts';
import { createBranchReader } from './readBranch.ts';
import { createCatchReader } from './readCatches.ts';
import { createConditionReader } from './readCondition.ts';
import { createExitReader } from './readExit.ts';
import { createLabelReader } from './readLabel.ts';
import { createNamedListReader } from './readNamedList.ts';
import { readPart } from './readParts.ts';
import { createPatternReader } from './readPatterns.ts';
import { createSwitchReader } from './readSwitch.ts';
import { createListReader, createTableReader } from './readTable.ts';
import type { ReadingTable } from './readingTable.ts';
import type { Reader } from './readings.ts';

/**
 * The one reader of syntax trees: it reads every language by its table.
 * @param comments node types of comments
 * @param around wraps each reading, also the readings within others: bounds and memory
 */
export function createReader(
  table: ReadingTable,
  comments: ReadonlySet<string>,
  around: (reader: Reader) => Reader = (reader) => reader,
): Reader {
  const noise = table.noise === undefined ? comments : new Set([...comments, ...table.noise]);
  const wrappers = byType(table.wrappers);
  const { around: besides = [] } = table.names;
  const isAround = typeof besides === 'function' ? besides : ({ type }: Node): boolean => besides.includes(type);
  const owners = byType(table.names.owners);
  const read = {
    partsOf: (node) => named(node).filter(({ type }) => !noise.has(type)),
    unwrap(node) {
      for (let inner = node; ; ) {
        const child = readPart(inner, wrappers.get(inner.type), read);
        if (!child) return inner;
        inner = child;
      }
    },
    readDeclaration: (literal) => table.declaration(literal, read),
    nameOfValue(expression) {
      let value = expression;
      while (value.parent && isAround(value.parent)) value = value.parent;
      const owner = value.parent;
      const name = owner ? owners.get(owner.type) : undefined;
      if (!owner || name === undefined) return undefined;
      return typeof name === 'function' ? (name(owner, value) ?? undefined) : readPart(owner, name, read);
    },
  } as Reader;
  const own: Reader = Object.assign(read, {
    readLabel: createLabelReader(table.labels, read),
    readPatterns: createPatternReader(table.patterns, read),
    readSwitch: createSwitchReader(table.switches, read),
    readBranch: createBranchReader(table.branches, table.exits.blocks, read),
    readCatches: createCatchReader(table.catches, read),
    readTable: createTableReader(table, read),
    readCondition: createConditionReader(table.conditions, read),
    readList: createListReader(table, read),
    readNamedList: createNamedListReader(table, read),
    leaves: createExitReader(table.exits, read),
  } satisfies Partial<Reader>);
  // A reading of a part of a node asks `read`, so that it goes through the functions of `around`.
  return Object.assign(read, around({ ...own }));
}
