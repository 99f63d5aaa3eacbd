import * as l10n from '@vscode/l10n';
import { type Command, InvalidArgumentError, Option } from 'commander';
import { type DiffChange, diffChanges, type DiffFormat, diffFormats } from '../formats/catalogueDiff.ts';
import { type CatalogueOptions, openFolder, type Surroundings, withCatalogues } from '../surroundings.ts';

/** `api-error-codes catalogue list|validate|diff`. */
export function addCatalogue(program: Command, surroundings: Surroundings): void {
  const { streams } = surroundings;
  const catalogue = program.command('catalogue').description(l10n.t('list, validate and compare catalogues of error codes'));
  withCatalogues(catalogue.command('list'))
    .description(l10n.t('list the catalogues that are in use here'))
    .addOption(new Option('--format <format>', l10n.t('how to print')).choices(['pretty', 'json']).default('pretty'))
    .action(async (options: CatalogueOptions & { format: 'pretty' | 'json' }) => {
      const { catalogues, complete } = await (await openFolder(options, surroundings)).catalogues();
      const { runList } = await import('./catalogueCommands.ts');
      runList(catalogues, options.format, streams);
      process.exitCode = complete ? 0 : 2;
    });
  catalogue
    .command('validate')
    .description(l10n.t('say what is wrong in catalogue files, and what can be read of other documents'))
    .argument('<file...>')
    .action(async (files: string[]) => {
      const { runValidate } = await import('./catalogueCommands.ts');
      process.exitCode = await runValidate(files, streams);
    });
  catalogue
    .command('diff')
    .description(l10n.t('name the codes that were added, removed or changed; exit code 1 when there are any'))
    .argument('<old>', l10n.t('a catalogue file or document'))
    .argument('<new>', l10n.t('a catalogue file or document'))
    .addOption(new Option('--format <format>', l10n.t('how to print')).choices(diffFormats).default('text'))
    .option(
      '--fail-on <change>',
      l10n.t('a change that gives exit code 1: added, removed, changed (repeatable); all when absent'),
      readChange,
    )
    .option('--apply', l10n.t('bring the old file up to the new one: removed codes are marked as retired'), false)
    .action(async (old: string, now: string, options: { format: DiffFormat; failOn?: readonly DiffChange[]; apply: boolean }) => {
      const { runDiff } = await import('./catalogueCommands.ts');
      process.exitCode = await runDiff({ old, now, ...options, failOn: options.failOn ?? diffChanges, streams });
    });
}

function readChange(value: string, before: readonly DiffChange[] = []): readonly DiffChange[] {
  const named = value.split(',').map((name) => diffChanges.find((change) => change === name));
  const known = named.filter((change) => change !== undefined);
  if (known.length < named.length) throw new InvalidArgumentError(l10n.t('It must be one of {0}.', diffChanges.join(', ')));
  return [...before, ...known];
}
