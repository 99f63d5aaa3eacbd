import { createNodeHost } from '../../adapters/nodeHost.ts';
import { loadSettings } from '../loadSettings.ts';
import { runMcp } from './runMcp.ts';
import { readEngines } from '../readEngines.ts';
import type { Streams } from '../streams.ts';
import { type CatalogueOptions, load, type Surroundings } from '../surroundings.ts';

/** The options of `api-error-codes mcp`. */
export type McpCommandOptions = CatalogueOptions & { readonly engines?: string };

/** Serves assistants until they close the connection; a bundle of its own. @returns the exit code */
export async function serveAssistants(options: McpCommandOptions, surroundings: Surroundings): Promise<number> {
  const { streams, distribution, signal, version } = surroundings;
  // Once: an assistant may write files, and must not decide where ids are sent.
  const engines = options.engines === undefined ? [] : await readEngines(options.engines, streams);
  if (engines === 'unreadable') return 2;
  const host = createNodeHost(distribution);
  const workingDirectory = process.cwd();
  const read = async (problems: Streams) => {
    const { settings } = await loadSettings(host, workingDirectory, {}, problems);
    const { catalogues } = await load(options, { ...surroundings, streams: problems });
    return { settings, catalogues };
  };
  await runMcp({ host, read, engines, workingDirectory, streams, signal, version: version() });
  return 0;
}
