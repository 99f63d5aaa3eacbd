import { copyText } from './copyText.ts';
import { normaliseFieldName } from './namedFields.ts';

/** Where a field stands in structured records, with what it is called by: records of one program have the same fields. */
export interface FieldPath {
  /** Normalised names from the outermost one on, with dots between. */
  readonly full: string;
  /** The same without dots. */
  readonly joined: string;
  /** What the field is known by, each once: its path, its name, the last part of that, and the path without dots. */
  readonly names: readonly string[];
  /** The field of a name inside this one. */
  readonly of: (key: string) => FieldPath;
}

// Programs have some hundreds; names that are data, such as ids, are never seen again.
const mostPaths = 5_000;
const longestKey = 100;

let known = 0;
let root = createPath('', '', []);

/** The place of whole records, from which all others are reached. What is known of them is dropped when it has become much. */
export function fieldPaths(): FieldPath {
  if (known > mostPaths) {
    known = 0;
    root = createPath('', '', []);
  }
  return root;
}

function createPath(full: string, joined: string, names: readonly string[]): FieldPath {
  const inside = new Map<string, FieldPath>();
  return {
    full,
    joined,
    names,
    of: (key) => {
      const path = inside.get(key);
      if (path !== undefined) return path;
      const created = createInner(full, key);
      if (key.length <= longestKey && known <= mostPaths) {
        inside.set(copyText(key), created);
        known++;
      }
      return created;
    },
  };
}

function createInner(outer: string, key: string): FieldPath {
  const name = normaliseFieldName(copyText(key));
  const full = outer === '' ? name : `${outer}.${name}`;
  if (!full.includes('.')) return createPath(full, full, [full]);
  const joined = full.replaceAll('.', '');
  return createPath(full, joined, [...new Set([full, name, full.slice(full.lastIndexOf('.') + 1), joined])]);
}
