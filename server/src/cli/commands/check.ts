import { type Command, Option } from 'commander';
import { readSettings, severityKeys, severitySettings } from '../../service/settings.ts';
import { type Severity, severityOrder } from '../../service/types.ts';
import { type CheckFormat, checkFormats } from '../formats/checkReport.ts';
import { type CatalogueOptions, collect, load, readCount, type Surroundings, withCatalogues } from '../surroundings.ts';

/** `api-error-codes check`. */
export function addCheck(program: Command, surroundings: Surroundings): void {
  withCatalogues(program.command('check'))
    .description('report error codes that code does not handle, misspells or handles wrongly')
    .argument('[path...]', 'files and folders; the working directory when absent')
    .addOption(new Option('--format <format>', 'how to print').choices(checkFormats).default('pretty'))
    .addOption(
      new Option('--fail-on <severity>', 'the least severity that fails the check').choices(severityOrder).default('warning'),
    )
    .option('--max-warnings <count>', 'fail when there are more warnings', readCount)
    .option('--severity <rule=level>', 'set the severity of a rule (repeatable)', collect, [])
    .action(
      async (
        paths: string[],
        options: CatalogueOptions & { format: CheckFormat; failOn: Severity; maxWarnings?: number; severity: readonly string[] },
      ) => {
        const { settings } = readSettings({ severity: readSeverities(options.severity, program) });
        const [{ runCheck }, { createNodeHost }] = await Promise.all([
          import('../check.ts'),
          import('../../adapters/nodeHost.ts'),
        ]);
        const { catalogues, complete } = await load(options, surroundings);
        const code = await runCheck({
          paths,
          format: options.format,
          failOn: options.failOn,
          maxWarnings: options.maxWarnings,
          settings,
          catalogues,
          workingDirectory: process.cwd(),
          host: createNodeHost(surroundings.distribution),
          streams: surroundings.streams,
          signal: surroundings.signal,
        });
        process.exitCode = complete ? code : 2;
      },
    );
}

function readSeverities(pairs: readonly string[], program: Command): Record<string, string> {
  return Object.fromEntries(
    pairs.map((pair) => {
      const [rule = '', level = ''] = pair.split('=');
      if (!severityKeys.some((key) => key === rule))
        program.error(`error: unknown rule '${rule}' in --severity; the rules are ${severityKeys.join(', ')}`);
      if (!severitySettings.some((setting) => setting === level))
        program.error(`error: unknown severity '${level}' in --severity; the severities are ${severitySettings.join(', ')}`);
      return [rule, level];
    }),
  );
}
