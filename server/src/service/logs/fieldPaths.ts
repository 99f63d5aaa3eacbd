import { copyText } from './copyText.ts';
import type { FieldPath, FieldPaths, ReadContext } from './logRecord.ts';
import { isReadName, normaliseFieldName, type ReadName } from './fieldNames.ts';

// Programs have some hundreds; names that are data, such as ids, are never seen again.
const mostPaths = 5_000;
const longestKey = 100;

/** Paths for the records of one log, of which nothing is known yet. */
export function createFieldPaths(): FieldPaths {
  let known = 0;
  const createPath = (key: string, full: string, joined: string, names: readonly ReadName[]): FieldPath => {
    const inside = new Map<string, FieldPath>();
    return {
      key,
      full,
      joined,
      own: isReadName(full) ? full : undefined,
      names,
      of: (name) => {
        const path = inside.get(name);
        if (path !== undefined) return path;
        const created = createInner(full, copyText(name));
        if (name.length <= longestKey && known <= mostPaths) {
          inside.set(created.key, created);
          known++;
        }
        return created;
      },
      next: undefined,
    };
  };
  const createInner = (outer: string, key: string): FieldPath => {
    const name = normaliseFieldName(key);
    const full = outer === '' ? name : `${outer}.${name}`;
    if (!full.includes('.')) return createPath(key, full, full, [full].filter(isReadName));
    const joined = full.replaceAll('.', '');
    const names = new Set([full, name, full.slice(full.lastIndexOf('.') + 1), joined]);
    return createPath(key, full, joined, [...names].filter(isReadName));
  };
  let root = createPath('', '', '', []);
  return {
    root: () => {
      if (known > mostPaths) {
        known = 0;
        root = createPath('', '', '', []);
      }
      return root;
    },
  };
}

/** The same context for many records, with all of its properties: objects of one shape are read in less time. */
export function withFieldPaths({ near, carrier, fieldPaths, memory, zone }: ReadContext): ReadContext {
  return {
    near,
    carrier,
    fieldPaths: fieldPaths ?? createFieldPaths(),
    memory: memory ?? { columns: undefined, date: undefined, east: new Map() },
    zone,
  };
}
