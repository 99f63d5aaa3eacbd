import * as l10n from '@vscode/l10n';
import { type Command, InvalidArgumentError, Option } from 'commander';
import { coverageFormats } from '../formats/coverageFormats.ts';
import type { CoverageArguments } from './runCoverage.ts';
import { type CatalogueOptions, collect, openSources, readName, type Surroundings, withCatalogues } from '../surroundings.ts';

/** `api-error-codes coverage`. */
export function addCoverage(program: Command, surroundings: Surroundings): void {
  withCatalogues(program.command('coverage'))
    .description(l10n.t('list which error codes are handled where, and which never'))
    .argument('[path...]', l10n.t('files and folders; the working directory when absent'), collect, [])
    .addOption(new Option('--format <format>', l10n.t('how to print')).choices(coverageFormats).default('pretty'))
    .option('--out <file>', l10n.t('where to write; standard output when absent'), readName)
    .addOption(
      new Option('--stubs <as>', l10n.t('cases that a fix has written and that only fail'))
        .choices(['open', 'handled'])
        .default('open'),
    )
    .option('--fail-under <percent>', l10n.t('fail when a smaller part of the codes of a catalogue is handled'), readPercent)
    .action(async (paths: string[], options: CatalogueOptions & CoverageArguments) => {
      const { runCoverage } = await import('./runCoverage.ts');
      const sources = await openSources(options, surroundings);
      const exit = await runCoverage({ ...options, ...sources, paths });
      process.exitCode = sources.complete ? exit : 2;
    });
}

function readPercent(value: string): number {
  const percent = Number(value.replace(/%$/, ''));
  if (!/^\d+(?:\.\d+)?%?$/.test(value) || percent > 100)
    throw new InvalidArgumentError(l10n.t('It must be a number from 0 to 100.'));
  return percent;
}
