import * as vscode from 'vscode';
import type { LookupRecord, LookupResult } from '../../../server/src/protocol/lookupProtocol.ts';
import { nameLog } from '../nameLog.ts';
import { plainText } from '../plainText.ts';
import { formatBytes } from '../../../server/src/shared/formatBytes.ts';
import { formatDuration } from '../../../server/src/shared/formatDuration.ts';
import { describeProblem } from '../../../server/src/shared/problem.ts';
import { showUnseen } from '../../../server/src/shared/showUnseen.ts';

/** The time of a record in the zone of the settings, to the millisecond; a mark when its log gave no zone. */
export function describeTime(record: LookupRecord): string {
  return record.assumedZone === undefined ? describePlainTime(record) : `${describePlainTime(record)} ?`;
}

/** The same without a mark. */
export function describePlainTime({ time }: LookupRecord): string {
  if (time === null) return vscode.l10n.t('no time');
  return new Date(Date.parse(time) + offsetOf(time) * 60_000).toISOString().slice(0, 23).replace('T', ' ');
}

/** Describes why the time of a record is doubtful, in a sentence; empty when it is not. */
export function describeTimeNote({ assumedZone }: Pick<LookupRecord, 'assumedZone'>): string {
  return assumedZone === undefined ? '' : vscode.l10n.t('The log gives no time zone; the time was read as {0}.', assumedZone);
}

/** The zone that the times of records are shown in: `UTC`, `+02:00`, or `local` where the clocks were changed in between. */
export function describeZone(records: readonly Pick<LookupRecord, 'time'>[]): string {
  if (isUtc()) return 'UTC';
  const offsets = new Set(records.flatMap(({ time }) => (time === null ? [] : offsetOf(time))));
  const [offset, other] = offsets;
  if (offset === undefined || other !== undefined) return vscode.l10n.t('local');
  const hours = Math.floor(Math.abs(offset) / 60);
  const minutes = Math.abs(offset) % 60;
  return `${offset < 0 ? '-' : '+'}${String(hours).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`;
}

function isUtc(): boolean {
  return vscode.workspace.getConfiguration('apiErrorCodes').get('logs.timeZone') === 'utc';
}

/** Minutes that the shown zone is ahead of UTC at a time. */
function offsetOf(time: string): number {
  // No minus zero.
  return isUtc() ? 0 : 0 - new Date(time).getTimezoneOffset();
}

/** The place of a record, for people: its file, or the name of its output channel. */
export function describeFile({ uri, file }: Pick<LookupRecord, 'uri' | 'file'>): string {
  return showUnseen(uri?.startsWith('output:') === true ? nameLog(vscode.Uri.parse(uri)) : file);
}

/** The same with the line; a log engine has none. */
export function describePlace(record: Pick<LookupRecord, 'uri' | 'file' | 'line'>): string {
  return record.uri === undefined ? describeFile(record) : `${describeFile(record)}:${record.line}`;
}

/** How a record writes the id that was looked up; empty where that is as it was asked for. */
export function describeFoundAs({ foundAs }: Pick<LookupRecord, 'foundAs'>): string {
  return foundAs === undefined ? '' : vscode.l10n.t('found as {0}', showUnseen(foundAs));
}

/** Why a record belongs to the request though it does not hold its id; empty where it does. */
export function describeTie({ tiedBy }: Pick<LookupRecord, 'tiedBy'>): string {
  return tiedBy === undefined ? '' : vscode.l10n.t('related by {0}', showUnseen(tiedBy));
}

/** An amount of data. */
export function describeBytes(bytes: number): string {
  return formatBytes(bytes, vscode.l10n.t('bytes'));
}

/** Sums up a look-up in one line: number of records, duration, the error that it ended with, and the parts left out. */
export function summariseResult(result: LookupResult): string {
  const { records, durationMs, code, skipped, truncated, leftOut, related, cancelled } = result;
  const parts = [records.length === 1 ? vscode.l10n.t('1 record') : vscode.l10n.t('{0} records', records.length)];
  if (durationMs !== null) parts.push(vscode.l10n.t('in {0}', formatDuration(durationMs)));
  if (code !== null) parts.push(vscode.l10n.t('failed with {0}', code));
  if (cancelled) parts.push(vscode.l10n.t('the look-up was cancelled: there may be more'));
  if (truncated)
    parts.push(
      vscode.l10n.t('the first, the last and those that failed of more: apiErrorCodes.lookup.maxRecords says how many are shown'),
    );
  if (leftOut > 0) parts.push(vscode.l10n.t('without {0} that only contain it in a longer ID', leftOut));
  if (related.length > 0 && records.every(({ tiedBy }) => tiedBy === undefined))
    parts.push(vscode.l10n.t('related: {0}', related.map(({ kind, id }) => `${kind} ${showUnseen(id)}`).join(', ')));
  const [first] = skipped;
  const said = first === undefined ? '' : plainText(describeProblem(first));
  if (skipped.length === 1) parts.push(vscode.l10n.t('1 source could not be read: {0}', said));
  if (skipped.length > 1) parts.push(vscode.l10n.t('{0} sources could not be read, one of them {1}', skipped.length, said));
  return parts.join(' · ');
}
