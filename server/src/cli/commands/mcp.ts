import type { Command } from 'commander';
import type { Streams } from '../streams.ts';
import { type CatalogueOptions, load, type Surroundings, withCatalogues } from '../surroundings.ts';

/** `api-error-codes mcp`. */
export function addMcp(program: Command, surroundings: Surroundings): void {
  withCatalogues(program.command('mcp'))
    .description('serve the Model Context Protocol over standard input and output, for assistants')
    .action(async (options: CatalogueOptions) => {
      const { streams, distribution, signal, version } = surroundings;
      const [{ runMcp }, { createNodeHost }, { loadSettings }] = await Promise.all([
        import('../mcp.ts'),
        import('../../adapters/nodeHost.ts'),
        import('../loadSettings.ts'),
      ]);
      const host = createNodeHost(distribution);
      const workingDirectory = process.cwd();
      const read = async (problems: Streams) => {
        const { settings } = await loadSettings(host, workingDirectory, {}, problems);
        const { catalogues } = await load(options, { ...surroundings, streams: problems });
        return { settings, catalogues };
      };
      await runMcp({ host, read, workingDirectory, streams, signal, version: version() });
    });
}
