import { answerRequest } from '../handlers.ts';
import { readObject, readOptionalString } from '../params.ts';
import type { WholeServer } from '../wholeServer.ts';
import { explainMethod, type ExplainResult } from '../../protocol/protocol.ts';
import type { CatalogueSet } from '../../service/catalogue/catalogueSet.ts';
import { classesNamed } from '../../service/catalogue/classesNamed.ts';
import { describeClass } from '../../service/catalogue/describeClass.ts';
import { renderClass } from '../../service/render/explainedClass.ts';
import { renderEntry } from '../../service/render/explanation.ts';
import { describeStatus } from '../../service/render/status.ts';

/** Answers `apiErrorCodes/explain`. Call once. */
export function registerExplain({ connection, workspace }: WholeServer): void {
  answerRequest(
    connection,
    explainMethod,
    (params) => readOptionalString(readObject(params), 'code'),
    (): ExplainResult => ({ codes: [] }),
    async (code) => {
      const catalogues = workspace.facts.setOf(await workspace.settingsOf(''));
      if (code === undefined) return { codes: listCodes(catalogues) };
      const classes = classesNamed(catalogues.catalogues, code).map((entry) => renderClass(describeClass(entry)));
      const markdown = [...catalogues.entriesOf(code).map((entry) => renderEntry(entry)), ...classes].join('\n\n---\n\n');
      return { codes: [], ...(markdown === '' ? {} : { markdown }) };
    },
  );
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
