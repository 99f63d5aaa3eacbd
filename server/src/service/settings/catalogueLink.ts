import * as l10n from '@vscode/l10n';
import { withoutUndefined } from '../../shared/withoutUndefined.ts';
import { isRecord } from '../isRecord.ts';
import { keepGlobs, keepPath } from './keepGlobs.ts';

/** The user's names for a catalogue that is read out of a document; they override those of the document. */
export interface CatalogueNames {
  readonly id?: string;
  readonly title?: string;
  readonly docs?: string;
  readonly hosts?: readonly string[];
  readonly names?: readonly string[];
  readonly keyPrefixes?: readonly string[];
}

/** A catalogue that settings point at: a catalogue file, or a document that is read in place. */
export interface CatalogueLink extends CatalogueNames {
  /** Path or glob, relative to the workspace folder unless absolute. With an `id` all files of a glob are one catalogue. */
  readonly path: string;
  /** Globs of the files that talk to this API. Absent: wherever the API shows. */
  readonly files?: readonly string[];
  readonly exclude?: readonly string[];
}

const idPattern = /^[a-z0-9][a-z0-9._-]{0,63}$/;

/**
 * Reads the setting `apiErrorCodes.catalogues`: a list of paths and objects, or an object by catalogue id. Its values have
 * `enabled` and, for catalogues in other places, `path` and the rest. Invalid parts are reported and left out.
 * @param skip called with the key of a path or glob that cannot be used, and the reason
 */
export function readCatalogueLinks(
  value: unknown,
  wrong: (key: string, expected: string) => void,
  skip: (key: string, reason: string) => void,
): { readonly links: readonly CatalogueLink[]; readonly disabled: ReadonlySet<string> } {
  const links: CatalogueLink[] = [];
  const disabled = new Set<string>();
  const read = (entry: unknown, key: string, id: string | undefined): void => {
    const options = typeof entry === 'string' ? { path: entry } : entry;
    if (!isRecord(options)) return wrong(key, l10n.t('a path, or an object with a path'));
    const name = id ?? options['id'];
    if (name !== undefined && (typeof name !== 'string' || !idPattern.test(name))) {
      return wrong(`${key}.id`, l10n.t('an id of small letters, digits, ".", "_" and "-"'));
    }
    const enabled = options['enabled'];
    if (enabled === false && typeof name === 'string') disabled.add(name);
    if (enabled !== undefined && typeof enabled !== 'boolean') wrong(`${key}.enabled`, l10n.t('true or false'));
    const path = options['path'];
    if (path === undefined && typeof name === 'string') return undefined;
    if (typeof path !== 'string' || path === '') return wrong(`${key}.path`, l10n.t('the path or glob of a document'));
    if (!keepPath(path, (reason) => skip(`${key}.path`, reason))) return undefined;
    const text = (field: 'title' | 'docs'): string | undefined => {
      const given = options[field];
      if (given === undefined || typeof given === 'string') return given;
      wrong(`${key}.${field}`, l10n.t('a string'));
      return undefined;
    };
    const list = (field: 'files' | 'exclude' | 'hosts' | 'names' | 'keyPrefixes'): readonly string[] | undefined => {
      const given = options[field];
      if (given === undefined) return undefined;
      if (Array.isArray(given) && given.every((word): word is string => typeof word === 'string')) return given;
      wrong(`${key}.${field}`, l10n.t('a list of strings'));
      return undefined;
    };
    const globs = (field: 'files' | 'exclude'): readonly string[] | undefined => {
      const given = list(field);
      return given && keepGlobs(given, (reason) => skip(`${key}.${field}`, reason));
    };
    const title = text('title');
    const docs = text('docs');
    const [files, exclude] = [globs('files'), globs('exclude')];
    const rest = {
      id: name,
      title,
      docs,
      files,
      exclude,
      hosts: list('hosts'),
      names: list('names'),
      keyPrefixes: list('keyPrefixes'),
    };
    links.push({ path, ...withoutUndefined(rest) });
  };
  if (Array.isArray(value)) for (const [index, entry] of value.entries()) read(entry, `catalogues.${index}`, undefined);
  else if (isRecord(value)) for (const [id, entry] of Object.entries(value)) read(entry, `catalogues.${id}`, id);
  else if (value !== undefined && value !== null) wrong('catalogues', l10n.t('a list of paths, or an object by catalogue id'));
  return { links, disabled };
}
