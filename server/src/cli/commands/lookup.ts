import { type Command, Option } from 'commander';
import { type CatalogueOptions, load, readCount, type Surroundings, withCatalogues } from '../surroundings.ts';

/** `api-error-codes lookup`. */
export function addLookup(program: Command, surroundings: Surroundings): void {
  withCatalogues(program.command('lookup'))
    .description('find every log record that holds a request id')
    .argument('<request-id>')
    .argument('[path...]', 'log files and folders; the working directory when absent')
    .addOption(new Option('--format <format>', 'how to print').choices(['pretty', 'json']).default('pretty'))
    .option('--max-records <count>', 'the most records to keep', readCount)
    .action(
      async (
        requestId: string,
        paths: string[],
        options: CatalogueOptions & { format: 'pretty' | 'json'; maxRecords?: number },
      ) => {
        const { catalogues, complete } = await load(options, surroundings);
        const [{ runLookup }, { findPackagedRipgrep }] = await Promise.all([
          import('../lookup.ts'),
          import('../../adapters/packagedRipgrep.ts'),
        ]);
        const exit = await runLookup({
          requestId,
          paths,
          format: options.format,
          catalogues,
          workingDirectory: process.cwd(),
          ripgrepPath: findPackagedRipgrep(surroundings.distribution),
          ...(options.maxRecords === undefined ? {} : { maxRecords: options.maxRecords }),
          streams: surroundings.streams,
          signal: surroundings.signal,
        });
        process.exitCode = complete ? exit : 2;
      },
    );
}
