import { type Command, InvalidArgumentError, Option } from 'commander';
import { logsFormats } from '../formats/logsFormats.ts';
import type { LogsArguments } from './runLogs.ts';
import { type CatalogueOptions, openFolder, type Surroundings, withCatalogues } from '../surroundings.ts';

/** `api-error-codes logs`. */
export function addLogs(program: Command, surroundings: Surroundings): void {
  withCatalogues(program.command('logs'))
    .description('say what logs hold: error codes over time, failing and slow requests, unknown codes')
    .argument('[path...]', 'log files and folders; the working directory when absent')
    .addOption(new Option('--format <format>', 'how to print').choices(logsFormats).default('pretty'))
    .option('--out <file>', 'where to write; standard output when absent')
    .option('--since <time>', 'leave out records before this time (ISO 8601; UTC when it has no zone)', readMoment)
    .option('--until <time>', 'leave out records from this time on', readMoment)
    .action(async (paths: string[], options: CatalogueOptions & LogsArguments, command: Command) => {
      if ((options.since ?? Number.NEGATIVE_INFINITY) >= (options.until ?? Number.POSITIVE_INFINITY))
        command.error('error: --since must be earlier than --until');
      const [{ runLogs }, folder] = await Promise.all([import('./runLogs.ts'), openFolder(options, surroundings)]);
      const { catalogues, complete } = await folder.catalogues();
      const { logFiles: globs } = folder.settings;
      const exit = await runLogs({ ...options, ...surroundings, paths, catalogues, globs, workingDirectory: process.cwd() });
      process.exitCode = complete ? exit : 2;
    });
}

/** Milliseconds since 1970. */
function readMoment(value: string): number {
  const iso = /^\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?)?(?<zone>Z|[+-]\d\d:?\d\d)?$/.exec(value);
  const hasTime = /[T ]/.test(value);
  const ms = iso ? Date.parse(hasTime && iso.groups?.['zone'] === undefined ? `${value.replace(' ', 'T')}Z` : value) : Number.NaN;
  // JavaScript takes the 30th of February for the 2nd of March.
  const day = new Date(`${value.slice(0, 10)}T00:00:00Z`);
  if (Number.isNaN(ms) || Number.isNaN(day.getTime()) || day.toISOString().slice(0, 10) !== value.slice(0, 10))
    throw new InvalidArgumentError('It must be a time such as 2026-05-04T12:00:00Z.');
  return ms;
}
