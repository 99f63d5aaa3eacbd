import * as l10n from '@vscode/l10n';
import { isRecord } from '../isRecord.ts';
import { type CatalogueLink, readCatalogueLinks } from './catalogueLink.ts';
import { type EngineSetting, readEngineSettings } from '../engines/engineSettings.ts';
import { type CommandSource, readCommandSources } from './commandSource.ts';
import { type AssumedZone, isZone } from '../logs/times/assumedZones.ts';
import { keepGlobs } from './keepGlobs.ts';
import { limits } from '../limits.ts';
import { type PersonalKind, personalKinds, readPersonalKind } from '../redaction/personalKinds.ts';
import { ruleIds, type SeveritySetting } from '../types.ts';

/** The settings of a user, checked and complete. Keys are those of the `apiErrorCodes` section. */
export interface Settings {
  /** Ids of catalogues that are switched off. */
  readonly disabledCatalogues: ReadonlySet<string>;
  /** Catalogues that are not beside the code, or that are read out of documents. */
  readonly catalogueLinks: readonly CatalogueLink[];
  /** By rule id, and `unhandled-code.switch|chain|table|catch|withDefault`. */
  readonly severity: ReadonlyMap<string, SeveritySetting>;
  /** Codes, globs of codes, groups and statuses that never need handling. */
  readonly ignoredCodes: ReadonlySet<string>;
  /** The sites that have to name all codes: all, or only those with an `enforce` directive. */
  readonly unhandledSites: 'all' | 'enforced';
  /** The files whose findings an editor lists: those that are open, or all of the workspace. */
  readonly checkScope: 'openFiles' | 'workspace';
  /** By catalogue id: globs of files that talk to the API, and of files that do not. */
  readonly files: ReadonlyMap<string, { readonly include: readonly string[]; readonly exclude: readonly string[] }>;
  readonly codeLens: boolean;
  readonly inlayHints: boolean;
  /** Largest text that is analysed, in KB (1,000 bytes). */
  readonly fileSizeLimit: number;
  /** The most findings for one file. */
  readonly findingsLimit: number;
  readonly logFiles: readonly string[];
  readonly timeZone: 'local' | 'utc';
  /** The zones of times in logs that have none; the first glob that matches decides. */
  readonly assumedZones: readonly AssumedZone[];
  readonly lookupFolders: readonly string[];
  readonly lookupMaxRecords: number;
  /** Log engines that look-ups ask, too. */
  readonly lookupEngines: readonly EngineSetting[];
  /** Commands whose output look-ups search, too. */
  readonly lookupSources: readonly CommandSource[];
  /** Personal data that stays in what is redacted. */
  readonly keptPersonalData: ReadonlySet<PersonalKind>;
}

export const severitySettings: readonly SeveritySetting[] = ['default', 'error', 'warning', 'information', 'hint', 'off'];

const [unhandledCode, ...otherRules] = ruleIds;

export const severityKeys = [
  unhandledCode,
  'unhandled-code.switch',
  'unhandled-code.chain',
  'unhandled-code.table',
  'unhandled-code.catch',
  'unhandled-code.withDefault',
  ...otherRules,
] as const;

/** The keys of the section; those of objects contain ids and rules. */
export const settingKeys = [
  'catalogues',
  'severity',
  'ignoredCodes',
  'unhandled.sites',
  'check.scope',
  'files',
  'codeLens.enabled',
  'inlayHints.enabled',
  'limits.fileSize',
  'limits.findings',
  'logs.files',
  'logs.timeZone',
  'logs.assumedTimeZone',
  'lookup.folders',
  'lookup.maxRecords',
  'lookup.engines',
  'lookup.sources',
  'redaction.keep',
] as const;

/** A value of the wrong type. */
export interface SettingsProblem {
  /** Without the name of the section: `limits.fileSize`. */
  readonly key: string;
  /** A sentence that names the key. */
  readonly message: string;
}

