import * as l10n from '@vscode/l10n';
import { withoutUndefined } from '../../shared/withoutUndefined.ts';
import { pathFrom } from '../../adapters/files/pathInside.ts';
import { addressOf, fileOf } from '../../adapters/files/fileAddress.ts';
import type { DocumentFacts } from '../../service/analysis/documentAnalysis.ts';
import { createLineIndex } from '../../service/lineIndex.ts';
import { namesModule } from '../../service/analysis/concern.ts';
import { findFileEvidence } from '../../service/evidence/fileEvidence.ts';
import type { DocumentText, LanguageService } from '../../service/index.ts';
import { languageIdOfPath, sourceExtensions, textExtensions } from '../../service/languages/sourceOf.ts';
import { type DeclaringFile, resolveImports } from '../../service/mentions/imports.ts';
import { showProblem, type Problem } from '../../shared/problem.ts';
import type { CheckFinding } from '../formats/checkReport.ts';
import { findDeclaring } from './declaringFiles.ts';
import { findHolding } from './findSources.ts';
import type { FolderReading } from './folderReading.ts';
import { readSources } from './readSources.ts';

/** The result of checking some files. */
export interface FileFindings {
  /** How many files were checked. */
  readonly files: number;
  /** By file and place. */
  readonly findings: readonly CheckFinding[];
  readonly skipped: readonly Problem[];
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
}

const longestSubject = 200;

/** Checks the source files below some paths. @param only when given, of them only these */
export async function checkFiles(
  check: FileCheck,
  paths: readonly string[],
  only: ReadonlySet<string> | undefined,
): Promise<FileFindings> {
  const { settings, display } = check;
  const { service, facts } = check.session;
  const set = facts.setOf(settings);
  const byFile = new Map<string, readonly CheckFinding[]>();
  const declaring: DeclaringFile[] = [];
  let shows = false;
  const { files, problems, unreadable } = await readSources(check, {
    paths,
    only,
    texts: findKeyFiles(check, paths),
    endsSoon: true,
    progress: check.progress,
    async look(document, importing) {
      const { uri, text } = document;
      const isWanted = importing ? resolveImports(text, uri, importing).size > 0 : service.mayConcern(text, set);
      if (!isWanted) return [];
      const own = await facts.factsOf(uri, settings);
      const { findings, notices, constants } = await service.findFindings(document, own);
      shows ||= showsIn(text, own) || findings.length > 0;
      if (constants.length > 0) declaring.push({ uri, constants });
      byFile.set(uri, describeFindings(findings, document, display(fileOf(uri) ?? uri)));
      return notices;
    },
    declared: () => [...declaring],
  });
  const findings = [...byFile.values()].flat();
  return {
    files,
    findings: findings.sort((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : 0)),
    skipped: problems.map((problem) => showProblem(problem, display)),
    unreadable,
    shows,
  };
}

/** Whether an API with known codes shows in a text, or in the files around it. */
function showsIn(text: string, { inWorkspace, bySetting, set, path: name }: DocumentFacts): boolean {
  if (inWorkspace.size > 0 || [...bySetting.values()].includes(true)) return true;
  // A directive names one.
  return /error-codes:/.test(text) || findFileEvidence(text, name, set).size > 0 || namesModule(text, set);
}

/** Checks one text that is in no file, as if it were in one of this name. */
export async function checkText(check: FileCheck, file: string, text: string): Promise<FileFindings> {
  const languageId = languageIdOfPath(file);
  if (languageId === undefined) {
    const reason = l10n.t('has a name that says no language; the endings are {0}', sourceExtensions.join(' '));
    return { files: 0, findings: [], skipped: [{ file: check.display(file), reason }], unreadable: true, shows: false };
  }
  const document = { uri: addressOf(file), languageId, text };
  const { declare, facts, service } = check.session;
  declare(await findDeclaring(check, [], [[document.uri, text]]));
  const own = await facts.factsOf(document.uri, check.settings);
  const { findings, notices } = await service.findFindings(document, own);
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
  const { catalogues } = check.session.facts.setOf(check.settings);
  const prefixes = catalogues.flatMap(({ secrets, detect }) => (secrets.length > 0 ? detect.keyPrefixes : []));
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
  return findings.map(({ rule, severity, message, span, catalogue, codes, classes }) => {
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
      ...withoutUndefined({ classes }),
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
