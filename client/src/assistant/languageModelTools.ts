import * as vscode from 'vscode';
import type { ServerConnection } from '../serverConnection.ts';
import {
  type AssistantSummaryParams,
  assistantSummaryMethod,
  type AssistantSummaryResult,
  lookupMethod,
  type LookupParams,
  type LookupResult,
} from '../../../server/src/protocol/lookupProtocol.ts';
import { longestRequestId } from '../../../server/src/shared/requestIds/requestIdSpellings.ts';
import { answerAssistant, describeLeftOut } from '../../../server/src/shared/assistants/assistantAnswer.ts';
import type { EngineCredentialStore } from '../lookup/engineCredentials.ts';
import { findEngineNames } from '../lookup/engineNames.ts';
import { type AnswerCursor, pageAnswer } from '../../../server/src/shared/assistants/pageAnswer.ts';
import { readTimeWindow, type TimeWindow } from '../../../server/src/shared/timeWindow.ts';
import { createCodeTools } from './codeTools.ts';
import { explainMethod, type ExplainResult } from '../../../server/src/protocol/protocol.ts';

/** The part of newer editors' API that the tools use: this version's types do not have it yet. */
interface LanguageModelApi {
  registerTool(name: string, tool: LanguageModelTool): vscode.Disposable;
}

interface LanguageModelTool {
  invoke(options: { readonly input: unknown }, token: vscode.CancellationToken): Promise<unknown>;
  prepareInvocation?(options: { readonly input: unknown }): {
    readonly invocationMessage: string;
    readonly confirmationMessages?: { readonly title: string; readonly message: vscode.MarkdownString };
  };
}

interface ResultConstructors {
  readonly LanguageModelToolResult?: new (parts: readonly unknown[]) => unknown;
  readonly LanguageModelTextPart?: new (text: string) => unknown;
}

/**
 * Registers the tools for assistants in the editor; does nothing in an editor without language-model tools.
 * @param credentials for log engines; absent where nothing can be looked up
 */
export function registerLanguageModelTools(server: ServerConnection, credentials?: EngineCredentialStore): vscode.Disposable {
  const api = (vscode as { readonly lm?: Partial<LanguageModelApi> }).lm;
  const Result = (vscode as ResultConstructors).LanguageModelToolResult;
  const TextPart = (vscode as ResultConstructors).LanguageModelTextPart;
  if (api?.registerTool === undefined || Result === undefined || TextPart === undefined)
    return new vscode.Disposable(() => undefined);
  const text = (value: string): unknown => new Result([new TextPart(value)]);
  const tools: Readonly<Record<string, LanguageModelTool>> = {
    apiErrorCodes_explain: {
      async invoke({ input }, token) {
        const code = read(input, 'code');
        const { markdown } = await server.sendRequest<ExplainResult>(explainMethod, { code }, token);
        return text(pageAnswer(markdown ?? `No loaded catalogue has the error code ${code}.`, cursorOf(input)));
      },
    },
    ...(credentials
      ? {
          apiErrorCodes_lookUp: createLookUp(server, credentials, text),
          apiErrorCodes_summariseLogs: createSummary(server, text),
        }
      : {}),
    ...Object.fromEntries(
      Object.entries(createCodeTools(server)).map(([name, answer]): [string, LanguageModelTool] => [
        name,
        { invoke: async ({ input }, token) => text(pageAnswer(await answer((key) => read(input, key), token), cursorOf(input))) },
      ]),
    ),
  };
  return vscode.Disposable.from(
    ...Object.entries(tools).map(([name, tool]) => api.registerTool?.(name, tool) ?? new vscode.Disposable(() => undefined)),
  );
}

function createLookUp(
  server: ServerConnection,
  credentials: EngineCredentialStore,
  text: (value: string) => unknown,
): LanguageModelTool {
  return {
    // Logs may be private: the user decides whether an assistant may read them.
    prepareInvocation({ input }) {
      const requestId = read(input, 'requestId');
      const message = new vscode.MarkdownString();
      const engines = findEngineNames();
      message.appendText(
        engines.length === 0
          ? vscode.l10n.t(
              'The records of request {0} are searched in the open editors and the logs of this workspace, and given to the assistant. Keys, tokens, cookies and addresses are taken out.',
              requestId,
            )
          : vscode.l10n.t(
              'The records of request {0} are searched in the open editors, the logs of this workspace and log engines ({1}), which are sent the id, and given to the assistant. Keys, tokens, cookies and addresses are taken out.',
              requestId,
              engines.join(', '),
            ),
      );
      return {
        invocationMessage: vscode.l10n.t('Looking up request {0}', requestId),
        confirmationMessages: { title: vscode.l10n.t('Look Up Request ID'), message },
      };
    },
    async invoke({ input }, token) {
      const requestId = read(input, 'requestId');
      const window = windowOf(input);
      if (typeof window === 'string') return text(window);
      const { isTrusted } = vscode.workspace;
      const params: LookupParams = {
        requestId,
        window,
        trusted: isTrusted,
        credentials: isTrusted ? await credentials.read() : [],
      };
      const { report, searched, skipped, ...left } = await server.sendRequest<LookupResult>(lookupMethod, params, token);
      const notes = describeLeftOut(left);
      const answer = answerAssistant({ requestId, report, files: searched.files, asked: '', notes, skipped });
      return text(pageAnswer(answer, cursorOf(input)));
    },
  };
}

function createSummary(server: ServerConnection, text: (value: string) => unknown): LanguageModelTool {
  return {
    prepareInvocation: () => ({
      invocationMessage: vscode.l10n.t('Summarising the logs of this workspace'),
      confirmationMessages: {
        title: vscode.l10n.t('Summarise Logs'),
        message: new vscode.MarkdownString(
          vscode.l10n.t(
            'The logs of this workspace are read, and their summary is given to the assistant: codes over time, failing and slow requests. Keys, tokens, cookies and addresses are taken out.',
          ),
        ),
      },
    }),
    async invoke({ input }, token) {
      const window = windowOf(input);
      if (typeof window === 'string') return text(window);
      const params: AssistantSummaryParams = { window };
      const { markdown } = await server.sendRequest<AssistantSummaryResult>(assistantSummaryMethod, params, token);
      return text(pageAnswer(markdown, cursorOf(input)));
    },
  };
}

/** The stretch of time that is asked about. @returns the fault of its times, as a sentence */
function windowOf(input: unknown): TimeWindow | string {
  const given = (key: string): string | undefined => read(input, key) || undefined;
  return readTimeWindow({ since: given('since'), until: given('until') });
}

/** Where an assistant wants to go on in a long answer. */
function cursorOf(input: unknown): AnswerCursor {
  const cursor = member(input, 'cursor');
  return typeof cursor === 'number' && Number.isInteger(cursor) && cursor >= 0 ? { cursor } : {};
}

function member(input: unknown, key: string): unknown {
  return typeof input === 'object' && input !== null ? (input as Record<string, unknown>)[key] : undefined;
}

function read(input: unknown, key: string): string {
  const value = member(input, key);
  return typeof value === 'string' ? value.slice(0, longestRequestId) : '';
}
