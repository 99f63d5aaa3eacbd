import * as l10n from '@vscode/l10n';
import { describeError } from '../shared/describeError.ts';
import { Command, CommanderError } from 'commander';
import { readVersion } from '../adapters/startup/ownPackage.ts';
import { readTranslations } from '../adapters/startup/translations.ts';
import { addCatalogue } from './commands/catalogue.ts';
import { addCheck } from './commands/check.ts';
import { addCompletion } from './commands/completion.ts';
import { addCoverage } from './commands/coverage.ts';
import { addExplain } from './commands/explain.ts';
import { addGenerate } from './commands/generate.ts';
import { addImport } from './commands/import.ts';
import { addInit } from './commands/init.ts';
import { addLogs } from './commands/logs.ts';
import { addLookup } from './commands/lookup.ts';
import { addLsp } from './commands/lsp.ts';
import { addMcp } from './commands/mcp.ts';
import { helpInLanguage } from './help/helpInLanguage.ts';
import { helpTexts, renderHelpText } from './help/helpTexts.ts';
import { languageOfTexts } from '../service/render/numbers.ts';
import { setNumberLanguage } from '../shared/formatNumber.ts';
import { createStreams } from './streams.ts';
import { translateUsageError } from './help/usageErrors.ts';

/** In the order of the help. */
const commands = [
  ...[addCheck, addExplain, addCoverage, addLookup, addLogs, addCatalogue, addImport, addGenerate, addInit],
  ...[addLsp, addMcp, addCompletion],
];

/** Reads the arguments and runs the command that they name. @param distribution the folder of the bundles */
export async function runProgram(distribution: string): Promise<void> {
  const translations = readTranslations(distribution);
  if (translations) {
    l10n.config({ contents: translations });
    setNumberLanguage(languageOfTexts());
  }
  const streams = createStreams();
  const abort = new AbortController();
  // A second one ends the program at once.
  const interrupt = (): void => {
    // A command that has nothing left to wait for cannot set its exit code itself.
    process.exitCode = 2;
    abort.abort();
    // A user who interrupts must not be asked for the rest of the input.
    process.stdin.destroy();
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, interrupt);
  const surroundings = { distribution, streams, signal: abort.signal, version: () => readVersion(distribution) };
  const program = new Command('api-error-codes')
    .description(l10n.t('Explains, checks and looks up the documented error codes of an API.'))
    .exitOverride()
    .configureHelp(helpInLanguage)
    .configureOutput({
      writeOut: streams.out,
      writeErr: streams.errorLines,
      outputError: (text, write) => write(translations ? translateUsageError(text) : text),
    })
    .helpOption('-h, --help', l10n.t('display help for command'))
    .helpCommand('help [command]', l10n.t('display help for command'))
    .version(surroundings.version(), '-V, --version', l10n.t('output the version number'));
  for (const addCommand of commands) addCommand(program, surroundings);
  addHelpTexts(program, '');
  program.hook('preAction', (_, command) => {
    if (!translations || !isForPrograms(command)) return;
    l10n.config({ contents: {} });
    setNumberLanguage('en');
  });
  try {
    await program.parseAsync();
  } catch (error) {
    if (error instanceof CommanderError) {
      process.exitCode = error.exitCode === 0 ? 0 : 2;
      return;
    }
    streams.error(`${describeError(error)}\n`);
    process.exitCode = 2;
  }
}

/** Whether programs or assistants read what a command prints: they get the same words in every language. */
function isForPrograms(command: Command): boolean {
  const { format } = command.opts<{ readonly format?: unknown }>();
  return command.name() === 'mcp' || ['json', 'jsonl', 'sarif', 'junit', 'github'].some((each) => each === format);
}

/** Adds examples and exit codes to the help of a command and of its subcommands. */
function addHelpTexts(command: Command, path: string): void {
  const text = helpTexts[path];
  if (text) command.addHelpText('after', () => renderHelpText(text()));
  for (const child of command.commands) addHelpTexts(child, `${path} ${child.name()}`.trim());
}
