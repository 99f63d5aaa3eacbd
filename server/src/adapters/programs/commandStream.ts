import * as l10n from '@vscode/l10n';
import path from 'node:path';
import type { CommandSource } from '../../service/settings/commandSource.ts';
import type { LogStream } from '../../service/requests/logSearch.ts';
import { kindOf } from '../files/fileKind.ts';
import { findProgram } from './findProgram.ts';
import { streamProgram } from './streamProgram.ts';

/**
 * The output of a user's command as a log. The command gets all of the user's variables: it is his, and finds its configuration and
 * credentials by them.
 * @param folder the folder that is looked at: programs in it are not run by their names
 */
export function openCommand({ name, program, args }: CommandSource, folder: string, signal: AbortSignal): LogStream {
  const file = path.isAbsolute(program) ? (kindOf(program) === 'file' ? program : undefined) : findProgram(program, folder);
  return {
    name,
    chunks: () => {
      if (file === undefined) throw new Error(l10n.t('There is no program {0} in PATH.', program));
      // Containers and pods write what a program calls an error to the second stream.
      return streamProgram({ name: program, file, args, environment: process.env, signal, readsErrors: true });
    },
  };
}
