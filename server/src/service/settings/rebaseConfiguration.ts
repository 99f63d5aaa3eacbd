import { isRecord } from '../isRecord.ts';

/** Separates in a glob the path of the folder from the glob for the path within it. No path contains it. */
const below = '\0';

/**
 * The settings of a file for a folder below its own: paths and globs in it are relative to the file's folder.
 * @param section nested, as `readConfiguration` gives it
 * @param inside the path of the folder relative to the file's; empty for the file's own folder
 */
export function rebaseConfiguration(
  section: Readonly<Record<string, unknown>>,
  inside: string,
): Readonly<Record<string, unknown>> {
  if (inside === '') return section;
  const up = inside.replace(/[^/]+/g, '..');
  const path = (value: unknown): unknown =>
    typeof value === 'string' && value !== '' && !/^(?:[/\\~]|[A-Za-z]:)/.test(value) ? `${up}/${value}` : value;
  const glob = (value: unknown): unknown => (typeof value === 'string' ? `${inside}${below}${value}` : value);
  const each = (value: unknown, change: (entry: unknown) => unknown): unknown =>
    Array.isArray(value) ? value.map(change) : value;
  const globs = (value: unknown): unknown =>
    isRecord(value)
      ? {
          ...value,
          ...changed(value, 'include', (list) => each(list, glob)),
          ...changed(value, 'exclude', (list) => each(list, glob)),
        }
      : value;
  const link = (value: unknown): unknown =>
    isRecord(value)
      ? {
          ...value,
          ...changed(value, 'path', path),
          ...changed(value, 'files', (list) => each(list, glob)),
          ...changed(value, 'exclude', (list) => each(list, glob)),
        }
      : path(value);
  const byId = (value: unknown, change: (entry: unknown) => unknown): unknown =>
    isRecord(value) ? Object.fromEntries(Object.entries(value).map(([id, entry]) => [id, change(entry)])) : each(value, change);
  return {
    ...section,
    ...changed(section, 'catalogues', (value) => byId(value, link)),
    ...changed(section, 'files', (value) => byId(value, globs)),
    ...changed(section, 'lookup', (value) =>
      isRecord(value) ? { ...value, ...changed(value, 'folders', (list) => each(list, path)) } : value,
    ),
  };
}

/** Returns the original glob of a rebased section, and the path to match it against. Other globs are returned unchanged. */
export function readRebasedGlob(glob: string, path: string): { readonly glob: string; readonly path: string } {
  const at = glob.indexOf(below);
  if (at === -1) return { glob, path };
  return { glob: glob.slice(at + 1), path: join(glob.slice(0, at), path) };
}

function changed(
  record: Readonly<Record<string, unknown>>,
  key: string,
  change: (value: unknown) => unknown,
): Record<string, unknown> {
  return record[key] === undefined ? {} : { [key]: change(record[key]) };
}

/** `a/b` and `../c` are `a/c`. */
function join(folder: string, path: string): string {
  const steps = folder.split('/');
  for (const step of path.split('/')) {
    if (step === '..' && steps.length > 0 && steps.at(-1) !== '..') steps.pop();
    else steps.push(step);
  }
  return steps.join('/');
}
