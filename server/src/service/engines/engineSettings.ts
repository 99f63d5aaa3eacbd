import * as l10n from '@vscode/l10n';
import { isRecord } from '../isRecord.ts';
import type { EngineOptions, LogEngine } from './logEngine.ts';
import { logEngines } from './logEngines.ts';

/** A log engine that a user has named. */
export interface EngineSetting {
  readonly name: string;
  readonly engine: LogEngine;
  /** With `https:` or `http:`, without credentials, query and a slash at the end. */
  readonly url: string;
  /** How far back it is asked. */
  readonly days: number;
  /** The options of the engine, with their fallbacks. */
  readonly options: EngineOptions;
}

const defaultDays = 7;
const mostDays = 3_650;
// As `FoundRecord.source` names them.
const takenNames = ['editor', 'file'];

/**
 * Reads log engines by name.
 * @param wrong gets each invalid part, and the expected form
 */
export function readEngineSettings(value: unknown, wrong: Wrong): readonly EngineSetting[] {
  if (value === undefined || value === null) return [];
  if (!isRecord(value)) {
    wrong([], l10n.t('an object of log engines by name'));
    return [];
  }
  return Object.entries(value).flatMap(([name, entry]) => {
    const setting = readEngine(name, entry, (path, expected) => wrong([name, ...path], expected));
    return setting ? [setting] : [];
  });
}

/** @param path of the invalid part, within the setting */
type Wrong = (path: readonly string[], expected: string) => void;

function readEngine(name: string, entry: unknown, wrongAt: Wrong): EngineSetting | undefined {
  const wrong = (key: string, expected: string) => wrongAt(key === '' ? [] : [key], expected);
  if (!isRecord(entry)) {
    wrong('', l10n.t('an object with type and url'));
    return undefined;
  }
  if (takenNames.includes(name) || /[\r\n]/.test(name)) {
    wrong('', l10n.t('called otherwise: {0} and {1} say where other records come from', ...takenNames));
    return undefined;
  }
  const engine = logEngines.find(({ type }) => type === entry['type']);
  if (!engine) {
    wrong('type', l10n.t('one of {0}', logEngines.map(({ type }) => type).join(', ')));
    return undefined;
  }
  const { days = defaultDays } = entry;
  const isDays = typeof days === 'number' && days > 0 && days <= mostDays;
  if (!isDays) wrong('days', l10n.t('a number of days up to {0}', mostDays));
  const options = readOptions(engine, entry, wrong);
  if (!options) return undefined;
  const url = readAddress(entry['url'] ?? engine.addressOf?.(options));
  if (url === undefined) {
    wrong('url', l10n.t('an address with http or https, without credentials, such as https://logs.example.com'));
    return undefined;
  }
  for (const key of Object.keys(entry)) {
    const known = ['type', 'url', 'days', ...Object.keys(engine.options)];
    if (!known.includes(key)) wrong(key, l10n.t('left out: {0} has {1}', engine.title, known.join(', ')));
  }
  return { name, engine, url, days: isDays ? days : defaultDays, options };
}

/** @returns undefined when one lacks without which nothing can be asked */
function readOptions(
  engine: LogEngine,
  entry: Readonly<Record<string, unknown>>,
  wrong: (key: string, expected: string) => void,
): EngineOptions | undefined {
  const options: Record<string, string> = {};
  let isComplete = true;
  for (const [key, { fallback, isRequired }] of Object.entries(engine.options)) {
    const given = entry[key];
    const isText = typeof given === 'string' && given.trim() !== '' && !/[\r\n]/.test(given);
    const chosen = isText ? given.trim() : fallback;
    if (chosen !== undefined) options[key] = chosen;
    if (!isText && (given !== undefined || isRequired)) wrong(key, l10n.t('a text on one line'));
    if (isRequired && !isText) isComplete = false;
  }
  return isComplete ? options : undefined;
}

/** The address in the form that is compared with others, and sent to; undefined for any other value. */
export function readAddress(value: unknown): string | undefined {
  if (typeof value !== 'string' || !URL.canParse(value)) return undefined;
  const { protocol, username, password, search, hash, host, pathname } = new URL(value);
  const isWeb = protocol === 'https:' || protocol === 'http:';
  if (!isWeb || username !== '' || password !== '' || search !== '' || hash !== '') return undefined;
  return `${protocol}//${host}${pathname.replace(/\/+$/, '')}`;
}

/**
 * An engine as messages name it. The field of the time is included: with a field that no record has, a search finds nothing and
 * gives no error.
 */
export function describeEngine({ name, engine, days, options }: EngineSetting): string {
  if (engine.isAboutTraces) return `${name} (${engine.title})`;
  const period = days === 1 ? l10n.t('last day') : l10n.t('last {0} days', days);
  const field = options['timeField'];
  return `${name} (${engine.title}, ${field === undefined ? period : l10n.t('{0} by {1}', period, field)})`;
}
