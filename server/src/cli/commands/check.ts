import * as l10n from '@vscode/l10n';
import { type Command, Option } from 'commander';
import { severityKeys, severitySettings } from '../../service/settings/settings.ts';
import { severityOrder } from '../../service/types.ts';
import { checkFormats } from '../formats/checkReport.ts';
import { usageError } from '../help/usageErrors.ts';
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
    .description(l10n.t('report error codes that code does not handle, misspells or handles wrongly'))
    .argument('[path...]', l10n.t('files and folders; the working directory when absent'), collect, [])
    .addOption(new Option('--format <format>', l10n.t('how to print')).choices(checkFormats).default('pretty'))
    .addOption(
      new Option('--fail-on <severity>', l10n.t('lowest severity that fails the check'))
        .choices(severityOrder)
        .default('warning'),
    )
    .option('--max-warnings <count>', l10n.t('fail when there are more warnings'), readCount)
    .option('--out <file>', l10n.t('where to write the report; standard output when absent'), readName)
    .option('--baseline <file>', l10n.t('leave out the findings that this file knows'), readName)
    .option('--update-baseline', l10n.t('write the findings of today into the file of --baseline'), false)
    .option('--changed-since <revision>', l10n.t('check only the files that git says have changed since a revision'), readName)
    .option('--stdin-filename <name>', l10n.t('check standard input as a file of this name'), readName)
    .option(
      '--require-catalogue',
      l10n.t('fail when there is nothing to check: no sources, or no API with known error codes'),
      false,
    )
    .option('--severity <rule=level>', l10n.t('set the severity of a rule (repeatable)'), collect, [])
    .action(async (paths: string[], options: CatalogueOptions & CheckArguments & { severity: readonly string[] }) => {
      if (options.updateBaseline && options.baseline === undefined)
        program.error(usageError(l10n.t('--update-baseline needs --baseline FILE')));
      if (options.updateBaseline && (options.changedSince !== undefined || options.stdinFilename !== undefined))
        program.error(usageError(l10n.t('--update-baseline is about all files, not about changed ones or standard input')));
      if (options.updateBaseline && options.out !== undefined)
        program.error(usageError(l10n.t('--update-baseline writes no report, and --out would stay empty')));
      if (options.out !== undefined && options.out === options.baseline)
        program.error(usageError(l10n.t('--out would write the report over the baseline')));
      if (paths.includes('-') && options.stdinFilename === undefined)
        program.error(usageError(l10n.t('- is standard input: say with --stdin-filename NAME what it is')));
      if (options.stdinFilename !== undefined && (options.changedSince !== undefined || paths.some((given) => given !== '-')))
        program.error(
          usageError(l10n.t('--stdin-filename checks only standard input, without other files and without --changed-since')),
        );
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
    if (at === -1) program.error(usageError(l10n.t("'{0}' in --severity is no RULE=LEVEL", pair)));
    const rule = pair.slice(0, at);
    const level = pair.slice(at + 1);
    if (!severityKeys.some((key) => key === rule))
      program.error(usageError(l10n.t("unknown rule '{0}' in --severity; the rules are {1}", rule, severityKeys.join(', '))));
    if (!severitySettings.some((setting) => setting === level))
      program.error(
        usageError(l10n.t("unknown severity '{0}' in --severity; the severities are {1}", level, severitySettings.join(', '))),
      );
    if (severities.has(rule)) program.error(usageError(l10n.t("--severity sets the rule '{0}' more than once", rule)));
    severities.set(rule, level);
  }
  return Object.fromEntries(severities);
}
