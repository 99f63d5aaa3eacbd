import { InvalidArgumentError } from 'commander';
import { momentForm, parseMoment } from '../shared/timeWindow.ts';

export const describeSince = 'leave out records before this time (ISO 8601, UTC when it has no zone; or 30m, 2h, 1d ago)';
export const describeUntil = 'leave out records from this time on';

/** Reads a time as an option gives it. @returns milliseconds since 1970 @throws InvalidArgumentError for anything else */
export function readMoment(value: string): number {
  const moment = parseMoment(value);
  if (moment === undefined) throw new InvalidArgumentError(momentForm);
  return moment;
}
