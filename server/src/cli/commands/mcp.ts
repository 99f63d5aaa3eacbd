import * as l10n from '@vscode/l10n';
import type { Command } from 'commander';
import { loadBundle } from '../../adapters/startup/loadBundle.ts';
import type * as assistants from '../assistants/serveAssistants.ts';
import { type Surroundings, withCatalogues } from '../surroundings.ts';

/** `api-error-codes mcp`. */
export function addMcp(program: Command, surroundings: Surroundings): void {
  withCatalogues(program.command('mcp'))
    .description(l10n.t('serve the Model Context Protocol over standard input and output, for assistants'))
    .option('--engines <file>', l10n.t('look request ids up in the log engines that a YAML or JSON file names now, too'))
    .action(async (options: assistants.McpCommandOptions) => {
      const { serveAssistants } = loadBundle(surroundings.distribution, 'assistants') as typeof assistants;
      process.exitCode = await serveAssistants(options, surroundings);
    });
}
