import type { Command } from 'commander';
import type { Streams } from '../streams.ts';
import { type CatalogueOptions, load, type Surroundings, withCatalogues } from '../surroundings.ts';

/** `api-error-codes mcp`. */
export function addMcp(program: Command, surroundings: Surroundings): void {
  withCatalogues(program.command('mcp'))
    .description('serve the Model Context Protocol over standard input and output, for assistants')
    .option('--engines <file>', 'look request ids up in the log engines that a YAML or JSON file names now, too')
    .action(async (options: CatalogueOptions & { readonly engines?: string }) => {
      const { streams, distribution, signal, version } = surroundings;
      const [{ runMcp }, { createNodeHost }, { loadSettings }] = await Promise.all([
        import('../mcp.ts'),
        import('../../adapters/nodeHost.ts'),
        import('../loadSettings.ts'),
      ]);
      // Once: an assistant may write files, and where ids are sent is not its matter.
      const engines =
        options.engines === undefined ? [] : await (await import('../readEngines.ts')).readEngines(options.engines, streams);
      if (engines === 'unreadable') {
        process.exitCode = 2;
        return;
      }
      const host = createNodeHost(distribution);
      const workingDirectory = process.cwd();
      const read = async (problems: Streams) => {
        const { settings } = await loadSettings(host, workingDirectory, {}, problems);
        const { catalogues } = await load(options, { ...surroundings, streams: problems });
        return { settings, catalogues };
      };
      await runMcp({ host, read, engines, workingDirectory, streams, signal, version: version() });
    });
}
