import * as l10n from '@vscode/l10n';
import { toStatuses } from '../../service/catalogue/createCatalogue.ts';
import { describeProblem } from '../../shared/problem.ts';
import { withoutUndefined } from '../../shared/withoutUndefined.ts';
import { answerRequest } from '../handlers.ts';
import type { WholeServer } from '../wholeServer.ts';
import { invalid, readObject, readOptionalString, readOptionalStrings } from '../params.ts';
import { readCatalogueMethod, type ReadCatalogueResult } from '../../protocol/protocol.ts';
import type { CatalogueFileCode } from '../../service/catalogue/catalogueFile.ts';
import type { LocatedDocument } from '../../service/catalogue/readDocument.ts';
import { describeStatus } from '../../service/render/status.ts';

const nothing: ReadCatalogueResult = { id: '', title: '', hosts: [], codes: [], notes: [], summary: '', text: '' };

/** Answers `apiErrorCodes/readCatalogue`. Call once. */
export function registerReadCatalogue(server: WholeServer): void {
  answerRequest(
    server.connection,
    readCatalogueMethod,
    readParams,
    () => nothing,
    async ({ given, names, leaveOut }, signal) => {
      // The readers import libraries that nothing else needs.
      const [{ readDocuments }, { writeCatalogue }] = await Promise.all([
        import('../../service/catalogue/readDocument.ts'),
        import('../../service/catalogue/writeCatalogue.ts'),
      ]);
      const { documents, problems } = await openDocuments(given, server, signal);
      const { file, notes, summary, described } = await readDocuments(documents, names);
      const said = [
        ...problems,
        ...notes.map(({ document, line, message }) => `${document}${line === undefined ? '' : `:${line + 1}`}: ${message}`),
      ];
      if (!file) return { ...nothing, notes: said, summary: described };
      const codes = file.codes.filter(({ code }) => !leaveOut.has(String(code)));
      const origin = `Read from ${documents.map(({ name }) => name).join(', ')}: ${summary}.`;
      return {
        id: file.id,
        title: file.title,
        hosts: file.detect?.hosts ?? [],
        codes: file.codes.map((entry) => ({
          code: String(entry.code),
          status: describeStatus(toStatuses(entry.status)),
          cause: entry.cause,
          doubts: doubtsAbout(entry),
        })),
        notes: said,
        summary: described,
        text: codes.length > 0 ? writeCatalogue({ ...file, codes }, 'yaml', origin) : '',
      };
    },
  );
}

function readParams(params: unknown) {
  const members = readObject(params);
  const names = {
    id: readOptionalString(members, 'id'),
    title: readOptionalString(members, 'title'),
    docs: readOptionalString(members, 'docs'),
    hosts: readOptionalStrings(members, 'hosts'),
    names: readOptionalStrings(members, 'names'),
  };
  const leaveOut = new Set(readOptionalStrings(members, 'leaveOut'));
  return { given: readDocumentParams(members['documents']), names: withoutUndefined(names), leaveOut };
}

function doubtsAbout({ status, cause, source, inferred }: CatalogueFileCode): string[] {
  return [
    ...(source === undefined ? [] : [l10n.t('Only read in: {0}.', source)]),
    ...(status === undefined ? [l10n.t('No HTTP status.')] : []),
    ...(inferred?.includes('status') ? [l10n.t('The status is inferred.')] : []),
    ...(cause === '' ? [l10n.t('No description.')] : []),
  ];
}

function readDocumentParams(value: unknown): readonly { readonly uri: string | undefined; readonly text: string | undefined }[] {
  if (!Array.isArray(value) || value.length === 0 || value.length > 500) throw invalid('documents must be a list of 1 to 500.');
  return value.map((entry: unknown) => {
    const members = readObject(entry);
    const uri = readOptionalString(members, 'uri');
    const text = readOptionalString(members, 'text');
    if (uri === undefined && text === undefined) throw invalid('A document needs a uri or a text.');
    return { uri, text };
  });
}

async function openDocuments(
  given: ReturnType<typeof readDocumentParams>,
  { host, documents: open, workspace }: WholeServer,
  signal: AbortSignal,
): Promise<{ readonly documents: readonly LocatedDocument[]; readonly problems: readonly string[] }> {
  const { namePastedText } = await import('../../service/catalogue/pastedText.ts');
  const documents: LocatedDocument[] = [];
  const problems: string[] = [];
  for (const { uri, text } of given) {
    const file = uri === undefined ? undefined : host.fileOf(uri);
    const entry = file === undefined ? undefined : host.catalogueFile(file, workspace.folderPaths());
    const known = text ?? (uri === undefined ? undefined : open.get(uri)?.getText());
    if (known !== undefined) {
      const pasted = entry ? { name: entry.name, text: known } : namePastedText(known);
      documents.push({
        ...pasted,
        host: entry ? { ...entry, signal } : { readRelated: () => Promise.resolve({ problem: 'does not exist' }) },
      });
    } else if (entry) {
      const read = await entry.read();
      if ('problem' in read) problems.push(`${describeProblem({ file: entry.name, reason: read.problem })}.`);
      else documents.push({ name: entry.name, text: read.text, host: { ...entry, signal } });
    } else problems.push(`${uri}: cannot be read.`);
  }
  return { documents, problems };
}
