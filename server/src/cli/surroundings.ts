import * as l10n from '@vscode/l10n';
import { resolveIn } from '../adapters/files/pathInside.ts';
import { addressOf } from '../adapters/files/fileAddress.ts';
import { type Command, InvalidArgumentError } from 'commander';
import type { Catalogue } from '../service/types.ts';
import type { CatalogueHost } from '../workspace/host.ts';
import type { Settings } from '../service/settings/settings.ts';
import type { SessionOptions } from './createSession.ts';
import type { LoadedCatalogues } from './loadCatalogues.ts';
import type { Streams } from './streams.ts';

/** The options that every command takes that knows codes. */
export interface CatalogueOptions {
  readonly catalogue: readonly string[];
  readonly builtin: boolean;
}

/** The surroundings that a command runs in. */
export interface Surroundings {
  /** The folder of the bundles. */
  readonly distribution: string;
  readonly streams: Streams;
  readonly signal: AbortSignal;
  /** The version of the package. */
  readonly version: () => string;
}

/** Adds the options that choose the catalogues in use. */
export function withCatalogues(command: Command): Command {
  return command
    .option('--catalogue <file>', l10n.t('a catalogue of error codes to use as well (repeatable)'), collect, [])
    .option('--no-builtin', l10n.t('leave the built-in catalogues out'));
}

/** Reads the catalogues that the options name. */
export async function load(
  { catalogue, builtin }: CatalogueOptions,
  { distribution, streams }: Surroundings,
): Promise<LoadedCatalogues> {
  const { loadCatalogues } = await import('./loadCatalogues.ts');
  return loadCatalogues(catalogue, builtin, addressOf(resolveIn(distribution, 'catalogues')), streams);
}

/** The working directory and its files, for a command that reads code. */
export interface Sources extends SessionOptions, Pick<Surroundings, 'distribution' | 'signal'> {
  /** The settings and the named catalogues could all be read. */
  readonly complete: boolean;
}

/** Reads the settings of the working directory and the catalogues that the options name. @param given settings of the command line */
export async function openSources(
  options: CatalogueOptions,
  surroundings: Surroundings,
  given: Readonly<Record<string, unknown>> = {},
): Promise<Sources> {
  const { createNodeHost } = await import('../adapters/nodeHost.ts');
  const { loadSettings } = await import('./loadSettings.ts');
  const { distribution, streams, signal } = surroundings;
  const host = createNodeHost(distribution);
  const workingDirectory = process.cwd();
  const { settings, complete: readable } = await loadSettings(host, workingDirectory, given, streams);
  const { catalogues, complete } = await load(options, surroundings);
  return { host, settings, catalogues, complete: complete && readable, workingDirectory, distribution, streams, signal };
}

/** The working directory as a command finds it. */
export interface WorkingFolder {
  readonly settings: Settings;
  /** The catalogues that the options name, and those that the folder has of its own, as `check` finds them. Reads them once. */
  readonly catalogues: () => Promise<LoadedCatalogues>;
  /** Every shipped catalogue that is not switched off, whether or not its API shows here. */
  readonly shipped: () => Promise<readonly Catalogue[]>;
}

/** Reads the settings of the working directory; its catalogues when they are asked for. */
export async function openFolder(options: CatalogueOptions, surroundings: Surroundings): Promise<WorkingFolder> {
  const [{ findConfiguration }, { loadSettings }] = await Promise.all([
    import('../adapters/catalogues/configurationFile.ts'),
    import('./loadSettings.ts'),
  ]);
  const folder = process.cwd();
  const { settings, complete } = await loadSettings({ findConfiguration }, folder, {}, surroundings.streams);
  let loading: Promise<LoadedCatalogues> | undefined;
  const loadAll = async (): Promise<LoadedCatalogues> => {
    const loaded = await loadInFolder(options, surroundings, folder, settings);
    return { catalogues: loaded.catalogues, complete: loaded.complete && complete };
  };
  return {
    settings,
    catalogues: () => (loading ??= loadAll()),
    async shipped() {
      const { createShippedStore } = await import('../workspace/shippedStore.ts');
      const all = await createShippedStore(await openHost(surroundings)).all();
      return all.filter(({ id }) => !settings.disabledCatalogues.has(id));
    },
  };
}

async function openHost({ distribution }: Surroundings): Promise<CatalogueHost> {
  const [{ createCatalogueHost }, { findPackagedRipgrep }] = await Promise.all([
    import('../adapters/catalogues/catalogueHost.ts'),
    import('../adapters/ripgrep/packagedRipgrep.ts'),
  ]);
  return createCatalogueHost(() => findPackagedRipgrep(distribution), distribution);
}

async function loadInFolder(
  options: CatalogueOptions,
  surroundings: Surroundings,
  folder: string,
  settings: Settings,
): Promise<LoadedCatalogues> {
  const named = await load(options, surroundings);
  const host = await openHost(surroundings);
  const { openStore } = await import('./openStore.ts');
  const { store, complete } = await openStore(host, settings, named.catalogues, folder, surroundings.streams);
  const catalogues = store.catalogues(folder).filter(({ id }) => !settings.disabledCatalogues.has(id));
  return { catalogues, complete: named.complete && complete };
}

/** Gathers an option or argument that may be given several times. */
export function collect(value: string, before: readonly string[]): readonly string[] {
  return [...before, readName(value)];
}

/** Reads the name of something. An empty one, most often of a variable that was never set, is wrong usage. */
export function readName(value: string): string {
  if (value === '') throw new InvalidArgumentError(l10n.t('It must not be empty.'));
  return value;
}

/** Reads a count; anything else is wrong usage. */
export function readCount(value: string): number {
  const count = Number(value);
  if (!/^\d+$/.test(value) || !Number.isSafeInteger(count))
    throw new InvalidArgumentError(l10n.t('It must be a whole number from 0.'));
  return count;
}
