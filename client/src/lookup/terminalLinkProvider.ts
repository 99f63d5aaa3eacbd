import * as vscode from 'vscode';
import type { ServerConnection } from '../serverConnection.ts';
import {
  type TerminalLinkItem,
  terminalLinksMethod,
  type TerminalLinksParams,
  type TerminalLinksResult,
} from '../../../server/src/protocol/protocol.ts';
import { findHandlers, type HandlerItem, openHandler } from './goToHandler.ts';
import { plainText } from '../plainText.ts';

const longestLine = 10_000;

interface Link extends vscode.TerminalLink {
  readonly item: TerminalLinkItem;
}

/** Links in terminals: a request id is looked up, an error code is explained or followed to where it is handled. */
export function registerTerminalLinks(server: ServerConnection): vscode.Disposable {
  const provider: vscode.TerminalLinkProvider<Link> = {
    provideTerminalLinks: async ({ line }, token) => {
      if (line.trim().length < 3 || line.length > longestLine) return [];
      const params: TerminalLinksParams = { line };
      try {
        const { links } = await server.sendRequest<TerminalLinksResult>(terminalLinksMethod, params, token);
        return links.map((item) => ({ startIndex: item.start, length: item.length, tooltip: item.tooltip, item }));
      } catch {
        // Cancelled, or the server restarts: there are no links for the moment.
        return [];
      }
    },
    handleTerminalLink: async ({ item: { kind, value } }) => {
      if (kind === 'requestId') await vscode.commands.executeCommand('apiErrorCodes.lookUpRequestId', value);
      else await chooseWhatToDo(server, value);
    },
  };
  return vscode.window.registerTerminalLinkProvider(provider);
}

async function chooseWhatToDo(server: ServerConnection, code: string): Promise<void> {
  const explain = { label: `$(info) ${vscode.l10n.t('Explain {0}', plainText(code))}`, place: undefined };
  const handlers = await findHandlers(server, code);
  const title = vscode.l10n.t('Explain {0}, or Go to Where It Is Handled', code);
  const chosen =
    handlers.length === 0
      ? explain
      : await vscode.window.showQuickPick<typeof explain | HandlerItem>([explain, ...handlers], { title });
  if (chosen === undefined) return;
  if (chosen.place) await openHandler(chosen);
  else await vscode.commands.executeCommand('apiErrorCodes.explainErrorCode', code);
}
