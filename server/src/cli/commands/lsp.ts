import type { Command } from 'commander';

/** `api-error-codes lsp`. */
export function addLsp(program: Command): void {
  program
    .command('lsp')
    .description('run the language server')
    .requiredOption('--stdio', 'speak over standard input and output')
    .action(async () => {
      await import('../../node.ts');
    });
}
