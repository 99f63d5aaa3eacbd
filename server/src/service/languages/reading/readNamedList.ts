import type { Node } from 'web-tree-sitter';
import { named } from '../nodes.ts';
import type { ReadingTable } from './readingTable.ts';
import type { Reader } from './readings.ts';

/** Longer names, and paths to names, do not occur in practice, in characters. */
const longest = 200;

/** Finds lists by the names that a file declares them under. */
export function createNamedListReader({ names }: ReadingTable, read: Reader) {
  let lists: Map<string, readonly Node[] | undefined> | undefined;
  const collect = (root: Node): Map<string, readonly Node[] | undefined> => {
    const found = new Map<string, readonly Node[] | undefined>();
    const values = new Set<number>();
    for (const owner of root.descendantsOfType(Object.keys(names.owners))) {
      const value = owner && listIn(owner, read);
      const name = value && read.nameOfValue(value)?.text;
      if (!value || name === undefined || values.has(value.id)) continue;
      values.add(value.id);
      const elements = read.readList(value)?.elements;
      // A name that is declared twice means no certain list.
      found.set(name, found.has(name) ? undefined : elements);
    }
    return found;
  };
  return (name: Node): readonly Node[] | undefined => {
    const spelling = name.text;
    const word =
      spelling.length > longest ? undefined : /^(?:(?:this|self|Self|[\p{Lu}]\w*)(?:\.|::))?([\p{L}_$]\w*)$/u.exec(spelling)?.[1];
    if (word === undefined) return undefined;
    lists ??= collect(name.tree.rootNode);
    return lists.get(word);
  };
}

/** The list that an owner of a name has as its value, at most a few nodes below it. */
function listIn(owner: Node, read: Reader): Node | undefined {
  let candidates: readonly Node[] = named(owner);
  for (let depth = 0; depth < 4 && candidates.length > 0; depth += 1) {
    const list = candidates.find((node) => read.readList(node) !== undefined);
    if (list) return list;
    candidates = candidates.length > 20 ? [] : candidates.flatMap(named);
  }
  return undefined;
}
