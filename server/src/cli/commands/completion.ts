import * as l10n from '@vscode/l10n';
import { Argument, type Command } from 'commander';
import { shells } from '../shells/completionScripts.ts';
import type { Surroundings } from '../surroundings.ts';

/** `api-error-codes completion`, and the hidden `man`, from which the build takes the manual page. */
export function addCompletion(program: Command, { streams, version }: Surroundings): void {
  program
    .command('completion')
    .description(l10n.t('print a script by which a shell completes commands and options'))
    .addArgument(new Argument('<shell>', l10n.t('which shell')).choices(shells))
    .action(async (shell: (typeof shells)[number]) => {
      const [{ writeCompletion }, { listCommands }] = await Promise.all([
        import('../shells/completionScripts.ts'),
        import('../shells/commandTree.ts'),
      ]);
      streams.document(writeCompletion(shell, listCommands(program)));
    });
  program
    .command('man', { hidden: true })
    .description(l10n.t('print the manual page'))
    .action(async () => {
      const [{ writeManualPage }, { listCommands }] = await Promise.all([
        import('../shells/manualPage.ts'),
        import('../shells/commandTree.ts'),
      ]);
      streams.document(writeManualPage(listCommands(program), version()));
    });
}
