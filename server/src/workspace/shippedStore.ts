import * as l10n from '@vscode/l10n';
import { createCatalogue } from '../service/catalogue/createCatalogue.ts';
import { describesSameApi, type ShippedCatalogue, shippedCatalogues } from '../service/catalogue/shippedCatalogues.ts';
import type { Catalogue } from '../service/types.ts';
import { problemInSentence } from '../shared/problem.ts';
import type { CatalogueHost } from './host.ts';

/** A folder in which shipped catalogues are looked for. */
export interface ShippedFolder {
  /** Its path; undefined where no folder is open. */
  readonly path: string | undefined;
  /** Absent: none is looked for. */
  readonly shipped?: {
    /** Ids of the catalogues that are switched off. */
    readonly without: ReadonlySet<string>;
  };
}

/** The shipped catalogues whose APIs show in folders. One is only read when its API shows, and once for all folders. */
export interface ShippedStore {
  /** Looks through folders again. `changed`: other catalogues show now; `problems` are sentences. */
  reload(folders: readonly ShippedFolder[]): Promise<{ readonly changed: boolean; readonly problems: readonly string[] }>;
  /**
   * Those of a folder, or of all, in the order of their ids.
   * @param others the catalogues in use there: the user's own for an API goes before the shipped one
   */
  catalogues(folder: string | undefined, others: readonly Catalogue[]): readonly Catalogue[];
  /** Every shipped catalogue, for looking up a code by itself. */
  all(): Promise<readonly Catalogue[]>;
}

interface Read extends ShippedCatalogue {
  readonly catalogue: Catalogue;
}

export function createShippedStore(
  host: Pick<CatalogueHost, 'scanEvidence' | 'readShipped' | 'readServiceModels'>,
): ShippedStore {
  const files = new Map<string, Promise<Read | string>>();
  let showing = new Map<string, readonly Read[]>();
  const extended = new Map<string, { readonly key: string; readonly read: Read }>();

  const read = async (shipped: ShippedCatalogue): Promise<Read | string> => {
    const { file } = shipped;
    const { uri, ...result } = await host.readShipped(file);
    if ('problem' in result) return `${problemInSentence({ file, reason: result.problem })}.`;
    // It takes a library that a folder without such an API does without.
    const { readCatalogueFile } = await import('../service/catalogue/readCatalogue.ts');
    const { file: content, locations } = readCatalogueFile(result.text);
    if (!content) return `${problemInSentence({ file, reason: l10n.t('is no valid catalogue') })}.`;
    return { ...shipped, catalogue: createCatalogue(content, { builtin: true, uri, locations }) };
  };
  const readAll = (wanted: readonly ShippedCatalogue[]): Promise<readonly (Read | string)[]> =>
    Promise.all(
      wanted.map((shipped) => {
        const known = files.get(shipped.file) ?? read(shipped);
        files.set(shipped.file, known);
        return known;
      }),
    );
  /** @param said gets the problems */
  const find = async (folder: string, without: ReadonlySet<string>, said: string[]): Promise<readonly Read[]> => {
    const wanted = shippedCatalogues.filter(({ head }) => !without.has(head.id));
    if (wanted.length === 0) return [];
    const heads = { catalogues: wanted.map(({ head }) => head) };
    const { evidence, problem } = await host.scanEvidence(folder, heads, new AbortController().signal);
    if (problem !== undefined) said.push(`${problem}.`);
    const results = await readAll(wanted.filter(({ head }) => evidence.has(head.id)));
    said.push(...results.filter((result) => typeof result === 'string'));
    const found = results.filter((result) => typeof result !== 'string');
    return Promise.all(found.map(async (each) => (each.head.id === 'aws' ? extend(folder, each, said) : each)));
  };
  /** Adds the services that the folder uses besides those of the shipped catalogue of AWS. The same one as long as they are. */
  const extend = async (folder: string, aws: Read, said: string[]): Promise<Read> => {
    const { models = [], problem } = (await host.readServiceModels?.(folder)) ?? {};
    if (problem !== undefined) said.push(`${problem}.`);
    if (models.length === 0) return aws;
    const key = JSON.stringify(models.map(({ service, text }) => [service, text.length]));
    const before = extended.get(folder);
    if (before?.key === key) return before.read;
    const { withServices } = await import('../service/catalogue/serviceModels.ts');
    const file = `${aws.file} ${models.map(({ service }) => service).join(' ')}`;
    const read = { ...aws, file, catalogue: withServices(aws.catalogue, models) };
    extended.set(folder, { key, read });
    return read;
  };

  return {
    async reload(folders) {
      const problems: string[] = [];
      const now = new Map<string, readonly Read[]>();
      for (const { path, shipped } of folders) {
        const found = path === undefined || !shipped ? [] : await find(path, shipped.without, problems);
        if (path !== undefined && found.length > 0) now.set(path, found);
      }
      const changed = spell(now) !== spell(showing);
      showing = now;
      return { changed, problems };
    },
    catalogues(folder, others) {
      const own = others.filter(({ builtin }) => !builtin);
      const here = folder === undefined ? [...showing.values()].flat() : (showing.get(folder) ?? []);
      const kept = here.filter((each) => !own.some((catalogue) => describesSameApi(catalogue, each)));
      return [...new Set(kept.map(({ catalogue }) => catalogue))].sort((a, b) => (a.id < b.id ? -1 : 1));
    },
    async all() {
      const results = await readAll(shippedCatalogues);
      return results.flatMap((result) => (typeof result === 'string' ? [] : [result.catalogue]));
    },
  };
}

function spell(showing: ReadonlyMap<string, readonly Read[]>): string {
  return JSON.stringify([...showing].map(([folder, found]) => [folder, ...found.map(({ file }) => file)]));
}
