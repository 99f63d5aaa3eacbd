import * as l10n from '@vscode/l10n';
import { readOwnStream } from '../../adapters/files/givenInput.ts';
import { pathInside, resolveIn } from '../../adapters/files/pathInside.ts';
import { formFor, showNumber } from '../../service/render/numbers.ts';
import { describeProblem } from '../../shared/problem.ts';
import { type Severity, severityOrder } from '../../service/types.ts';
import { applyBaseline, type Baseline, readBaseline, writeBaseline } from '../checking/baseline.ts';
import { findChanged } from '../checking/changedSince.ts';
import { checkFiles, checkText, displayIn, type FileCheck, type FileFindings } from '../checking/checkFiles.ts';
import { openReading, problemsOf, rootsOf } from '../checking/folderReading.ts';
import type { CheckFormat } from '../formats/checkReport.ts';
import { formatReport } from '../formats/formatReport.ts';
import { describeNothing, type Nothing } from '../checking/nothingChecked.ts';
import { type OutputKind, writeOutput } from '../outputFile.ts';
import { sayingOnce } from '../streams.ts';
import type { Sources } from '../surroundings.ts';

/** The kind of output of each format, for standard output. */
const checkKinds: Readonly<Record<CheckFormat, OutputKind>> = {
  pretty: 'out',
  github: 'commands',
  json: 'document',
  sarif: 'document',
  junit: 'document',
};

/** Milliseconds between two lines of progress. */
const tellEvery = 100;

/** The options of the command. */
export interface CheckArguments {
  readonly format: CheckFormat;
  readonly out?: string;
  readonly failOn: Severity;
  /** More warnings than this fail the check; so many and fewer do not. Absent: only `failOn` decides. */
  readonly maxWarnings?: number;
  /** A file with the findings that are known. */
  readonly baseline?: string;
  readonly updateBaseline: boolean;
  /** Checks only files that have changed since this revision. */
  readonly changedSince?: string;
  /** Checks standard input as a file of this name. */
  readonly stdinFilename?: string;
  /** It is a failure when nothing was checked: no sources, or no API with known codes. */
  readonly requireCatalogue: boolean;
}

interface CheckOptions extends CheckArguments, Sources {
  readonly paths: readonly string[];
}

/**
 * `api-error-codes check`: reports findings in the files below some paths.
 * @returns 0 nothing at or above `failOn`, 1 findings, 2 something could not be read or written
 */
export async function runCheck(given: CheckOptions): Promise<0 | 1 | 2> {
  const options = { ...given, streams: sayingOnce(given.streams) };
  const { streams, baseline: baselineFile } = options;
  const baseline = baselineFile === undefined ? undefined : await openBaseline(baselineFile, options);
  if (baseline === 'wrong') return 2;
  const found = await check(options);
  if (!found) return 2;
  for (const problem of found.skipped) streams.error(`${describeProblem(problem)}\n`);
  // Half of a report looks like a good one, and half of a baseline forgets the rest.
  if (options.signal.aborted) {
    streams.error(`${l10n.t('Interrupted: not everything was checked, and nothing is reported.')}\n`);
    return 2;
  }
  const { nothing } = found;
  const isMissing = options.requireCatalogue && nothing?.fails === true;
  const isReported = options.format === 'pretty' && options.out === undefined && !options.updateBaseline;
  // That no file has changed is a whole answer.
  if (nothing?.fails === true && !isReported) streams.error(`${nothing.sentence}\n`);
  const roots = rootsOf(options.paths, options.workingDirectory);
  const isChecked = (file: string): boolean => isBelow(resolveIn(options.workingDirectory, file), roots);
  if (baselineFile !== undefined && options.updateBaseline) {
    if (found.unreadable || isMissing) {
      const kept = isMissing
        ? l10n.t('Nothing was checked: {0} stays as it is.', baselineFile)
        : l10n.t('Not everything could be read: {0} stays as it is.', baselineFile);
      streams.error(`${kept}\n`);
      return 2;
    }
    // A check of some folders must not drop the entries of others.
    const kept = baseline?.entries.filter(({ file }) => !isChecked(file)) ?? [];
    const written = await writeOutput(writeBaseline(found.findings, kept), baselineFile, streams, 'document');
    const known = found.findings.length + kept.reduce((sum, entry) => sum + entry.count, 0);
    if (written)
      streams.error(
        `${baselineFile}: ${formFor(known, l10n.t('{0} finding added.', known), l10n.t('{0} findings added.', showNumber(known)))}\n`,
      );
    return written ? 0 : 2;
  }
  const {
    fresh: findings,
    known,
    stale,
  } = baseline ? applyBaseline(found.findings, baseline, isChecked) : { fresh: found.findings, known: 0, stale: 0 };
  if (stale > 0 && options.changedSince === undefined && options.stdinFilename === undefined)
    streams.error(
      `${baselineFile}: ${formFor(
        stale,
        l10n.t('{0} finding is no longer there; --update-baseline forgets it.', stale),
        l10n.t('{0} findings are no longer there; --update-baseline forgets them.', showNumber(stale)),
      )}\n`,
    );
  const failing = findFailing(findings, options);
  const { files, skipped } = found;
  const complete = !found.unreadable && !isMissing;
  const told = { ...(baseline ? { known } : {}), ...(nothing && { nothing: nothing.sentence }) };
  const report = { files, findings, failing, skipped, complete, ...told };
  const text = await formatReport(report, options.format, streams, options.distribution);
  const written = await writeOutput(text, options.out, streams, checkKinds[options.format]);
  if (!complete || !written) return 2;
  return findings.some(({ severity }) => failing.has(severity)) ? 1 : 0;
}

