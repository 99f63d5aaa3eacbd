import * as l10n from '@vscode/l10n';
import type { LogSummary, SummarisedRequest } from './logSummary.ts';
import { formatRecordTime } from '../render/recordTime.ts';
import { formatDuration } from '../../shared/formatDuration.ts';
import { formatNumber, formatShare } from '../../shared/formatNumber.ts';
import { showUnseen } from '../../shared/showUnseen.ts';

/** A table of a summary, for every form that it is shown in. */
export interface SummaryTable {
  /** Stable, for links and styles. */
  readonly id: 'codes' | 'overTime' | 'failing' | 'slowest' | 'unknown' | 'formats' | 'levels' | 'skipped';
  readonly title: string;
  readonly columns: readonly string[];
  /** As many cells as columns. */
  readonly rows: readonly (readonly SummaryCell[])[];
}

/** The content of a cell. */
export interface SummaryCell {
  readonly text: string;
  readonly kind: 'text' | 'number' | 'code' | 'requestId';
}

/** Facts of the whole, each with its name. */
export function describeTotals(summary: LogSummary): readonly (readonly [name: string, value: string])[] {
  const { first, last, records, files, bytes, requests, failed, untimed, leftOut, assumedZones } = summary;
  const range =
    first === null || last === null
      ? l10n.t('no record has a time')
      : `${describeTime(first)} – ${describeTime(last)} (${formatDuration(Date.parse(last) - Date.parse(first))})`;
  return [
    [
      l10n.t('Time'),
      assumedZones.length > 0 ? l10n.t('{0}; times without a zone are read as {1}', range, assumedZones.join(', ')) : range,
    ],
    [
      l10n.t('Records'),
      untimed > 0
        ? l10n.t('{0}, {1} of them without a time', formatNumber(records), formatNumber(untimed))
        : formatNumber(records),
    ],
    ...(leftOut > 0
      ? [[l10n.t('Left out'), l10n.t('{0} records outside of the time range', formatNumber(leftOut))] as const]
      : []),
    [l10n.t('Requests'), describeFailed(requests, failed)],
    [l10n.t('Read'), describeRead(files, bytes)],
  ];
}

function describeFailed(requests: number, failed: number): string {
  const all = formatNumber(requests);
  if (failed === 0) return l10n.t('{0}, none of them fails', all);
  const share = showShare(failed, requests);
  if (failed === 1) return l10n.t('{0}, 1 of them fails ({1})', all, share);
  return l10n.t('{0}, {1} of them fail ({2})', all, formatNumber(failed), share);
}

/** The limits of the summary, each a sentence. */
export function describeLimits({ limits, cancelled }: LogSummary): readonly string[] {
  return [...(cancelled ? [l10n.t('The reading was cancelled: this is a part of the logs.')] : []), ...limits.map(showUnseen)];
}

