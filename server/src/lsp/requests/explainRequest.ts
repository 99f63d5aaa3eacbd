import type { CancellationToken, Connection } from 'vscode-languageserver';
import { runSafely } from '../handlers.ts';
import { invalid, readObject } from '../params.ts';
import { explainMethod, type ExplainResult } from '../../protocol/protocol.ts';
import type { CatalogueSet } from '../../service/catalogue/catalogueSet.ts';
import { renderEntry } from '../../service/render/explanation.ts';
import { describeStatus } from '../../service/render/status.ts';

/** Answers `apiErrorCodes/explain`. Call once. */
export function registerExplain(connection: Connection, set: () => Promise<CatalogueSet>): void {
  connection.onRequest(explainMethod, (params: unknown, token: CancellationToken) => {
    const { code } = readObject(params);
    if (code !== undefined && typeof code !== 'string') throw invalid('code must be a string.');
    return runSafely<ExplainResult>(connection.console, explainMethod, undefined, token, { codes: [] }, async () => {
      const catalogues = await set();
      if (code === undefined) return { codes: listCodes(catalogues) };
      const markdown = catalogues
        .entriesOf(code)
        .map((entry) => renderEntry(entry))
        .join('\n\n---\n\n');
      return { codes: [], ...(markdown === '' ? {} : { markdown }) };
    });
  });
}

function listCodes({ catalogues }: CatalogueSet): ExplainResult['codes'] {
  return catalogues.flatMap(({ title, codes }) =>
    [...codes.values()]
      .sort((a, b) => Number(a.retired) - Number(b.retired))
      .map(({ code, statuses, cause, retired }) => ({
        code,
        status: describeStatus(statuses),
        cause: retired ? `Retired. ${cause}`.trim() : cause,
        catalogue: title,
      })),
  );
}
