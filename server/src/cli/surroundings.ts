import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Command, InvalidArgumentError } from 'commander';
import type { LoadedCatalogues } from './loadCatalogues.ts';
import type { Streams } from './streams.ts';

/** The options that every command takes that knows codes. */
export interface CatalogueOptions {
  readonly catalogue: readonly string[];
  readonly builtin: boolean;
}

/** What a command runs in. */
export interface Surroundings {
  /** The folder of the bundles. */
  readonly distribution: string;
  readonly streams: Streams;
  readonly signal: AbortSignal;
}

/** Adds the options that say which catalogues are in use. */
export function withCatalogues(command: Command): Command {
  return command
    .option('--catalogue <file>', 'a catalogue of error codes to use as well (repeatable)', collect, [])
    .option('--no-builtin', 'leave the built-in catalogues out');
}

/** Reads the catalogues that the options name. */
export async function load(
  { catalogue, builtin }: CatalogueOptions,
  { distribution, streams }: Surroundings,
): Promise<LoadedCatalogues> {
  const { loadCatalogues } = await import('./loadCatalogues.ts');
  return loadCatalogues(catalogue, builtin, pathToFileURL(path.join(distribution, 'catalogues')).href, streams);
}

/** The catalogues that the options name, and those that the working directory has of its own, as `check` finds them. */
export async function loadInFolder(options: CatalogueOptions, surroundings: Surroundings): Promise<LoadedCatalogues> {
  const [{ createNodeHost }, { loadSettings }, { openStore }] = await Promise.all([
    import('../adapters/nodeHost.ts'),
    import('./loadSettings.ts'),
    import('./openStore.ts'),
  ]);
  const { streams, distribution } = surroundings;
  const host = createNodeHost(distribution);
  const folder = process.cwd();
  const [{ settings, complete: readable }, named] = await Promise.all([
    loadSettings(host, folder, {}, streams),
    load(options, surroundings),
  ]);
  const { store, complete: allRead } = await openStore(host, settings, named.catalogues, folder, streams);
  const complete = named.complete && readable && allRead;
  return { catalogues: store.catalogues(folder).filter(({ id }) => !settings.disabledCatalogues.has(id)), complete };
}

/** Gathers an option that may be given several times. */
export function collect(value: string, before: readonly string[]): readonly string[] {
  return [...before, value];
}

/** Reads a count; anything else is wrong usage. */
export function readCount(value: string): number {
  const count = Number(value);
  if (!Number.isSafeInteger(count) || count < 0) throw new InvalidArgumentError('It must be a whole number from 0.');
  return count;
}
