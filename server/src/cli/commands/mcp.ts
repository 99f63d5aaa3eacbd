import type { Command } from 'commander';
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
      const { settings } = await loadSettings(host, process.cwd(), {}, streams);
      const { catalogues } = await load(options, surroundings);
      await runMcp({ host, settings, catalogues, workingDirectory: process.cwd(), streams, signal, version: version() });
    });
}
