import * as l10n from '@vscode/l10n';
import { findDocumentsIn } from '../../adapters/catalogues/documentsIn.ts';
import { limits } from '../../service/limits.ts';
import { formFor, showNumber } from '../../service/render/numbers.ts';
import { describeProblem } from '../../shared/problem.ts';
import type { CatalogueNames } from '../../service/settings/catalogueLink.ts';
import { readDocumentFile } from '../loadCatalogues.ts';
import { mayWriteOver, withMark } from '../editedCatalogue.ts';
import { writeOutput } from '../outputFile.ts';
import { printable } from '../printable.ts';
import type { Streams } from '../streams.ts';

export interface ImportOptions {
  /** Several documents make one catalogue. `-` is standard input. */
  readonly files: readonly string[];
  readonly names: CatalogueNames;
  readonly format: 'yaml' | 'json';
  readonly out: string | undefined;
  /** Writes over a file that was edited. */
  readonly force: boolean;
  readonly streams: Streams;
}

/**
 * `api-error-codes import`: turns documents into a catalogue file. Standard error lists the parts that were read and that
 * were not.
 * @returns 0 written, 1 no code was found, 2 something could not be read or written
 */
export async function runImport({ files, names, format, out, force, streams }: ImportOptions): Promise<0 | 1 | 2> {
  // Readers take libraries that other commands do not need.
  const [{ readDocuments }, { writeCatalogue }] = await Promise.all([
    import('../../service/catalogue/readDocument.ts'),
    import('../../service/catalogue/writeCatalogue.ts'),
  ]);
  let complete = true;
  const documents = [];
  /** Names of documents that a folder brought: most of its pages may be about something else. */
  const brought = new Set<string>();
  const given: string[] = [];
  for (const file of files) {
    const folder = findDocumentsIn(file);
    given.push(...(folder?.files ?? [file]));
    if (folder?.more === true) {
      streams.error(
        `${printable(file)}: ${l10n.t('has more than {0} documents, and only so many were read', limits.documentsInFolder)}\n`,
      );
      complete = false;
    }
    for (const { file: part, reason } of folder?.left ?? []) {
      streams.error(`${describeProblem({ file: part, reason })}\n`);
      complete = false;
    }
    if (folder?.files.length === 0) {
      streams.error(`${printable(file)}: ${l10n.t('has no documents that can be read')}\n`);
      complete = false;
    }
  }
  for (const file of given) {
    const { entry, read, streamName: name = entry.name } = await readDocumentFile(file);
    if (!files.includes(file)) brought.add(name);
    if ('problem' in read) {
      streams.error(`${describeProblem({ file, reason: read.problem })}\n`);
      complete = false;
    } else documents.push({ name, text: read.text, host: entry });
  }
  if (documents.length === 0) return 2;
  const listed = (brought.size > 0 ? files.map(printable) : documents.map(({ name }) => name)).join(', ');
  const { file, notes, withoutCodes, summary: found, described } = await readDocuments(documents, names);
  const empty = new Set<string>();
  for (const { document, line, message, severity } of notes) {
    if (brought.has(document) && withoutCodes.has(document) && line === undefined) {
      empty.add(document);
      continue;
    }
    streams.error(`${document}${line === undefined ? '' : `:${line + 1}`}: ${message}\n`);
    if (severity === 'error') complete = false;
  }
  if (empty.size > 0) streams.error(`${describeEmpty([...empty])}\n`);
  if (!file) {
    streams.error(`${l10n.t('No error code was found in {0}.', listed)}\n`);
    return complete ? 1 : 2;
  }
  streams.error(`${described}\n`);
  const origin = `Read from ${listed}: ${found}.`;
  const plain = writeCatalogue(file, format, origin);
  const text = out === undefined ? plain : withMark(plain, format);
  if (out !== undefined && !force && !(await mayWriteOver(out, text, streams))) return 2;
  const written = await writeOutput(text, out, streams, 'document');
  return written && complete ? 0 : 2;
}

/** How many documents without codes are named. */
const namedEmpty = 5;

function describeEmpty(names: readonly string[]): string {
  const rest = names.length - namedEmpty;
  const named = names.slice(0, namedEmpty).map(printable).join(', ');
  const all = rest > 0 ? l10n.t('{0} and {1} more', named, rest) : named;
  const shown = showNumber(names.length);
  return formFor(
    names.length,
    l10n.t('{0} document without error codes: {1}', shown, all),
    l10n.t('{0} documents without error codes: {1}', shown, all),
  );
}
