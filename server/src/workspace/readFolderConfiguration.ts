import { describeProblem } from '../shared/problem.ts';
import type { CatalogueHost, ConfigurationEntry } from './host.ts';

/** The configuration file of a folder. */
export interface FolderConfiguration {
  readonly entry: ConfigurationEntry;
  /** Its settings, with paths and globs relative to the folder; undefined where the file cannot be read. */
  readonly section: Readonly<Record<string, unknown>> | undefined;
  /** Each with the file's name and its place in it, on one line without a line break. */
  readonly problems: readonly string[];
}

/** Reads the configuration file of a folder, given by its path. @returns undefined where there is none */
export async function readFolderConfiguration(
  folder: string,
  host: Pick<CatalogueHost, 'findConfiguration'>,
): Promise<FolderConfiguration | undefined> {
  const entry = await host.findConfiguration(folder);
  if (!entry) return undefined;
  const read = await entry.read();
  if ('problem' in read)
    return { entry, section: undefined, problems: [describeProblem({ file: entry.name, reason: read.problem })] };
  // Most folders have no such file, and its reader takes a library.
  const [{ readConfiguration }, { rebaseConfiguration }] = await Promise.all([
    import('../service/settings/readConfiguration.ts'),
    import('../service/settings/rebaseConfiguration.ts'),
  ]);
  const { section = {}, problems } = readConfiguration(read.text);
  return {
    entry,
    section: rebaseConfiguration(section, entry.inside),
    problems: problems.map(({ line, column, message }) => `${entry.name}:${line + 1}:${column + 1}: ${message}`),
  };
}
