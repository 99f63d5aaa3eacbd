import * as l10n from '@vscode/l10n';
import { kindOf } from '../../adapters/files/fileKind.ts';
import { addressOf } from '../../adapters/files/fileAddress.ts';
import { makeFolder } from '../../adapters/files/makeFolder.ts';
import { pathFrom, resolveIn } from '../../adapters/files/pathInside.ts';
import { typeOptions } from '../../adapters/ripgrep/fileTypes.ts';
import { listFiles } from '../../adapters/ripgrep/listFiles.ts';
import { formFor, showNumber } from '../../service/render/numbers.ts';
import { describeError } from '../../shared/describeError.ts';
import { toCatalogueId } from '../../shared/catalogueId.ts';
import { readDocuments } from '../../service/catalogue/readDocument.ts';
import { openReading } from '../checking/folderReading.ts';
import { readDocumentFile } from '../loadCatalogues.ts';
import { writeOutput } from '../outputFile.ts';
import { printable } from '../printable.ts';
import type { Sources } from '../surroundings.ts';
import { type CodesDocument, type InitArguments, writeCheck, writeConfiguration } from './initFiles.ts';

/** Names of documents that may hold error codes: looking into every document would take long and find much else. */
const names = ['*error*', '*problem*', '*openapi*', '*swagger*'];
const kinds = /\.(?:mdx?|html?|rst|adoc|asciidoc|ya?ml|json|csv|tsv)$/i;
const ofTests = /(?:^|\/)(?:tests?|__tests__|fixtures?|testdata|cassettes|mocks?|__mocks__|__snapshots__)\//i;
/** Found without a setting, or nothing of an API. */
const leftOut = /\.error-codes\.|(?:^|\/)api-error-codes\.|(?:^|\/)\.|\.schema\.json$|(?:^|\/)(?:package|tsconfig)[^/]*\.json$/i;
const mostDocuments = 50;
/** A page that mentions one or two codes is not their documentation. */
const fewestCodes = 3;
const configurations = ['api-error-codes.yaml', 'api-error-codes.yml', 'api-error-codes.json'];

/**
 * `api-error-codes init`: writes a configuration file and a check for CI. A file that is there stays as it is.
 * @returns 0 written, 2 something could not be read or written
 */
export async function runInit({ ci, dryRun }: InitArguments, sources: Sources, version: string): Promise<0 | 2> {
  const { streams, workingDirectory: folder, settings } = sources;
  const reading = await openReading(sources);
  if (!reading) return 2;
  const { session, ripgrep } = reading;
  const { documents, repeated, left } = await findDocuments(folder, ripgrep);
  const { inWorkspace, set } = await session.facts.factsOf(addressOf(resolveIn(folder, 'x')), settings);
  session.dispose();
  const shown = [...inWorkspace.keys()].flatMap((id) => set.catalogueById(id)?.title ?? []);
  for (const { path, codes } of documents) streams.out(`${printable(path)}: ${countErrorCodes(codes)}\n`);
  for (const { path, codes, within } of repeated)
    streams.out(`${l10n.t('{0}: {1}, all of them in {2}', printable(path), countErrorCodes(codes), printable(within))}\n`);
  if (left > 0)
    streams.out(
      `${l10n.t('Only the first {0} documents that may hold error codes were read, {1} were not.', mostDocuments, showNumber(left))}\n`,
    );
  if (shown.length > 0) streams.out(`${l10n.t('Known APIs that show here: {0}.', printable(shown.join(', ')))}\n`);
  const present = configurations.find((name) => kindOf(resolveIn(folder, name)) !== undefined);
  const files = [
    { file: present ?? 'api-error-codes.yaml', text: writeConfiguration(documents, shown) },
    ...(ci === 'none' ? [] : [writeCheck(ci, version)]),
  ];
  let isWritten = true;
  for (const { file, text } of files) {
    const path = resolveIn(folder, file);
    if (kindOf(path) !== undefined) streams.out(`${l10n.t('{0} is there already, and stays as it is.', file)}\n`);
    else if (dryRun) streams.out(`\n${l10n.t('{0} would be:', file)}\n\n${text}\n`);
    else if (await write(path, file, text, sources)) streams.out(`${l10n.t('{0}: written', file)}\n`);
    else isWritten = false;
  }
  return isWritten && sources.complete ? 0 : 2;
}

function countErrorCodes(codes: number): string {
  return formFor(codes, l10n.t('{0} error code', codes), l10n.t('{0} error codes', showNumber(codes)));
}

async function write(path: string, file: string, text: string, { streams }: Sources): Promise<boolean> {
  try {
    makeFolder(resolveIn(path, '..'), 0o777);
  } catch (error) {
    streams.error(`${file}: ${l10n.t('its folder cannot be made: {0}', describeError(error))}\n`);
    return false;
  }
  return writeOutput(text, path, streams, 'out');
}

/** The documents of a folder that hold error codes. */
interface FoundDocuments {
  /** Those with most codes first. */
  readonly documents: readonly CodesDocument[];
  /** Documents whose codes are all in one of the others: an API has several descriptions of one page. */
  readonly repeated: readonly { readonly path: string; readonly codes: number; readonly within: string }[];
  /** How many documents were not looked into. */
  readonly left: number;
}

async function findDocuments(folder: string, ripgrep: string): Promise<FoundDocuments> {
  const { files } = await listFiles([folder], typeOptions(names), ripgrep);
  const found: { path: string; name: string; codes: ReadonlySet<string>; causes: number }[] = [];
  const candidates = files
    .map((file) => pathFrom(folder, file))
    .filter((path) => kinds.test(path) && !leftOut.test(path) && !ofTests.test(path));
  for (const path of candidates.slice(0, mostDocuments)) {
    const { entry, read } = await readDocumentFile(resolveIn(folder, path));
    if ('problem' in read) continue;
    const { file } = await readDocuments([{ name: entry.name, text: read.text, host: entry }], {});
    if (!file || file.codes.length < fewestCodes) continue;
    const name = toCatalogueId(file.title) || toCatalogueId(path.replace(/^.*\/|\.[^.]*$/g, '')) || 'api';
    const codes = new Set(file.codes.map(({ code }) => String(code)));
    found.push({ path, name, codes, causes: file.codes.filter(({ cause }) => cause !== '').length });
  }
  found.sort((a, b) => b.codes.size - a.codes.size || b.causes - a.causes || a.path.length - b.path.length);
  const kept: typeof found = [];
  const documents: CodesDocument[] = [];
  const repeated: { path: string; codes: number; within: string }[] = [];
  const ids = new Set<string>();
  for (const document of found) {
    const { path, name, codes } = document;
    const whole = kept.find((other) => [...codes].every((code) => other.codes.has(code)));
    if (whole) {
      repeated.push({ path, codes: codes.size, within: whole.path });
      continue;
    }
    kept.push(document);
    let id = name;
    for (let number = 2; ids.has(id); number += 1) id = `${name}-${number}`;
    ids.add(id);
    documents.push({ path, id, codes: codes.size });
  }
  return { documents, repeated, left: Math.max(0, candidates.length - mostDocuments) };
}
