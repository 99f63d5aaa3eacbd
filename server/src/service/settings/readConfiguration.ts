import * as l10n from '@vscode/l10n';
import { isMap, isScalar } from 'yaml';
import { isRecord } from '../isRecord.ts';
import { offsetOfKey, type PlacedProblem, readPlacedYaml } from '../placedYaml.ts';
import { limits } from '../limits.ts';
import { readSettings, settingKeys } from './settings.ts';

/** The content of a configuration file: the section that overrides the user's own, and the problems in it. */
export interface ConfigurationReading {
  /** Nested objects in the shape of the `apiErrorCodes` section; undefined when the file is broken. */
  readonly section: Readonly<Record<string, unknown>> | undefined;
  readonly problems: readonly PlacedProblem[];
}

/**
 * Reads `api-error-codes.json` or `.yaml`: the settings of an editor's `apiErrorCodes` section, nested or with dots. Never
 * throws.
 */
export function readConfiguration(text: string): ConfigurationReading {
  if (text.length > limits.configuration) {
    const message = l10n.t('The file is longer than {0} characters and is not read.', limits.configuration);
    return { section: undefined, problems: [{ line: 0, column: 0, message }] };
  }
  const read = readPlacedYaml(text);
  if ('problems' in read) return { section: undefined, problems: read.problems };
  const { value, contents, at } = read;
  if (contents === null) return { section: {}, problems: [] };
  if (!isMap(contents)) return { section: undefined, problems: [at(0, l10n.t('The file must be an object of settings.'))] };
  const section = nest(value);
  const refused = leaveOutUsers(section).map(([key, reason]) =>
    at(offsetOfKey(contents, key), l10n.t('apiErrorCodes.{0} only counts in your own settings: {1}.', key, reason())),
  );
  const unknown = contents.items.flatMap(({ key }) => {
    const name = isScalar(key) ? String(key.value) : '';
    const known =
      name === '$schema' ||
      settingKeys.some((setting) => setting === name || setting.startsWith(`${name}.`) || name.startsWith(`${setting}.`));
    return known || !isScalar(key)
      ? []
      : [at(key.range?.[0] ?? 0, l10n.t('There is no setting "{0}"; there are {1}.', name, settingKeys.join(', ')))];
  });
  const wrong = readSettings(section).problems.map(({ key, message }) => at(offsetOfKey(contents, key), message));
  return { section, problems: [...unknown, ...refused, ...wrong] };
}

const sent = (): string => l10n.t('a folder does not decide where ids are sent or what is run');
/** Settings that only a user may make, never a folder, and why. */
const usersOwn = [
  ['lookup', 'engines', sent],
  ['lookup', 'sources', sent],
  ['redaction', 'keep', () => l10n.t('a folder does not decide which personal data you hand on')],
] as const;

/** Removes the settings that only a user may make. @returns the keys that were there, and why they are no folder's */
function leaveOutUsers(section: Record<string, unknown>): (readonly [string, () => string])[] {
  return usersOwn.flatMap(([group, key, reason]) => {
    const settings = section[group];
    if (!isRecord(settings) || !(key in settings)) return [];
    section[group] = Object.fromEntries(Object.entries(settings).filter(([name]) => name !== key));
    return [[`${group}.${key}`, reason] as const];
  });
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
