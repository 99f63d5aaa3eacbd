import * as l10n from '@vscode/l10n';
import { isMap, isScalar, LineCounter, parseDocument } from 'yaml';
import { isRecord } from '../isRecord.ts';
import { isYamlTooDeep } from '../documentDepth.ts';
import { limits } from '../limits.ts';
import { readSettings, settingKeys } from './settings.ts';

/** The content of a configuration file: the section that overrides the user's own, and the problems in it. */
export interface ConfigurationReading {
  /** Nested objects in the shape of the `apiErrorCodes` section; undefined when the file is broken. */
  readonly section: Readonly<Record<string, unknown>> | undefined;
  readonly problems: readonly ConfigurationProblem[];
}

/** Line and column from 0. */
export interface ConfigurationProblem {
  readonly line: number;
  readonly column: number;
  readonly message: string;
}

/**
 * Reads `api-error-codes.json` or `.yaml`: the settings of an editor's `apiErrorCodes` section, nested or with dots. Never
 * throws.
 */
export function readConfiguration(text: string): ConfigurationReading {
  if (text.length > limits.configuration) {
    const message = `The file is longer than ${limits.configuration} characters and is not read.`;
    return { section: undefined, problems: [{ line: 0, column: 0, message }] };
  }
  if (isYamlTooDeep(text)) {
    const message = l10n.t('The document is nested too deeply to be read.');
    return { section: undefined, problems: [{ line: 0, column: 0, message }] };
  }
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const at = (offset: number, message: string): ConfigurationProblem => {
    const { line, col } = lines.linePos(offset);
    return { line: line - 1, column: col - 1, message };
  };
  if (document.errors.length > 0)
    return { section: undefined, problems: document.errors.map(({ pos, message }) => at(pos[0], message)) };
  if (document.contents === null) return { section: {}, problems: [] };
  if (!isMap(document.contents)) return { section: undefined, problems: [at(0, 'The file must be an object of settings.')] };
  let value: unknown;
  try {
    value = document.toJS({ maxAliasCount: 100 });
  } catch (error) {
    return { section: undefined, problems: [at(0, error instanceof Error ? error.message : String(error))] };
  }
  const section = nest(value);
  const refused = leaveOutUsers(section).map((key) =>
    at(
      offsetOf(document.contents, key),
      `apiErrorCodes.${key} counts in your own settings alone: a folder does not say where ids are sent.`,
    ),
  );
  const unknown = document.contents.items.flatMap(({ key }) => {
    const name = isScalar(key) ? String(key.value) : '';
    const known =
      name === '$schema' ||
      settingKeys.some((setting) => setting === name || setting.startsWith(`${name}.`) || name.startsWith(`${setting}.`));
    return known || !isScalar(key)
      ? []
      : [at(key.range?.[0] ?? 0, `There is no setting "${name}"; there are ${settingKeys.join(', ')}.`)];
  });
  const wrong = readSettings(section).problems.map(({ key, message }) => at(offsetOf(document.contents, key), message));
  return { section, problems: [...unknown, ...refused, ...wrong] };
}

/** Removes the settings that only a user may make, never a folder. @returns the keys that were there */
function leaveOutUsers(section: Record<string, unknown>): string[] {
  const { lookup } = section;
  if (!isRecord(lookup) || !('engines' in lookup)) return [];
  const { engines: _engines, ...rest } = lookup;
  section['lookup'] = rest;
  return ['lookup.engines'];
}

/** Settings of a file over those of a user: objects are merged, everything else is replaced. */
export function mergeSections(user: unknown, file: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const merged: Record<string, unknown> = { ...nest(user) };
  for (const [key, value] of Object.entries(file)) {
    // It would set the prototype behind all the user's settings, and so avoid the removal of the file's keys by name.
    if (key === '__proto__') continue;
    const before = merged[key];
    merged[key] = isRecord(before) && isRecord(value) ? mergeSections(before, value) : value;
  }
  return merged;
}

/** For settings by id: the possible texts after the last dot. Ids have dots of their own. */
const fields: Readonly<Record<string, RegExp>> = {
  catalogues: /\.(enabled|path|title|docs|files|exclude|hosts|names|keyPrefixes)$/,
  files: /\.(include|exclude)$/,
};

/** `codeLens.enabled` and `codeLens: { enabled }` are the same. */
function nest(section: unknown): Record<string, unknown> {
  const nested: Record<string, unknown> = {};
  if (!isRecord(section)) return nested;
  for (const [name, value] of Object.entries(section)) {
    if (name === '$schema' || name === '__proto__') continue;
    const dot = name.indexOf('.');
    const head = dot === -1 ? name : name.slice(0, dot);
    if (dot === -1 || !settingKeys.some((key) => key === name || key === head || key.startsWith(`${head}.`))) {
      nested[name] = combine(nested[name], value);
      continue;
    }
    // Rules have names with dots: only the part before the first dot belongs to the key.
    const rest = name.slice(dot + 1);
    const field = fields[head]?.exec(rest);
    const inner = field ? { [rest.slice(0, field.index)]: { [field[1] ?? '']: value } } : { [rest]: value };
    nested[head] = combine(nested[head], inner);
  }
  return nested;
}

/** Combines the values of two keys for one setting. A list of catalogues takes those given by id as further entries. */
function combine(before: unknown, now: unknown): unknown {
  if (before === undefined) return now;
  if (isRecord(before) && isRecord(now)) {
    const both: Record<string, unknown> = { ...before };
    for (const [key, value] of Object.entries(now)) if (key !== '__proto__') both[key] = combine(both[key], value);
    return both;
  }
  const byId = (value: unknown): readonly unknown[] =>
    Array.isArray(value)
      ? value
      : isRecord(value)
        ? Object.entries(value).map(([id, entry]) => (isRecord(entry) ? { ...entry, id } : entry))
        : [];
  return (Array.isArray(before) && isRecord(now)) || (isRecord(before) && Array.isArray(now))
    ? [...byId(before), ...byId(now)]
    : now;
}

/** The offset of a key, or of the part of it that exists. */
function offsetOf(root: unknown, key: string): number {
  let node: unknown = root;
  let offset = 0;
  let rest = key;
  while (isMap(node) && rest !== '') {
    const pair = node.items.find(
      ({ key: name }) => isScalar(name) && (rest === String(name.value) || rest.startsWith(`${String(name.value)}.`)),
    );
    if (!pair || !isScalar(pair.key)) break;
    offset = pair.key.range?.[0] ?? offset;
    rest = rest.slice(String(pair.key.value).length + 1);
    node = pair.value;
  }
  return offset;
}
