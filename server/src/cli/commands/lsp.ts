import * as l10n from '@vscode/l10n';
import type { Command } from 'commander';
import { loadBundle } from '../../adapters/startup/loadBundle.ts';
import type * as languageServer from '../../languageServer.ts';
import type { Surroundings } from '../surroundings.ts';

/** `api-error-codes lsp`. */
export function addLsp(program: Command, { distribution, signal }: Surroundings): void {
  program
    .command('lsp')
    .description(l10n.t('run the language server'))
    .requiredOption('--stdio', l10n.t('use standard input and output'))
    .action(() => {
      // The server has nothing to finish that an editor would wait for.
      signal.addEventListener('abort', () => process.exit(2));
      return (loadBundle(distribution, 'languageServer') as typeof languageServer).startNodeServer(distribution);
    });
}
