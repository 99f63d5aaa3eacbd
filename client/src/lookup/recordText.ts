import * as vscode from 'vscode';
import type { LookupRecord, LookupResult } from '../../../server/src/protocol.ts';

/** The time of a record in the zone of the settings, to the millisecond; a mark when its log gave no zone. */
export function describeTime({ time, timeAssumed }: LookupRecord): string {
  if (time === null) return vscode.l10n.t('no time');
  const utc = vscode.workspace.getConfiguration('apiErrorCodes').get('logs.timeZone') === 'utc';
  const offset = utc ? 0 : -new Date(time).getTimezoneOffset() * 60_000;
  const shown = new Date(Date.parse(time) + offset).toISOString().slice(0, 23).replace('T', ' ');
  return timeAssumed ? `${shown} ?` : shown;
}

/** A length of time: milliseconds, seconds, minutes or hours. */
export function describeDuration(ms: number): string {
  if (ms < 1_000) return vscode.l10n.t('{0} ms', Math.round(ms));
  if (ms < 60_000) return vscode.l10n.t('{0} s', (ms / 1_000).toFixed(1));
  if (ms < 3_600_000) return vscode.l10n.t('{0} min', (ms / 60_000).toFixed(1));
  return vscode.l10n.t('{0} h', (ms / 3_600_000).toFixed(1));
}

/** An amount of data. */
export function describeBytes(bytes: number): string {
  if (bytes < 1e3) return vscode.l10n.t('{0} bytes', bytes);
  if (bytes < 1e6) return vscode.l10n.t('{0} KB', (bytes / 1e3).toFixed(1));
  return bytes < 1e9 ? vscode.l10n.t('{0} MB', (bytes / 1e6).toFixed(1)) : vscode.l10n.t('{0} GB', (bytes / 1e9).toFixed(2));
}

/** What a look-up found, in one line: number of records, duration, the error that it ended with, what was left out. */
export function summariseResult({ records, durationMs, code, skipped, truncated, leftOut }: LookupResult): string {
  const parts = [records.length === 1 ? vscode.l10n.t('1 record') : vscode.l10n.t('{0} records', records.length)];
  if (durationMs !== null) parts.push(vscode.l10n.t('over {0}', describeDuration(durationMs)));
  if (code !== null) parts.push(vscode.l10n.t('failed with {0}', code));
  if (truncated) parts.push(vscode.l10n.t('there are more than are shown'));
  if (leftOut > 0) parts.push(vscode.l10n.t('without {0} of longer IDs that hold it', leftOut));
  if (skipped.length === 1) parts.push(vscode.l10n.t('1 file could not be read'));
  if (skipped.length > 1) parts.push(vscode.l10n.t('{0} files could not be read', skipped.length));
  return parts.join(' · ');
}
