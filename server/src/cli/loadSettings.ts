import type { CatalogueHost } from '../host.ts';
import { readSettings, type Settings } from '../service/settings.ts';
import type { Streams } from './streams.ts';

/**
 * The settings of a folder: those of its configuration file, and what the command line says over them. What is wrong in the
 * file is printed with its place.
 */
export async function loadSettings(
  host: Pick<CatalogueHost, 'findConfiguration'>,
  folder: string,
  given: Readonly<Record<string, unknown>>,
  streams: Streams,
): Promise<{ readonly settings: Settings; readonly complete: boolean }> {
  const entry = await host.findConfiguration(folder);
  if (!entry) return { settings: readSettings(given).settings, complete: true };
  const read = await entry.read();
  if ('problem' in read) {
    streams.error(`${entry.name}: ${read.problem}\n`);
    return { settings: readSettings(given).settings, complete: false };
  }
  // Most folders have no such file, and its reader takes a library.
  const [{ mergeSections, readConfiguration }, { rebaseConfiguration }] = await Promise.all([
    import('../service/readConfiguration.ts'),
    import('../service/rebaseConfiguration.ts'),
  ]);
  const { section, problems } = readConfiguration(read.text);
  for (const { line, column, message } of problems) streams.error(`${entry.name}:${line + 1}:${column + 1}: ${message}\n`);
  return {
    settings: readSettings(mergeSections(rebaseConfiguration(section ?? {}, entry.inside), given)).settings,
    complete: problems.length === 0,
  };
}
