import { type Command, Option } from 'commander';
import { severityKeys, severitySettings } from '../../service/settings/settings.ts';
import { severityOrder } from '../../service/types.ts';
import { checkFormats } from '../formats/checkReport.ts';
import type { CheckArguments } from './runCheck.ts';
import {
  type CatalogueOptions,
  collect,
  openSources,
  readCount,
  readName,
  type Surroundings,
  withCatalogues,
} from '../surroundings.ts';

/** `api-error-codes check`. */
export function addCheck(program: Command, surroundings: Surroundings): void {
  withCatalogues(program.command('check'))
    .description('report error codes that code does not handle, misspells or handles wrongly')
    .argument('[path...]', 'files and folders; the working directory when absent', collect, [])
    .addOption(new Option('--format <format>', 'how to print').choices(checkFormats).default('pretty'))
    .addOption(
      new Option('--fail-on <severity>', 'lowest severity that fails the check').choices(severityOrder).default('warning'),
    )
    .option('--max-warnings <count>', 'fail when there are more warnings', readCount)
    .option('--out <file>', 'where to write the report; standard output when absent', readName)
    .option('--baseline <file>', 'leave out the findings that this file knows', readName)
    .option('--update-baseline', 'write the findings of today into the file of --baseline', false)
    .option('--changed-since <revision>', 'check only the files that git says have changed since a revision', readName)
    .option('--stdin-filename <name>', 'check standard input as a file of this name', readName)
    .option('--require-catalogue', 'fail when there is nothing to check: no sources, or no API with known error codes', false)
    .option('--severity <rule=level>', 'set the severity of a rule (repeatable)', collect, [])
    .action(async (paths: string[], options: CatalogueOptions & CheckArguments & { severity: readonly string[] }) => {
      if (options.updateBaseline && options.baseline === undefined)
        program.error('error: --update-baseline needs --baseline FILE');
      if (options.updateBaseline && (options.changedSince !== undefined || options.stdinFilename !== undefined))
        program.error('error: --update-baseline is about all files, not about changed ones or standard input');
      if (options.updateBaseline && options.out !== undefined)
        program.error('error: --update-baseline writes no report, and --out would stay empty');
      if (options.out !== undefined && options.out === options.baseline)
        program.error('error: --out would write the report over the baseline');
      if (paths.includes('-') && options.stdinFilename === undefined)
        program.error('error: - is standard input: say with --stdin-filename NAME what it is');
      if (options.stdinFilename !== undefined && (options.changedSince !== undefined || paths.some((given) => given !== '-')))
        program.error('error: --stdin-filename checks standard input alone, without other files and without --changed-since');
      const severity = readSeverities(options.severity, program);
      const { runCheck } = await import('./runCheck.ts');
      const sources = await openSources(options, surroundings, { severity });
      process.exitCode = await runCheck({ ...options, ...sources, paths });
    });
}

function readSeverities(pairs: readonly string[], program: Command): Record<string, string> {
  const severities = new Map<string, string>();
  for (const pair of pairs) {
    const at = pair.indexOf('=');
    if (at === -1) program.error(`error: '${pair}' in --severity is no RULE=LEVEL`);
    const rule = pair.slice(0, at);
    const level = pair.slice(at + 1);
    if (!severityKeys.some((key) => key === rule))
      program.error(`error: unknown rule '${rule}' in --severity; the rules are ${severityKeys.join(', ')}`);
    if (!severitySettings.some((setting) => setting === level))
      program.error(`error: unknown severity '${level}' in --severity; the severities are ${severitySettings.join(', ')}`);
    if (severities.has(rule)) program.error(`error: --severity sets the rule '${rule}' more than once`);
    severities.set(rule, level);
  }
  return Object.fromEntries(severities);
}
