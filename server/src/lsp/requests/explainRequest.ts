import { answerRequest } from '../handlers.ts';
import { readObject, readOptionalString, readPosition, readRecord, readString } from '../params.ts';
import { createCodeInDocument } from '../documents/codeInDocument.ts';
import type { WholeServer } from '../wholeServer.ts';
import { explainMethod, type ExplainParams, type ExplainResult } from '../../protocol/protocol.ts';
import { classesNamed } from '../../service/catalogue/classesNamed.ts';
import { describeClass } from '../../service/catalogue/describeClass.ts';
import { renderClass } from '../../service/render/explainedClass.ts';
import { renderEntry } from '../../service/render/explanation.ts';
import { describeHandled, type HandledCount, type HandledCounts } from '../../service/render/handled.ts';
import { describeStatus } from '../../service/render/status.ts';
import type { Catalogue } from '../../service/types.ts';

/** Answers `apiErrorCodes/explain`. Call once. */
export function registerExplain(server: WholeServer): void {
  const { connection, documents, shownCatalogues, workspace } = server;
  const codeIn = createCodeInDocument(server);
  const codeAt = async ({ cursor }: ExplainParams): Promise<string | undefined> => {
    const document = cursor && documents.get(cursor.uri);
    return document && (await codeIn(document, document.offsetAt(cursor.position)))?.code;
  };
  answerRequest(
    connection,
    explainMethod,
    readParams,
    (): ExplainResult => ({ codes: [] }),
    async (params): Promise<ExplainResult> => {
      await workspace.ready();
      const { code } = params;
      if (code === undefined) {
        const at = await codeAt(params);
        return { codes: (await shownCatalogues()).flatMap(listCodes), ...(at === undefined ? {} : { at }) };
      }
      const markdown = await explainCode(server, code);
      return { codes: [], ...(markdown === undefined ? {} : { markdown }) };
    },
  );
}

/** A code or class as Markdown; undefined where no catalogue has it. */
export async function explainCode({ mentions, workspace }: WholeServer, code: string): Promise<string | undefined> {
  await workspace.ready();
  const catalogues = workspace.facts.setOf(await workspace.settingsOf(''));
  const counts = await mentions.handledCount();
  // A preview follows no links to commands.
  const handled: HandledCount = (entry) => withoutLinks(counts(entry));
  const classes = classesNamed(catalogues.catalogues, code).map((entry) => renderClass(describeClass(entry)));
  const entries = catalogues.entriesOf(code).map((entry) => renderEntry(entry, describeHandled(entry, handled)));
  const markdown = [...entries, ...classes].join('\n\n---\n\n');
  return markdown === '' ? undefined : markdown;
}

function withoutLinks(counts: HandledCounts | undefined): HandledCounts | undefined {
  return counts && { ...counts, linked: false };
}

function readParams(params: unknown): ExplainParams {
  const given = readObject(params);
  const code = readOptionalString(given, 'code');
  if (code !== undefined) return { code };
  const cursor = readRecord(given['cursor']);
  return given['cursor'] === undefined ? {} : { cursor: { uri: readString(cursor, 'uri'), position: readPosition(cursor) } };
}

function listCodes({ title, codes }: Catalogue): ExplainResult['codes'][number][] {
  return [...codes.values()]
    .sort((a, b) => Number(a.retired) - Number(b.retired))
    .map(({ code, statuses, cause, retired }) => ({
      code,
      status: describeStatus(statuses),
      cause: retired ? `Retired. ${cause}`.trim() : cause,
      catalogue: title,
    }));
}
