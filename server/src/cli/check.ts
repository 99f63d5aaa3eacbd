import { statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { createCatalogueStore } from '../catalogueStore.ts';
import { createFactsFinder } from '../documentFacts.ts';
import type { Host } from '../host.ts';
import { createLineIndex } from '../service/analysis/lineIndex.ts';
import { createLanguageService } from '../service/index.ts';
import { languageIdOfPath, sourceExtensions } from '../service/languages/sourceOf.ts';
import type { Settings } from '../service/settings.ts';
import { createParserPool } from '../service/syntax/parserPool.ts';
import { type Catalogue, type Severity, severityOrder } from '../service/types.ts';
import { createWorkspaceEvidence } from '../workspaceEvidence.ts';
import { findCandidates, needlesOf } from '../adapters/findCandidates.ts';
import type { CheckFinding, CheckFormat, CheckReport } from './formats/checkReport.ts';
import { formatReport } from './formats/formatReport.ts';
import { listFiles } from './listFiles.ts';
import type { Streams } from './streams.ts';

export interface CheckOptions {
  readonly paths: readonly string[];
  readonly format: CheckFormat;
  readonly failOn: Severity;
  /** More warnings than this fail the check, so many and fewer do not. Absent: `failOn` alone decides. */
  readonly maxWarnings: number | undefined;
  readonly settings: Settings;
  readonly catalogues: readonly Catalogue[];
  readonly workingDirectory: string;
  readonly host: Host;
  readonly streams: Streams;
  readonly signal: AbortSignal;
}

/**
 * `api-error-codes check`: reports findings in the files below some paths.
 * @returns 0 nothing at or above `failOn`, 1 findings, 2 something could not be read
 */
export async function runCheck(options: CheckOptions): Promise<0 | 1 | 2> {
  const { streams, host } = options;
  const ripgrep = host.ripgrepPath();
  if (ripgrep === undefined) {
    streams.error('No ripgrep was found: install the package with its optional dependencies (@vscode/ripgrep).\n');
    return 2;
  }
  const report = await check(options, ripgrep);
  streams.out(formatReport(report, options.format, streams));
  for (const { file, reason } of report.skipped) streams.error(`${file === '' ? '' : `${file}: `}${reason}\n`);
  if (report.unreadable) return 2;
  const worst = severityOrder.indexOf(options.failOn);
  const { maxWarnings } = options;
  const warnings = report.findings.filter(({ severity }) => severity === 'warning').length;
  if (maxWarnings !== undefined && warnings > maxWarnings) return 1;
  // A number of warnings that is allowed is allowed: `failOn` then speaks of the other severities.
  const failing = report.findings.filter(({ severity }) => maxWarnings === undefined || severity !== 'warning');
  return failing.some(({ severity }) => severityOrder.indexOf(severity) <= worst) ? 1 : 0;
}

async function check(
  { paths, settings, catalogues, workingDirectory, host, streams, signal }: CheckOptions,
  ripgrep: string,
): Promise<CheckReport & { readonly unreadable: boolean }> {
  const globs = sourceExtensions.map((extension) => `*${extension}`);
  const roots = paths.length === 0 ? [workingDirectory] : paths.map((given) => path.resolve(workingDirectory, given));
  // A folder's own catalogues are found as the editor finds them; one that is named as well counts once.
  const store = createCatalogueStore(host, catalogues);
  await store.reload([{ path: workingDirectory, links: settings.catalogueLinks }], true);
  for (const notice of store.notices()) streams.error(`${notice}\n`);
  const broken = store.problems();
  for (const { uri, line, column, message } of broken) {
    streams.error(
      `${path.relative(workingDirectory, fileURLToPath(uri))}:${line + 1}:${column + 1}: catalogue-error: ${message}\n`,
    );
  }
  const evidence = createWorkspaceEvidence(
    host.scanEvidence,
    () => facts.setOf(settings),
    () => undefined,
  );
  const facts = createFactsFinder({
    host,
    evidence,
    catalogues: store.catalogues,
    folders: () => [pathToFileURL(workingDirectory).href],
    declaring: () => [],
  });
  const [listing, candidates] = await Promise.all([
    listFiles(roots, globs, ripgrep),
    findCandidates(roots, globs, needlesOf(facts.setOf(settings)), ripgrep),
  ]);
  const service = createLanguageService({ parsers: createParserPool(host.grammars), rulePage: () => undefined });
  const display = (file: string): string => path.relative(workingDirectory, file).split(path.sep).join('/') || file;
  const findings: CheckFinding[] = [];
  const skipped = listing.skipped.map(({ file, reason }) => ({ file: file === '' ? '' : display(file), reason }));
  let unreadable = skipped.length > 0 || broken.length > 0 || store.notices().length > 0;
  let files = 0;
  for (const file of listing.files) {
    if (signal.aborted) break;
    const languageId = languageIdOfPath(file);
    if (languageId === undefined) continue;
    const holdsNothing = candidates !== undefined && !candidates.has(file);
    const read = await readSource(file, settings.fileSizeLimit * 1000, holdsNothing);
    if (!read.ok) {
      skipped.push({ file: display(file), reason: read.reason });
      unreadable ||= read.unreadable;
      continue;
    }
    files += 1;
    if (streams.progress && files % 50 === 0) streams.error(`\r\u001b[KChecked ${files} of ${listing.files.length} files`);
    const uri = pathToFileURL(file).href;
    if (!service.mayConcern(read.text, facts.setOf(settings))) continue;
    const found = await service.findFindings({ uri, languageId, text: read.text }, await facts.factsOf(uri, settings));
    service.forget(uri);
    const lines = createLineIndex(read.text);
    for (const notice of found.notices) skipped.push({ file: display(file), reason: notice });
    for (const { rule, severity, message, span, catalogue, codes } of found.findings) {
      const { start, end } = lines.rangeOf(span);
      findings.push({
        file: display(file),
        line: start.line + 1,
        column: start.character + 1,
        endLine: end.line + 1,
        endColumn: end.character + 1,
        rule,
        severity,
        message,
        catalogue: catalogue ?? null,
        codes,
      });
    }
  }
  if (streams.progress) streams.error('\r\u001b[K');
  evidence.dispose();
  return { files, findings, skipped, unreadable };
}

type Source =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly reason: string; readonly unreadable: boolean };

/** @param holdsNothing what is in the file does not matter: only whether it could be checked */
async function readSource(file: string, limit: number, holdsNothing: boolean): Promise<Source> {
  try {
    // Thousands of times: the call that waits costs a quarter of the one that does not.
    const { size } = statSync(file);
    if (size > limit) return { ok: false, reason: `is larger than ${limit / 1000} KB`, unreadable: false };
    if (holdsNothing) return { ok: true, text: '' };
    const bytes = await readFile(file);
    if (bytes.includes(0)) return { ok: false, reason: 'is not text', unreadable: false };
    return { ok: true, text: bytes.toString('utf8').replace(/^\ufeff/, '') };
  } catch (error) {
    return { ok: false, reason: `cannot be read: ${error instanceof Error ? error.message : String(error)}`, unreadable: true };
  }
}