/** The tables of a summary that have rows, the most informative first. */
export function describeTables(summary: LogSummary): readonly SummaryTable[] {
  const { codes, failing, slowest, unknown, formats, levels, records, skipped } = summary;
  const code = l10n.t('Code');
  const count = l10n.t('Records');
  const share = l10n.t('Share');
  const tables: SummaryTable[] = [
    {
      id: 'codes',
      title: l10n.t('Error codes'),
      columns: [code, count, l10n.t('Status'), l10n.t('Cause')],
      rows: codes.map((each) => [cell(each.code, 'code'), cell(each.count), cell(each.status), cell(each.cause)]),
    },
    describeOverTime(summary),
    {
      id: 'failing',
      title: l10n.t('Failing requests, the last first'),
      columns: [l10n.t('Request ID'), code, l10n.t('Status'), l10n.t('Request'), l10n.t('Last record'), l10n.t('Duration')],
      rows: failing.map((each) => [
        ...describeRequest(each),
        cell(each.last === null ? '' : describeTime(each.last)),
        cell(formatDuration(each.durationMs), 'number'),
      ]),
    },
    {
      id: 'slowest',
      title: l10n.t('Slowest requests'),
      columns: [l10n.t('Request ID'), code, l10n.t('Status'), l10n.t('Request'), l10n.t('Duration'), count],
      rows: slowest.map((each) => [
        ...describeRequest(each),
        cell(formatDuration(each.durationMs), 'number'),
        cell(each.records),
      ]),
    },
    {
      id: 'unknown',
      title: l10n.t('Codes in no catalogue'),
      columns: [code, count],
      rows: unknown.map(({ name, count: times }) => [cell(name, 'code'), cell(times)]),
    },
    {
      id: 'levels',
      title: l10n.t('Levels'),
      columns: [l10n.t('Level'), count, share],
      rows: levels.map(({ name, count: times }) => [
        cell(name === 'none' ? l10n.t('none') : name),
        cell(times),
        cell(showShare(times, records), 'number'),
      ]),
    },
    {
      id: 'formats',
      title: l10n.t('Formats'),
      columns: [l10n.t('Format'), count, share],
      rows: formats.map(({ name, count: times }) => [cell(name), cell(times), cell(showShare(times, records), 'number')]),
    },
    {
      id: 'skipped',
      title: l10n.t('Not read, or not to the end'),
      columns: [l10n.t('File'), l10n.t('Reason')],
      rows: skipped.map(({ file, reason }) => [cell(file), cell(reason)]),
    },
  ];
  return tables.filter(({ rows }) => rows.length > 0);
}

function describeRead(files: number, bytes: number): string {
  const size = bytes < 1e6 ? l10n.t('{0} KB', formatNumber(bytes / 1e3, 1)) : l10n.t('{0} MB', formatNumber(bytes / 1e6, 1));
  return files === 1 ? l10n.t('1 file, {0}', size) : l10n.t('{0} files, {1}', formatNumber(files), size);
}

function describeOverTime({ overTime: { series, start, stepMs } }: LogSummary): SummaryTable {
  const begin = start === null ? 0 : Date.parse(start);
  const steps = series[0]?.counts.map((_, index) => index) ?? [];
  return {
    id: 'overTime',
    title: l10n.t('Error codes over time, steps of {0}', formatStep(stepMs)),
    columns: [l10n.t('From (UTC)'), ...series.map(({ code }) => code ?? l10n.t('other codes'))],
    rows: steps
      .filter((step) => series.some(({ counts }) => counts[step] !== 0))
      .map((step) => [
        cell(new Date(begin + step * stepMs).toISOString().slice(0, 16).replace('T', ' ')),
        ...series.map(({ counts }) => cell(counts[step] ?? 0)),
      ]),
  };
}

function describeRequest({ requestId, code, status, request }: SummarisedRequest): SummaryCell[] {
  return [
    cell(requestId, 'requestId'),
    cell(code ?? '', 'code'),
    cell(status === null ? '' : String(status)),
    cell(request ?? ''),
  ];
}

function cell(value: string | number, kind: SummaryCell['kind'] = typeof value === 'number' ? 'number' : 'text'): SummaryCell {
  return { text: showUnseen(typeof value === 'number' ? formatNumber(value) : value), kind };
}

/** A part of a whole in per cent; never all or nothing where it is not. */
function showShare(part: number, whole: number): string {
  const share = whole === 0 ? 0 : part / whole;
  return formatShare(part < whole ? Math.min(share, 0.99) : share);
}

function describeTime(iso: string): string {
  return formatRecordTime(Date.parse(iso), 'utc');
}

function formatStep(stepMs: number): string {
  const minutes = stepMs / 60_000;
  if (minutes < 60) return l10n.t('{0} min', minutes);
  return minutes < 1_440 ? l10n.t('{0} h', minutes / 60) : l10n.t('{0} d', minutes / 1_440);
}
