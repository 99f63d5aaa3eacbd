import { pathFrom } from '../../adapters/files/pathInside.ts';
import { addressOf } from '../../adapters/files/fileAddress.ts';
import { readSourceNow } from '../../adapters/files/readSource.ts';
import { createTimeSlices } from '../../adapters/files/timeSlices.ts';
import { compileWasmQuickly } from '../../adapters/startup/wasmTiers.ts';
import type { DocumentFacts } from '../../service/analysis/documentAnalysis.ts';
import { createLineIndex } from '../../service/analysis/lineIndex.ts';
import { findFileEvidence } from '../../service/evidence/fileEvidence.ts';
import type { DocumentText, LanguageService } from '../../service/index.ts';
import { languageIdOfPath, sourceExtensions, textExtensions } from '../../service/languages/sourceOf.ts';
import { type DeclaringFile, ownersOf, resolveImports } from '../../service/mentions/imports.ts';
import { describeFailure, findDeclaring } from './declaringFiles.ts';
import type { CheckFinding } from '../formats/checkReport.ts';
import { fewFiles, findHolding, findSources } from './findSources.ts';
import type { FolderReading } from './folderReading.ts';

/** The result of checking some files. */
export interface FileFindings {
  /** How many files were checked. */
  readonly files: number;
  /** By file and place. */
  readonly findings: readonly CheckFinding[];
  readonly skipped: readonly { readonly file: string; readonly reason: string }[];
  /** Something that was to be checked could not be read. */
  readonly unreadable: boolean;
  /** An API with known codes shows in a file that holds something. */
  readonly shows: boolean;
}

export interface FileCheck extends FolderReading {
  /** How a file is named in the report. */
  display(file: string): string;
  /** Told how far it is. */
  progress(done: number, of: number): void;
  /** Takes the constants that the files declare for codes, before those that import them are checked. */
  declare(files: readonly DeclaringFile[]): void;
}

const longestSubject = 200;

/** Checks the source files below some paths. @param only when given, of them only these */
export async function checkFiles(
  check: FileCheck,
  paths: readonly string[],
  only: ReadonlySet<string> | undefined,
): Promise<FileFindings> {
  const { service, facts, settings, set, signal, display } = check;
  const [sources, keyFiles] = await Promise.all([findSources(check, paths, only), findKeyFiles(check, paths)]);
  const skipped = sources.skipped.map(({ file, reason }) => ({ file: file === '' ? '' : display(file), reason }));
  if (sources.files.length <= fewFiles) compileWasmQuickly();
  let unreadable = skipped.length > 0;
  const byFile = new Map<string, readonly CheckFinding[]>();
  const declaring: DeclaringFile[] = [];
  const noted = new Set<string>();
  let shows = false;

  /** One file that fails harms only itself. */
  const checkOne = async (file: string, languageId: string, text: string): Promise<void> => {
    try {
      await look(file, languageId, text);
    } catch (error) {
      skipped.push({ file: display(file), reason: describeFailure(error) });
      unreadable = true;
    }
  };
  const look = async (file: string, languageId: string, text: string): Promise<void> => {
    const document = { uri: addressOf(file), languageId, text, once: true };
    const own = await facts.factsOf(document.uri, settings);
    const { findings, notices, constants } = await service.findFindings(document, own);
    shows ||= showsIn(text, own) || findings.length > 0;
    if (constants.length > 0) declaring.push({ uri: document.uri, constants });
    if (!noted.has(file)) for (const notice of notices) skipped.push({ file: display(file), reason: notice });
    noted.add(file);
    byFile.set(file, describeFindings(findings, document, display(file)));
  };

  const pause = createTimeSlices();
  let count = sources.silent;
  for (const file of [...sources.files, ...keyFiles.filter((file) => only === undefined || only.has(file))]) {
    await pause();
    if (signal.aborted) break;
    const languageId = languageIdOfPath(file);
    const isText = languageId === undefined;
    if (isText && !textExtensions.some((extension) => file.toLowerCase().endsWith(extension))) continue;
    if (!isText) count += 1;
    const read = readSourceNow(file, settings.fileSizeLimit * 1000);
    if (!read.ok) {
      if (!isText) count -= 1;
      skipped.push({ file: display(file), reason: read.reason });
      unreadable ||= read.unreadable;
      continue;
    }
    check.progress(count, sources.silent + sources.files.length);
    if (isText || service.mayConcern(read.text, set)) await checkOne(file, languageId ?? 'json', read.text);
  }
  if (only !== undefined || !paths.includes(check.folder)) declaring.push(...(await findDeclaring(check, sources.asked)));
  if (declaring.length > 0 && !signal.aborted) {
    check.declare([...declaring]);
    const known = [...declaring];
    for (const file of await findHolding(check, paths, ownersOf(known))) {
      await pause();
      const languageId = languageIdOfPath(file);
      if (languageId === undefined || signal.aborted || only?.has(file) === false) continue;
      const read = readSourceNow(file, settings.fileSizeLimit * 1000);
      const uses = read.ok && resolveImports(read.text, addressOf(file), known).size > 0;
      if (uses) await checkOne(file, languageId, read.text);
    }
  }
  const findings = [...byFile.values()].flat();
  return {
    files: count,
    findings: findings.sort((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : 0)),
    skipped,
    unreadable,
    shows,
  };
}

