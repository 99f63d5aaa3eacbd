import * as l10n from '@vscode/l10n';
import { type Command, Option } from 'commander';
import { type InitArguments, ciChoices } from './initFiles.ts';
import { openSources, type Surroundings } from '../surroundings.ts';

/** `api-error-codes init`. */
export function addInit(program: Command, surroundings: Surroundings): void {
  program
    .command('init')
    .description(l10n.t('write a configuration file and a check for CI, from what this folder has'))
    .addOption(new Option('--ci <system>', l10n.t('which CI the check is for')).choices(ciChoices).default('github'))
    .option('--dry-run', l10n.t('print the files and write nothing'), false)
    .action(async (options: InitArguments) => {
      const { runInit } = await import('./runInit.ts');
      const sources = await openSources({ catalogue: [], builtin: true }, surroundings);
      process.exitCode = await runInit(options, sources, surroundings.version());
    });
}
