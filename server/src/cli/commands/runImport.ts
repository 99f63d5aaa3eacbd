import { describeProblem } from '../../shared/problem.ts';
import type { CatalogueNames } from '../../service/settings/catalogueLink.ts';
import { readDocumentFile } from '../loadCatalogues.ts';
import { mayWriteOver, withMark } from '../editedCatalogue.ts';
import { writeOutput } from '../outputFile.ts';
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
  for (const file of files) {
    const { entry, read, streamName: name = entry.name } = await readDocumentFile(file);
    if ('problem' in read) {
      streams.error(`${describeProblem({ file, reason: read.problem })}\n`);
      complete = false;
    } else documents.push({ name, text: read.text, host: entry });
  }
  if (documents.length === 0) return 2;
  const { file, notes, summary } = await readDocuments(documents, names);
  for (const { document, line, message, severity } of notes) {
    streams.error(`${document}${line === undefined ? '' : `:${line + 1}`}: ${message}\n`);
    if (severity === 'error') complete = false;
  }
  if (!file) {
    streams.error(`No error code was found in ${documents.map(({ name }) => name).join(', ')}.\n`);
    return complete ? 1 : 2;
  }
  streams.error(`${summary}\n`);
  const origin = `Read from ${documents.map(({ name }) => name).join(', ')}: ${summary}.`;
  const plain = writeCatalogue(file, format, origin);
  const text = out === undefined ? plain : withMark(plain, format);
  if (out !== undefined && !force && !(await mayWriteOver(out, text, streams))) return 2;
  const written = await writeOutput(text, out, streams, 'document');
  return written && complete ? 0 : 2;
}