/** The settings of a user without any settings. */
export const defaultSettings: Settings = readSettings({}).settings;

/**
 * Reads the `apiErrorCodes` section. A value of the wrong type leaves the default in force and is named in `problems`.
 * @param section nested objects, as `workspace/configuration` answers them
 */
export function readSettings(section: unknown): { readonly settings: Settings; readonly problems: readonly SettingsProblem[] } {
  const problems: SettingsProblem[] = [];
  const root = isRecord(section) ? section : {};
  if (section !== undefined && section !== null && !isRecord(section))
    problems.push({ key: '', message: l10n.t('apiErrorCodes must be an object.') });

  const at = (key: string): unknown =>
    key.split('.').reduce<unknown>((value, step) => (isRecord(value) ? value[step] : undefined), root) ?? root[key];
  const wrong = (key: string, expected: string): void =>
    void problems.push({ key, message: l10n.t('apiErrorCodes.{0} must be {1}; the default stays in force.', key, expected) });
  const bool = (key: string, fallback: boolean): boolean => {
    const value = at(key);
    if (value === undefined || value === null) return fallback;
    if (typeof value !== 'boolean') wrong(key, l10n.t('true or false'));
    return typeof value === 'boolean' ? value : fallback;
  };
  const count = (key: string, fallback: number): number => {
    const value = at(key);
    if (value === undefined || value === null) return fallback;
    const valid = typeof value === 'number' && Number.isFinite(value) && value >= 1;
    if (!valid) wrong(key, l10n.t('a number from 1'));
    return valid ? value : fallback;
  };
  const strings = (key: string): readonly string[] => {
    const value = at(key);
    if (value === undefined || value === null) return [];
    if (isStrings(value)) return value;
    wrong(key, l10n.t('a list of strings'));
    return [];
  };

  const unhandledSites = at('unhandled.sites') ?? 'all';
  if (unhandledSites !== 'all' && unhandledSites !== 'enforced')
    wrong('unhandled.sites', l10n.t('one of {0}', '"all", "enforced"'));
  const checkScope = at('check.scope') ?? 'openFiles';
  if (checkScope !== 'openFiles' && checkScope !== 'workspace')
    wrong('check.scope', l10n.t('one of {0}', '"openFiles", "workspace"'));
  const timeZone = at('logs.timeZone') ?? 'local';
  if (timeZone !== 'local' && timeZone !== 'utc') wrong('logs.timeZone', l10n.t('one of {0}', '"local", "utc"'));
  const skip = (key: string, reason: string): void => void problems.push({ key, message: `apiErrorCodes.${key} ${reason}.` });
  const first = (key: string, most: number): readonly string[] => {
    const all = strings(key);
    if (all.length > most) skip(key, l10n.t('has {0} entries, and only the first {1} are used', all.length, most));
    return all.slice(0, most);
  };
  const wrongPart = (key: string) => (path: readonly string[], expected: string) => {
    const whole = [key, ...path].join('.');
    problems.push({ key: whole, message: l10n.t('apiErrorCodes.{0} must be {1}.', whole, expected) });
  };
  const { links, disabled } = readCatalogueLinks(at('catalogues'), wrong, skip);
  const settings: Settings = {
    disabledCatalogues: disabled,
    catalogueLinks: links,
    severity: readSeverity(at('severity'), problems),
    ignoredCodes: new Set(first('ignoredCodes', limits.ignoredCodes)),
    unhandledSites: unhandledSites === 'enforced' ? 'enforced' : 'all',
    checkScope: checkScope === 'workspace' ? 'workspace' : 'openFiles',
    files: readFiles(at('files'), wrong, skip),
    codeLens: bool('codeLens.enabled', true),
    inlayHints: bool('inlayHints.enabled', false),
    fileSizeLimit: count('limits.fileSize', 2000),
    findingsLimit: count('limits.findings', 500),
    logFiles: keepGlobs(strings('logs.files'), (reason) => skip('logs.files', reason)),
    timeZone: timeZone === 'utc' ? 'utc' : 'local',
    assumedZones: readZones(at('logs.assumedTimeZone'), wrong, skip),
    lookupFolders: strings('lookup.folders'),
    lookupMaxRecords: count('lookup.maxRecords', 1000),
    lookupEngines: readEngineSettings(at('lookup.engines'), wrongPart('lookup.engines')),
    lookupSources: readCommandSources(at('lookup.sources'), wrongPart('lookup.sources')),
    keptPersonalData: readKinds(strings('redaction.keep'), (reason) => skip('redaction.keep', reason)),
  };
  return { settings, problems };
}

