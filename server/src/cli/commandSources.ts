import * as l10n from '@vscode/l10n';
import { type Command, InvalidArgumentError } from 'commander';
import { openCommand } from '../adapters/programs/commandStream.ts';
import { type CommandSource, readCommand } from '../service/settings/commandSource.ts';
import type { LogStream } from '../service/requests/logSearch.ts';

/** Commands that were named on the command line. */
export interface CommandSourceOptions {
  readonly from?: readonly CommandSource[];
}

/** Adds the option for commands whose output is read like a log. */
export function addFrom(command: Command): Command {
  return command.option(
    '--from <command>',
    l10n.t('read the output of a command, such as "kubectl logs -l app=api --since=1h" (repeatable; no shell is involved)'),
    (value: string, before: readonly CommandSource[] | undefined): readonly CommandSource[] => {
      const source = readCommand(value);
      if (source) return [...(before ?? []), source];
      throw new InvalidArgumentError(l10n.t('It must be a program with its arguments, and each quote closed.'));
    },
  );
}

/** Starts nothing yet: a command runs when its output is read. */
export function openCommands({ from = [] }: CommandSourceOptions, folder: string, signal: AbortSignal): LogStream[] {
  return from.map((source) => openCommand(source, folder, signal));
}
