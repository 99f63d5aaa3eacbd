import type { Command } from 'commander';

/** A command as completion scripts and the manual page describe it. */
export interface CommandEntry {
  /** Its name after its parent's: `catalogue list`; empty for the program. */
  readonly path: string;
  readonly description: string;
  readonly options: readonly OptionEntry[];
  readonly arguments: readonly ArgumentEntry[];
  /** Names of its subcommands. */
  readonly commands: readonly string[];
}

export interface OptionEntry {
  /** `--format <format>`. */
  readonly flags: string;
  readonly long: string;
  readonly short: string | undefined;
  readonly description: string;
  readonly takesValue: boolean;
  readonly choices: readonly string[];
}

export interface ArgumentEntry {
  readonly name: string;
  readonly description: string;
  readonly choices: readonly string[];
}

/** The program and all of its commands, in the order of the help. */
export function listCommands(command: Command, path = ''): readonly CommandEntry[] {
  // The build's own command is no one else's.
  const children = command.commands.filter((child) => child.name() !== 'help' && child.name() !== 'man');
  const entry: CommandEntry = {
    path,
    description: command.description(),
    options: command.options
      .filter(({ hidden }) => !hidden)
      .map(({ flags, long, short, description, required, optional, argChoices }) => ({
        ...{ flags, long: long ?? '', short, description },
        takesValue: required || optional,
        choices: argChoices ?? [],
      })),
    arguments: command.registeredArguments.map((argument) => ({
      name: argument.name(),
      description: argument.description,
      choices: argument.argChoices ?? [],
    })),
    commands: children.map((child) => child.name()),
  };
  return [entry, ...children.flatMap((child) => listCommands(child, `${path} ${child.name()}`.trim()))];
}