function readKinds(names: readonly string[], skip: (reason: string) => void): ReadonlySet<PersonalKind> {
  const known = names.flatMap((name) => readPersonalKind(name) ?? []);
  if (known.length < names.length) skip(l10n.t('may name {0}; other names are skipped', Object.keys(personalKinds).join(', ')));
  return new Set(known);
}

/** Called with the key of a setting, and its expected form or the reason why a part of it is skipped. */
type Report = (key: string, sentence: string) => void;

function readZones(value: unknown, wrong: Report, skip: Report): readonly AssumedZone[] {
  const key = 'logs.assumedTimeZone';
  if (value === undefined || value === null) return [];
  if (!isRecord(value)) {
    wrong(key, l10n.t('an object of globs and time zones'));
    return [];
  }
  const globs = new Set(keepGlobs(Object.keys(value), (reason) => skip(key, reason)));
  return Object.entries(value).flatMap(([glob, zone]) => {
    if (!globs.has(glob)) return [];
    if (typeof zone === 'string' && isZone(zone)) return [{ glob, zone }];
    skip(`${key}.${glob}`, l10n.t('must be a time zone such as Europe/Berlin or +02:00'));
    return [];
  });
}

function readSeverity(value: unknown, problems: SettingsProblem[]): ReadonlyMap<string, SeveritySetting> {
  const severity = new Map<string, SeveritySetting>();
  if (value === undefined || value === null) return severity;
  if (!isRecord(value)) {
    const expected = l10n.t('an object of rules and severities');
    const message = l10n.t('apiErrorCodes.{0} must be {1}; the default stays in force.', 'severity', expected);
    problems.push({ key: 'severity', message });
    return severity;
  }
  for (const [rule, level] of Object.entries(value)) {
    const known = severitySettings.find((candidate) => candidate === level);
    if (!severityKeys.some((key) => key === rule))
      problems.push({ key: `severity.${rule}`, message: l10n.t('apiErrorCodes.severity names an unknown rule "{0}".', rule) });
    else if (known === undefined)
      problems.push({
        key: `severity.${rule}`,
        message: l10n.t(
          'apiErrorCodes.{0} must be {1}; the default stays in force.',
          `severity.${rule}`,
          l10n.t('one of {0}', severitySettings.join(', ')),
        ),
      });
    else severity.set(rule, known);
  }
  return severity;
}

function readFiles(value: unknown, wrong: Report, skip: Report): Settings['files'] {
  const files = new Map<string, { include: readonly string[]; exclude: readonly string[] }>();
  if (value === undefined || value === null) return files;
  if (!isRecord(value)) {
    wrong('files', l10n.t('an object of globs by catalogue id'));
    return files;
  }
  for (const [id, globs] of Object.entries(value)) {
    if (!isRecord(globs)) {
      wrong(`files.${id}`, l10n.t('an object with include and exclude'));
      continue;
    }
    const list = (name: string): readonly string[] => {
      const entries = globs[name];
      if (entries === undefined) return [];
      if (isStrings(entries)) return keepGlobs(entries, (reason) => skip(`files.${id}.${name}`, reason));
      wrong(`files.${id}.${name}`, l10n.t('a list of globs'));
      return [];
    };
    files.set(id, { include: list('include'), exclude: list('exclude') });
  }
  return files;
}

function isStrings(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((entry) => typeof entry === 'string');
}
