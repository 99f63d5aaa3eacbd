import * as l10n from '@vscode/l10n';
import { answerRequest } from '../handlers.ts';
import { readObject, readString } from '../params.ts';
import type { WholeServer } from '../wholeServer.ts';
import { type TerminalLinkItem, terminalLinksMethod, type TerminalLinksResult } from '../../protocol/protocol.ts';
import { findTerminalLinks, type TerminalLink } from '../../service/features/findTerminalLinks.ts';

/** Answers `apiErrorCodes/terminalLinks`. Call once. */
export function registerTerminalLinks({ connection, recognisers, shownCatalogues }: WholeServer): void {
  answerRequest(
    connection,
    terminalLinksMethod,
    (params) => readString(readObject(params), 'line'),
    (): TerminalLinksResult => ({ links: [] }),
    async (line) => {
      const shown = new Set((await shownCatalogues()).map(({ id }) => id));
      const found = findTerminalLinks(line, await recognisers.ofWorkspace(), shown);
      return { links: found.map(toItem) };
    },
  );
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
