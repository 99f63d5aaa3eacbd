import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { listChangedFiles } from '../adapters/changedFiles.ts';
import type { Host } from '../host.ts';
import type { Settings } from '../service/settings.ts';
import { type Catalogue, type Severity, severityOrder } from '../service/types.ts';
import { applyBaseline, readBaseline, writeBaseline } from './baseline.ts';
import { checkFiles, checkText, displayIn, type FileCheck, type FileFindings } from './checkFiles.ts';
import type { CheckFormat } from './formats/checkReport.ts';
import { formatReport } from './formats/formatReport.ts';
import { writeOutput } from './outputFile.ts';
import { createSession } from './session.ts';
import type { Streams } from './streams.ts';

export interface CheckOptions {
  readonly paths: readonly string[];
  readonly format: CheckFormat;
  readonly out: string | undefined;
  readonly failOn: Severity;
  /** More warnings than this fail the check, so many and fewer do not. Absent: `failOn` alone decides. */
  readonly maxWarnings: number | undefined;
  /** A file with the findings that are known. */
  readonly baseline: string | undefined;
  readonly updateBaseline: boolean;
  /** Checks only what has changed since this revision. */
  readonly changedSince: string | undefined;
  /** Checks standard input as a file of this name. */
  readonly stdinFilename: string | undefined;
  readonly settings: Settings;
  readonly catalogues: readonly Catalogue[];
  readonly workingDirectory: string;
  readonly distribution: string;
  readonly host: Host;
  readonly streams: Streams;
  readonly signal: AbortSignal;
}

/**
 * `api-error-codes check`: reports findings in the files below some paths.
 * @returns 0 nothing at or above `failOn`, 1 findings, 2 something could not be read or written
 */
export async function runCheck(options: CheckOptions): Promise<0 | 1 | 2> {
  const { streams, host, baseline: baselineFile } = options;
  const ripgrep = host.ripgrepPath();
  if (ripgrep === undefined) {
    streams.error('No ripgrep was found: install the package with its optional dependencies (@vscode/ripgrep).\n');
    return 2;
  }
  const found = await check(options, ripgrep);
  if (!found) return 2;
  for (const { file, reason } of found.skipped) streams.error(`${file === '' ? '' : `${file}: `}${reason}\n`);
  if (baselineFile !== undefined && options.updateBaseline) {
    const written = await writeOutput(writeBaseline(found.findings), baselineFile, streams);
    if (written) streams.error(`${baselineFile}: ${found.findings.length} findings are known from now on.\n`);
    return written && !found.unreadable ? 0 : 2;
  }
  const baseline = baselineFile === undefined ? undefined : await readBaseline(baselineFile);
  if (baseline && 'problem' in baseline) {
    streams.error(`${baselineFile}: ${baseline.problem}\n`);
    return 2;
  }
  const { fresh, known, stale } = baseline
    ? applyBaseline(found.findings, baseline)
    : { fresh: found.findings, known: 0, stale: 0 };
  if (stale > 0 && options.changedSince === undefined && options.stdinFilename === undefined)
    streams.error(`${baselineFile}: ${stale} findings are no longer there; --update-baseline forgets them.\n`);
  const findings = fresh.map(({ subject: _subject, ...finding }) => finding);
  const report = { files: found.files, findings, skipped: found.skipped, ...(baseline ? { known } : {}) };
  const text = await formatReport(report, options.format, streams, options.distribution);
  const written = await writeOutput(text, options.out, streams);
  if (found.unreadable || !written) return 2;
  return fails(findings, options) ? 1 : 0;
}

function fails(findings: readonly { readonly severity: Severity }[], { failOn, maxWarnings }: CheckOptions): boolean {
  const worst = severityOrder.indexOf(failOn);
  const warnings = findings.filter(({ severity }) => severity === 'warning').length;
  if (maxWarnings !== undefined && warnings > maxWarnings) return true;
  // A number of warnings that is allowed is allowed: `failOn` then speaks of the other severities.
  const failing = findings.filter(({ severity }) => maxWarnings === undefined || severity !== 'warning');
  return failing.some(({ severity }) => severityOrder.indexOf(severity) <= worst);
}

/** @returns undefined when what is to be checked cannot be told; standard error says why */
async function check(options: CheckOptions, ripgrep: string): Promise<FileFindings | undefined> {
  const { paths, settings, workingDirectory, streams, signal } = options;
  const session = await createSession(options);
  const { store, facts, service } = session;
  const run: FileCheck = {
    service,
    facts,
    settings,
    set: facts.setOf(settings),
    ripgrep,
    signal,
    display: displayIn(workingDirectory),
    progress(done, of) {
      if (streams.progress) streams.error(`\r\u001b[KChecked ${done} of ${of} files`);
    },
    declare: session.declare,
  };
  const roots = paths.length === 0 ? [workingDirectory] : paths.map((given) => path.resolve(workingDirectory, given));
  let found: FileFindings;
  if (options.stdinFilename !== undefined) {
    found = await checkText(run, path.resolve(workingDirectory, options.stdinFilename), await readStandardInput());
  } else {
    const only = await findOnly(options, store.catalogues());
    if (only === 'unknown') return undefined;
    found = await checkFiles(run, roots, only);
  }
  if (streams.progress) streams.error('\r\u001b[K');
  session.dispose();
  return { ...found, unreadable: found.unreadable || !session.complete };
}

async function readStandardInput(): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(Buffer.from(chunk as Uint8Array));
  return Buffer.concat(chunks)
    .toString('utf8')
    .replace(/^\ufeff/, '');
}

/** The files to check, when only changed ones are: all of them when a catalogue has changed, since that concerns every file. */
async function findOnly(
  { changedSince, workingDirectory, streams }: CheckOptions,
  catalogues: readonly Catalogue[],
): Promise<ReadonlySet<string> | undefined | 'unknown'> {
  if (changedSince === undefined) return undefined;
  const changed = await listChangedFiles(workingDirectory, changedSince);
  if ('problem' in changed) {
    streams.error(`--changed-since: ${changed.problem}\n`);
    return 'unknown';
  }
  const uris = new Set(changed.files.map((file) => pathToFileURL(file).href));
  const catalogue = catalogues.find(({ uri }) => uri !== undefined && uris.has(uri));
  if (!catalogue) return new Set(changed.files);
  streams.error(`The catalogue of ${catalogue.title} has changed since ${changedSince}: all files are checked.\n`);
  return undefined;
}
