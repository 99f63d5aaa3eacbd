import { describeProblem } from '../../shared/problem.ts';
import type { CancellationToken, Connection } from 'vscode-languageserver';
import { runSafely } from '../handlers.ts';
import type { Host } from '../../workspace/host.ts';
import { invalid, readObject, readOptionalString, readOptionalStrings } from '../params.ts';
import { readCatalogueMethod, type ReadCatalogueResult } from '../../protocol/protocol.ts';
import type { CatalogueFileCode } from '../../service/catalogue/catalogueFile.ts';
import type { LocatedDocument } from '../../service/catalogue/readDocument.ts';
import { describeStatus } from '../../service/render/status.ts';

/** The parts of the server that reading documents needs. */
export interface ReadCatalogueDependencies {
  readonly connection: Connection;
  readonly host: Host;
  /** The text of an open document; undefined when it is not open. */
  textOf(uri: string): string | undefined;
  /** Paths of the workspace folders. */
  folders(): readonly string[];
}

const nothing: ReadCatalogueResult = { id: '', title: '', hosts: [], codes: [], notes: [], summary: '', text: '' };

/** Answers `apiErrorCodes/readCatalogue`. Call once. */
export function registerReadCatalogue(dependencies: ReadCatalogueDependencies): void {
  const { connection } = dependencies;
  connection.onRequest(readCatalogueMethod, (params: unknown, token: CancellationToken) => {
    const members = readObject(params);
    const given = readDocumentParams(members['documents']);
    const [id, title, docs] = ['id', 'title', 'docs'].map((key) => readOptionalString(members, key));
    const hosts = readOptionalStrings(members, 'hosts');
    const names = readOptionalStrings(members, 'names');
    const leaveOut = new Set(readOptionalStrings(members, 'leaveOut'));
    return runSafely<ReadCatalogueResult>(connection.console, readCatalogueMethod, undefined, token, nothing, async () => {
      // The readers import libraries that nothing else needs.
      const [{ readDocuments }, { writeCatalogue }] = await Promise.all([
        import('../../service/catalogue/readDocument.ts'),
        import('../../service/catalogue/writeCatalogue.ts'),
      ]);
      const stop = new AbortController();
      token.onCancellationRequested(() => stop.abort());
      const { documents, problems } = await openDocuments(given, dependencies, stop.signal);
      const { file, notes, summary } = await readDocuments(documents, {
        ...(id === undefined ? {} : { id }),
        ...(title === undefined ? {} : { title }),
        ...(docs === undefined ? {} : { docs }),
        ...(hosts === undefined ? {} : { hosts }),
        ...(names === undefined ? {} : { names }),
      });
      const said = [
        ...problems,
        ...notes.map(({ document, line, message }) => `${document}${line === undefined ? '' : `:${line + 1}`}: ${message}`),
      ];
      if (!file) return { ...nothing, notes: said, summary };
      const codes = file.codes.filter(({ code }) => !leaveOut.has(String(code)));
      const origin = `Read from ${documents.map(({ name }) => name).join(', ')}: ${summary}.`;
      return {
        id: file.id,
        title: file.title,
        hosts: file.detect?.hosts ?? [],
        codes: file.codes.map((entry) => ({
          code: String(entry.code),
          status: describeStatus(
            typeof entry.status === 'object' ? entry.status : entry.status === undefined ? [] : [entry.status],
          ),
          cause: entry.cause,
          doubts: doubtsAbout(entry),
        })),
        notes: said,
        summary,
        text: codes.length > 0 ? writeCatalogue({ ...file, codes }, 'yaml', origin) : '',
      };
    });
  });
}

function doubtsAbout({ status, cause, source, inferred }: CatalogueFileCode): string[] {
  return [
    ...(source === undefined ? [] : [`Only read in: ${source}.`]),
    ...(status === undefined ? ['No HTTP status.'] : []),
    ...(inferred?.includes('status') ? ['The status is inferred.'] : []),
    ...(cause === '' ? ['No description.'] : []),
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
  { host, textOf, folders }: ReadCatalogueDependencies,
  signal: AbortSignal,
): Promise<{ readonly documents: readonly LocatedDocument[]; readonly problems: readonly string[] }> {
  const { namePastedText } = await import('../../service/catalogue/pastedText.ts');
  const documents: LocatedDocument[] = [];
  const problems: string[] = [];
  for (const { uri, text } of given) {
    const file = uri === undefined ? undefined : host.fileOf(uri);
    const entry = file === undefined ? undefined : host.catalogueFile(file, folders());
    const known = text ?? (uri === undefined ? undefined : textOf(uri));
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