/** Whether an API with known codes shows in a text, or in the files around it. */
function showsIn(text: string, { inWorkspace, bySetting, set, path: name }: DocumentFacts): boolean {
  if (inWorkspace.size > 0 || [...bySetting.values()].includes(true)) return true;
  // A directive names one.
  return /error-codes:/.test(text) || findFileEvidence(text, name, set).size > 0;
}

/** Checks one text that is in no file, as if it were in one of this name. */
export async function checkText(check: FileCheck, file: string, text: string): Promise<FileFindings> {
  const languageId = languageIdOfPath(file);
  if (languageId === undefined) {
    const reason = `has a name that says no language; the endings are ${sourceExtensions.join(' ')}`;
    return { files: 0, findings: [], skipped: [{ file: check.display(file), reason }], unreadable: true, shows: false };
  }
  const document = { uri: addressOf(file), languageId, text };
  check.declare(await findDeclaring(check, [], [[document.uri, text]]));
  const own = await check.facts.factsOf(document.uri, check.settings);
  const { findings, notices } = await check.service.findFindings(document, own);
  return {
    files: 1,
    findings: describeFindings(findings, document, check.display(file)),
    skipped: notices.map((reason) => ({ file: check.display(file), reason })),
    unreadable: false,
    shows: showsIn(text, own) || findings.length > 0,
  };
}

/** Files of other kinds that may hold a key of an API. */
async function findKeyFiles(check: FileCheck, paths: readonly string[]): Promise<readonly string[]> {
  const prefixes = check.set.catalogues.flatMap(({ secrets, detect }) => (secrets.length > 0 ? detect.keyPrefixes : []));
  if (prefixes.length === 0) return [];
  const globs = textExtensions.map((extension) => `*${extension}`);
  return findHolding(check, paths, prefixes, globs);
}

function describeFindings(
  findings: Awaited<ReturnType<LanguageService['findFindings']>>['findings'],
  { text }: DocumentText,
  file: string,
): readonly CheckFinding[] {
  if (findings.length === 0) return [];
  const lines = createLineIndex(text);
  return findings.map(({ rule, severity, message, span, catalogue, codes }) => {
    const { start, end } = lines.rangeOf(span);
    return {
      file,
      line: start.line + 1,
      column: start.character + 1,
      endLine: end.line + 1,
      endColumn: end.character + 1,
      rule,
      severity,
      message,
      catalogue: catalogue ?? null,
      codes,
      // A key stays out of every report and baseline.
      subject:
        rule === 'exposed-key' ? '' : text.slice(span.start, span.end).replace(/\s+/g, ' ').trim().slice(0, longestSubject),
    };
  });
}

/** The path of a file for people and reports: relative to a folder, with `/`. */
export function displayIn(folder: string): (file: string) => string {
  return (file) => pathFrom(folder, file) || file;
}
