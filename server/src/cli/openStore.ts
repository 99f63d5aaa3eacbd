import * as l10n from '@vscode/l10n';
import { folderOfConfiguration } from '../adapters/catalogues/configurationFile.ts';
import { findGitRoot } from '../adapters/files/gitRoot.ts';
import { type CatalogueStore, createCatalogueStore } from '../workspace/catalogueStore.ts';
import type { CatalogueHost } from '../workspace/host.ts';
import type { Settings } from '../service/settings/settings.ts';
import type { Catalogue } from '../service/types.ts';
import { printProblems } from './loadCatalogues.ts';
import type { Streams } from './streams.ts';

/**
 * Reads the catalogues of a folder as the editor finds them, next to the given ones; a catalogue that is found and given
 * counts once. The folder's settings bring in no files from outside of the folder that contains them. In a part of a
 * repository the catalogues of all of it count, as they do from its top. Prints the problems.
 * @returns `complete`: all could be read
 */
export async function openStore(
  host: CatalogueHost,
  settings: Settings,
  given: readonly Catalogue[],
  folder: string,
  streams: Streams,
): Promise<{ readonly store: CatalogueStore; readonly complete: boolean }> {
  const store = createCatalogueStore(host, given);
  const top = findGitRoot(folder);
  const whole = top === undefined || top === folder ? [] : [{ path: top, links: [] }];
  const configuration = await host.findConfiguration(folder);
  const border = {
    folder: configuration ? folderOfConfiguration(folder, configuration) : folder,
    reason: l10n.t('and only --catalogue names documents elsewhere'),
  };
  // Without the built-in catalogues there are no shipped ones either.
  const shipped = given.some(({ builtin }) => builtin) && { shipped: { without: settings.disabledCatalogues } };
  await store.reload([...whole, { path: folder, links: settings.catalogueLinks, border, ...shipped }]);
  for (const notice of store.notices()) streams.error(`${notice}\n`);
  printProblems(store.problems(), streams);
  return { store, complete: store.problems().length === 0 && store.notices().length === 0 };
}
