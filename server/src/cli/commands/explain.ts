import * as l10n from '@vscode/l10n';
import { type Command, Option } from 'commander';
import { type CatalogueOptions, openFolder, type Surroundings, withCatalogues } from '../surroundings.ts';

/** `api-error-codes explain`. */
export function addExplain(program: Command, surroundings: Surroundings): void {
  withCatalogues(program.command('explain'))
    .description(l10n.t('print status, cause and guidance of error codes and classes'))
    .argument('<code...>', l10n.t('codes, or names of error classes'))
    .addOption(new Option('--format <format>', l10n.t('how to print')).choices(['pretty', 'json']).default('pretty'))
    .action(async (codes: string[], options: CatalogueOptions & { format: 'pretty' | 'json' }) => {
      const folder = await openFolder(options, surroundings);
      const { catalogues, complete } = await folder.catalogues();
      const { runExplain } = await import('./runExplain.ts');
      const elsewhere = () => (options.builtin ? folder.shipped() : Promise.resolve([]));
      const exit = await runExplain(codes, options.format, { catalogues, elsewhere }, surroundings.streams);
      process.exitCode = complete ? exit : 2;
    });
}
