import * as l10n from '@vscode/l10n';
import { InvalidArgumentError } from 'commander';
import { parseMoment } from '../shared/timeWindow.ts';

export function describeSince(): string {
  return l10n.t('leave out records before this time (ISO 8601, UTC when it has no zone; or 30m, 2h, 1d ago)');
}

export function describeUntil(): string {
  return l10n.t('leave out records from this time on');
}

/** Reads a time as an option gives it. @returns milliseconds since 1970 @throws InvalidArgumentError for anything else */
export function readMoment(value: string): number {
  const moment = parseMoment(value);
  if (moment === undefined)
    throw new InvalidArgumentError(
      l10n.t('It must be a time such as {0}, or {1} for two hours ago.', '2026-05-04T12:00:00Z', '2h'),
    );
  return moment;
}
