import * as l10n from '@vscode/l10n';
import { type Command, Option } from 'commander';
import type { AssumedZone } from '../../service/logs/times/assumedZones.ts';
import { assumeTimeZone } from '../assumeTimeZone.ts';
import { logsFormats } from '../formats/logsFormats.ts';
import { describeSince, describeUntil, readMoment } from '../moments.ts';
import { isEmptyTime } from '../../shared/timeWindow.ts';
import { addFrom } from '../commandSources.ts';
import type { LogsArguments } from './runLogs.ts';
import { usageError } from '../help/usageErrors.ts';
import { type CatalogueOptions, openFolder, type Surroundings, withCatalogues } from '../surroundings.ts';

type LogsCommandOptions = CatalogueOptions & LogsArguments & { readonly assumeTimeZone: readonly AssumedZone[] };

/** `api-error-codes logs`. */
export function addLogs(program: Command, surroundings: Surroundings): void {
  addFrom(withCatalogues(program.command('logs')))
    .description(
      l10n.t('say what logs hold: error codes over time, failing and slow requests, unknown codes; or, as jsonl, each record'),
    )
    .argument('[path...]', l10n.t('log files and folders; the working directory when absent'))
    .addOption(new Option('--format <format>', l10n.t('how to print')).choices(logsFormats).default('pretty'))
    .option('--out <file>', l10n.t('where to write; standard output when absent'))
    .option('--since <time>', describeSince(), readMoment)
    .option('--until <time>', describeUntil(), readMoment)
    .addOption(assumeTimeZone())
    .action(async (paths: string[], options: LogsCommandOptions, command: Command) => {
      if (isEmptyTime(options)) command.error(usageError(l10n.t('--since must be earlier than --until')));
      const [{ runLogs }, folder] = await Promise.all([import('./runLogs.ts'), openFolder(options, surroundings)]);
      const { catalogues, complete } = await folder.catalogues();
      const { logFiles: globs, assumedZones } = folder.settings;
      const zones = [...options.assumeTimeZone, ...assumedZones];
      const exit = await runLogs({
        ...options,
        ...surroundings,
        paths,
        catalogues,
        globs,
        zones,
        workingDirectory: process.cwd(),
      });
      process.exitCode = complete ? exit : 2;
    });
}
