import * as l10n from '@vscode/l10n';
import type { CancellationToken, Connection } from 'vscode-languageserver';
import { runSafely } from '../handlers.ts';
import { invalid, readObject } from '../params.ts';
import { type TerminalLinkItem, terminalLinksMethod, type TerminalLinksResult } from '../../protocol/protocol.ts';
import { findTerminalLinks, type TerminalLink } from '../../service/features/findTerminalLinks.ts';
import type { LogRecogniser } from '../../service/logs/logRecogniser.ts';

/** The values that the request needs. Accessors, since the values change. */
export interface TerminalLinksDependencies {
  readonly connection: Connection;
  recogniser(): Promise<LogRecogniser>;
  /** Ids of the catalogues whose APIs show in the workspace. */
  shown(): Promise<ReadonlySet<string>>;
}

/** Answers `apiErrorCodes/terminalLinks`. Call once. */
export function registerTerminalLinks({ connection, recogniser, shown }: TerminalLinksDependencies): void {
  connection.onRequest<TerminalLinksResult, never>(terminalLinksMethod, (params: unknown, token: CancellationToken) => {
    const { line } = readObject(params);
    if (typeof line !== 'string') throw invalid('line must be a string.');
    return runSafely<TerminalLinksResult>(connection.console, terminalLinksMethod, undefined, token, { links: [] }, async () => {
      const found = findTerminalLinks(line, await recogniser(), await shown());
      return { links: found.map(toItem) };
    });
  });
}

function toItem(link: TerminalLink): TerminalLinkItem {
  const { kind, value, span } = link;
  return { kind, value, start: span.start, length: span.end - span.start, tooltip: describe(link) };
}

function describe({ kind, value, entries }: TerminalLink): string {
  if (kind === 'requestId') return l10n.t('Look up this request ID in all logs');
  const apis = entries.map(({ catalogue }) => catalogue.title).join(', ');
  return l10n.t('Explain {0} ({1}), or go to where it is handled', value, apis);
}
