import type { Command } from 'commander';
import { loadBundle } from '../../adapters/loadBundle.ts';
import type * as nodeServer from '../../nodeServer.ts';
import type { Surroundings } from '../surroundings.ts';

/** `api-error-codes lsp`. */
export function addLsp(program: Command, { distribution }: Surroundings): void {
  program
    .command('lsp')
    .description('run the language server')
    .requiredOption('--stdio', 'speak over standard input and output')
    .action(() => {
      (loadBundle(distribution, 'languageServer') as typeof nodeServer).startNodeServer(distribution);
    });
}
