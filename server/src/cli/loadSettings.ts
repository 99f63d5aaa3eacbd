import * as l10n from '@vscode/l10n';
import { folderOfConfiguration } from '../adapters/catalogues/configurationFile.ts';
import { placeIn } from '../adapters/files/liesIn.ts';
import { resolveFolder } from '../adapters/files/resolveFolder.ts';
import type { CatalogueHost } from '../workspace/host.ts';
import { readFolderConfiguration } from '../workspace/readFolderConfiguration.ts';
import { readSettings, type Settings } from '../service/settings/settings.ts';
import type { Streams } from './streams.ts';

/**
 * The settings of a folder: those of its configuration file, overridden by the command line. Prints the problems in the file
 * with their places. Folders of logs outside of its own folder are printed too, and left out.
 */
export async function loadSettings(
  host: Pick<CatalogueHost, 'findConfiguration'>,
  folder: string,
  given: Readonly<Record<string, unknown>>,
  streams: Streams,
): Promise<{ readonly settings: Settings; readonly complete: boolean }> {
  const read = await readFolderConfiguration(folder, host);
  for (const problem of read?.problems ?? []) streams.error(`${problem}\n`);
  if (!read?.section) return { settings: readSettings(given).settings, complete: read === undefined };
  const { mergeSections } = await import('../service/settings/readConfiguration.ts');
  const { entry, problems } = read;
  const { settings } = readSettings(mergeSections(read.section, given));
  const border = folderOfConfiguration(folder, entry);
  const lookupFolders: string[] = [];
  for (const named of settings.lookupFolders) {
    if ((await placeIn(resolveFolder(named, folder), border)) !== 'outside') lookupFolders.push(named);
    else
      streams.error(
        `${entry.name}: ${l10n.t('lookup.folders names {0}, which lies outside of the folder: name it as a path.', named)}\n`,
      );
  }
  const complete = problems.length === 0 && lookupFolders.length === settings.lookupFolders.length;
  return { settings: { ...settings, lookupFolders }, complete };
}
