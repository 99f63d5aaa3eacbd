import * as l10n from '@vscode/l10n';
import { ErrorCodes, ResponseError } from 'vscode-languageserver';
import { answerAssistant } from '../../shared/assistants/assistantAnswer.ts';
import { runSafely, signalOf } from '../handlers.ts';
import type { WholeServer } from '../wholeServer.ts';
import { coverageMarkdown } from './coverageRequest.ts';
import { explainCode } from './explainRequest.ts';
import { lookUp } from './lookupRequests.ts';

/** Answers with Markdown. */
type Command = (argument: string, signal: AbortSignal) => Promise<string>;

/**
 * The commands that any LSP client can run by `workspace/executeCommand`, each with one argument: the request id, the code, or
 * the id of a catalogue, which may be absent.
 */
export const executableCommands = ['apiErrorCodes.lookUp', 'apiErrorCodes.explain', 'apiErrorCodes.coverage'] as const;

/**
 * Runs the commands. The answer is Markdown; a client that can show documents shows it as one, too. Our own extension has commands
 * of its own. Call once.
 */
export function registerExecuteCommand(server: WholeServer): void {
  const { connection, client, host, session } = server;
  const commands: Readonly<Record<(typeof executableCommands)[number], Command>> = {
    'apiErrorCodes.lookUp': async (requestId, signal) => {
      const { report, searched, skipped } = await lookUp(server, { requestId }, signal, () => undefined);
      return answerAssistant({ requestId, report, files: searched.files, asked: '', notes: [], skipped });
    },
    'apiErrorCodes.explain': async (code) =>
      (await explainCode(server, code)) ?? l10n.t('No loaded catalogue has the error code {0}.', code),
    'apiErrorCodes.coverage': async (catalogue) => coverageMarkdown(server, catalogue === '' ? undefined : catalogue),
  };
  const show = async (title: string, text: string): Promise<void> => {
    if (session.capabilities.window?.showDocument?.support !== true || host.writeAnswer === undefined) return;
    await client.present(host.writeAnswer(`${title}.md`, text));
  };
  connection.onExecuteCommand(({ command, arguments: [given] = [] }, token) => {
    const run = Object.entries(commands).find(([name]) => name === command)?.[1];
    if (run === undefined) throw new ResponseError(ErrorCodes.InvalidParams, `There is no command ${command}.`);
    const argument = typeof given === 'string' ? given.trim() : '';
    if (argument === '' && command !== 'apiErrorCodes.coverage')
      throw new ResponseError(ErrorCodes.InvalidParams, `${command} takes a text as its only argument.`);
    return runSafely(connection.console, command, undefined, token, null, async () => {
      const text = await run(argument, signalOf(token));
      await show(argument === '' ? 'Coverage' : argument, text);
      return text;
    });
  });
}
