import { copyText } from './copyText.ts';
import type { ReadContext } from './logRecord.ts';
import { normaliseFieldName } from './namedFields.ts';

/** Where a field stands in structured records, with what it is called by: records of one program have the same fields. */
export interface FieldPath {
  /** Its name as it is written; empty for whole records. */
  readonly key: string;
  /** Normalised names from the outermost one on, with dots between. */
  readonly full: string;
  /** The same without dots. */
  readonly joined: string;
  /** What the field is known by, each once: its path, its name, the last part of that, and the path without dots. */
  readonly names: readonly string[];
  /** The field of a name inside this one. */
  readonly of: (key: string) => FieldPath;
  /** The field that stood behind it in the last record of pairs. */
  next: FieldPath | undefined;
}

// Programs have some hundreds; names that are data, such as ids, are never seen again.
const mostPaths = 5_000;
const longestKey = 100;

/** What is known of the fields of records that are read one after the other. */
export interface FieldPaths {
  /** The place of whole records, from which all others are reached. What is known of them is dropped when it has become much. */
  readonly root: () => FieldPath;
}

/** Paths for the records of one log, of which nothing is known yet. */
export function createFieldPaths(): FieldPaths {
  let known = 0;
  const createPath = (key: string, full: string, joined: string, names: readonly string[]): FieldPath => {
    const inside = new Map<string, FieldPath>();
    return {
      key,
      full,
      joined,
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
    if (!full.includes('.')) return createPath(key, full, full, [full]);
    const joined = full.replaceAll('.', '');
    return createPath(key, full, joined, [...new Set([full, name, full.slice(full.lastIndexOf('.') + 1), joined])]);
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

/** The same context for many records. */
export function withFieldPaths(context: ReadContext): ReadContext {
  return context.fieldPaths ? context : { ...context, fieldPaths: createFieldPaths() };
}
