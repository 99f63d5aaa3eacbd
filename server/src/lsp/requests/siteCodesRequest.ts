import type { Position } from 'vscode-languageserver';
import { withoutUndefined } from '../../shared/withoutUndefined.ts';
import { answerRequest } from '../handlers.ts';
import { readObject, readOptionalString, readPosition, readString } from '../params.ts';
import { rangeOf } from '../rangeOf.ts';
import { type SiteCodesResult, siteCodesMethod } from '../../protocol/protocol.ts';
import type { WholeServer } from '../wholeServer.ts';

/** Answers `apiErrorCodes/siteCodes`. Call once. */
export function registerSiteCodes({ connection, documents, service, workspace, textOf }: WholeServer): void {
  answerRequest(
    connection,
    siteCodesMethod,
    readParams,
    (): SiteCodesResult => ({ codes: [] }),
    async (params): Promise<SiteCodesResult> => {
      const document = documents.get(params.uri);
      if (!document) return { codes: [] };
      await workspace.ready();
      const { uri, version } = document;
      const facts = await workspace.facts.factsOf(uri, await workspace.settingsOf(uri));
      const offset = document.offsetAt(params.position);
      if (params.add !== undefined) {
        const edits = await service.addSiteCode(textOf(document), facts, offset, params.add);
        // The places are those of this text, although more may have been typed meanwhile.
        return { codes: [], version, edits: edits.map(({ span, text }) => ({ range: rangeOf(document, span), newText: text })) };
      }
      const codes = (await service.listSiteCodes(textOf(document), facts, offset)) ?? [];
      return {
        codes: codes.map(({ span, ...code }) => ({ ...code, ...withoutUndefined({ range: span && rangeOf(document, span) }) })),
      };
    },
  );
}

function readParams(params: unknown): { readonly uri: string; readonly position: Position; readonly add: string | undefined } {
  const given = readObject(params);
  return { uri: readString(given, 'uri'), position: readPosition(given), add: readOptionalString(given, 'add') };
}
