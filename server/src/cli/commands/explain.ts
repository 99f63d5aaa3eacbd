import { type Command, Option } from 'commander';
import { type CatalogueOptions, openFolder, type Surroundings, withCatalogues } from '../surroundings.ts';

/** `api-error-codes explain`. */
export function addExplain(program: Command, surroundings: Surroundings): void {
  withCatalogues(program.command('explain'))
    .description('print status, cause and guidance of an error code')
    .argument('<code>')
    .addOption(new Option('--format <format>', 'how to print').choices(['pretty', 'json']).default('pretty'))
    .action(async (code: string, options: CatalogueOptions & { format: 'pretty' | 'json' }) => {
      const { catalogues, complete } = await (await openFolder(options, surroundings)).catalogues();
      const { runExplain } = await import('./runExplain.ts');
      const exit = runExplain(code, options.format, catalogues, surroundings.streams);
      process.exitCode = complete ? exit : 2;
    });
}
