import type { Host } from './host.ts';

/** How a configuration file is read. */
export interface ConfigurationReading {
  readonly host: Pick<Host, 'findConfiguration'>;
  /** False where the user has not confirmed that he trusts the folder. */
  readonly trusted: boolean;
  /** Gets each problem in the file, with its place. */
  warn(problem: string): void;
}

/** The settings in the configuration file of a folder, given by its path; undefined where there is no readable file. */
export async function readFolderConfiguration(
  path: string,
  { host, trusted, warn }: ConfigurationReading,
): Promise<Readonly<Record<string, unknown>> | undefined> {
  const entry = await host.findConfiguration(path);
  const read = await entry?.read();
  if (entry && read && 'problem' in read) warn(`${entry.name} ${read.problem}`);
  if (!entry || !read || 'problem' in read) return undefined;
  const { readConfiguration } = await import('../service/settings/readConfiguration.ts');
  const { rebaseConfiguration } = await import('../service/settings/rebaseConfiguration.ts');
  const { section: said, problems } = readConfiguration(read.text);
  const section = said && rebaseConfiguration(said, entry.inside);
  for (const { line, column, message } of problems) warn(`${entry.name}:${line + 1}:${column + 1}: ${message}`);
  if (trusted || !section) return section;
  // A folder that is not trusted must not set options that read outside of it.
  const { lookup: _lookup, ...rest } = section;
  return rest;
}