/**
 * Reads the file of `--baseline`; undefined when it is only to be written. 'wrong' when it cannot be used: standard error has
 * the reason, and the file is not written over.
 */
async function openBaseline(file: string, { streams, updateBaseline }: CheckOptions): Promise<Baseline | 'wrong' | undefined> {
  const baseline = await readBaseline(file);
  if (baseline === undefined && updateBaseline) return undefined;
  if (baseline && 'entries' in baseline) return baseline;
  const problem = baseline?.problem ?? l10n.t('does not exist; --update-baseline writes it');
  streams.error(`${file}: ${updateBaseline ? l10n.t('{0}. It is not written over', problem) : problem}\n`);
  return 'wrong';
}

/** The severities whose findings fail the check. */
function findFailing(
  findings: readonly { readonly severity: Severity }[],
  { failOn, maxWarnings }: CheckOptions,
): ReadonlySet<Severity> {
  const failing = new Set(severityOrder.slice(0, severityOrder.indexOf(failOn) + 1));
  if (maxWarnings === undefined) return failing;
  // With an allowed number of warnings, `failOn` only decides about the other severities.
  if (findings.filter(({ severity }) => severity === 'warning').length > maxWarnings) failing.add('warning');
  else failing.delete('warning');
  return failing;
}

/** @returns undefined when the files to check are not known; standard error has the reason */
async function check(options: CheckOptions): Promise<(FileFindings & { readonly nothing: Nothing | undefined }) | undefined> {
  const { settings, workingDirectory, host, streams, signal } = options;
  const reading = await openReading(options);
  if (!reading) return undefined;
  const { session } = reading;
  let toldAt = 0;
  const run: FileCheck = {
    ...reading,
    display: displayIn(workingDirectory),
    progress(done, of) {
      if (!streams.progress || Date.now() - toldAt < tellEvery) return;
      toldAt = Date.now();
      streams.redraw(l10n.t('Checked {0} of {1} files', showNumber(done), showNumber(of)));
    },
  };
  const roots =
    options.stdinFilename === undefined
      ? rootsOf(options.paths, options.workingDirectory)
      : [resolveIn(workingDirectory, options.stdinFilename)];
  let found: FileFindings;
  if (options.stdinFilename !== undefined) {
    found = await checkText(run, resolveIn(workingDirectory, options.stdinFilename), await readStandardInput(signal));
  } else {
    const revision = options.changedSince;
    const changes = { roots, catalogues: session.store.catalogues(), workingDirectory, host, streams };
    const only = revision === undefined ? undefined : await findChanged({ ...changes, revision });
    if (only === 'unknown') return undefined;
    found = await checkFiles(run, roots, only);
  }
  const isUnreadable = (): boolean => found.unreadable || problemsOf(run).length > 0 || !session.complete || !options.complete;
  const nothing =
    found.findings.length > 0 || signal.aborted
      ? undefined
      : await describeNothing(
          { ...found, unreadable: isUnreadable() },
          { done: 'checked', roots, settings, workingDirectory, changedSince: options.changedSince, signal },
          session,
        );
  if (streams.progress) streams.redraw('');
  session.dispose();
  return { ...found, skipped: [...found.skipped, ...problemsOf(run)], unreadable: isUnreadable(), nothing };
}

async function readStandardInput(signal: AbortSignal): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of readOwnStream('-', signal)) chunks.push(chunk);
  return Buffer.concat(chunks)
    .toString('utf8')
    .replace(/^\ufeff/, '');
}

function isBelow(file: string, roots: readonly string[]): boolean {
  return roots.some((root) => pathInside(root, file) !== undefined);
}
