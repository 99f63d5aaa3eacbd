import { describeError } from '../shared/describeError.ts';
import { Command, CommanderError, Help } from 'commander';
import { readVersion } from '../adapters/startup/ownPackage.ts';
import { createStreams } from './streams.ts';
import type { Surroundings } from './surroundings.ts';

/** Gives the program its commands. */
export type AddCommands = (program: Command, surroundings: Surroundings) => void;

/** Reads the arguments and runs the command that they name. @param distribution the folder of the bundles */
export async function runProgram(distribution: string, addCommands: AddCommands): Promise<void> {
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
    .description('Explains, checks and looks up the documented error codes of an API.')
    .exitOverride()
    .configureHelp({
      optionDescription: (option) => leaveOutNone(help.optionDescription(option)),
      argumentDescription: (argument) => leaveOutNone(help.argumentDescription(argument)),
    })
    .configureOutput({ writeOut: streams.out, writeErr: streams.errorLines })
    .version(surroundings.version());
  addCommands(program, surroundings);
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

const help = new Help();

/** Leaves out defaults that are empty: they are the rule. */
function leaveOutNone(description: string): string {
  return description.replace(/ \(default: (?:\[\]|false)\)$/, '');
}
