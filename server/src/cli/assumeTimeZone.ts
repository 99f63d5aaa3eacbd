import * as l10n from '@vscode/l10n';
import { InvalidArgumentError, Option } from 'commander';
import { type AssumedZone, isZone } from '../service/logs/times/assumedZones.ts';
import { compileGlob } from '../service/matching/glob.ts';

/** The option that says in which zones the times of logs are that have none. It may be given several times. */
export function assumeTimeZone(): Option {
  return new Option(
    '--assume-time-zone <glob=zone>',
    l10n.t('the zone of times that have none, in logs that a glob matches: api*.log=Europe/Berlin, *=+02:00 (repeatable)'),
  )
    .argParser((value: string, given: readonly AssumedZone[] | undefined) => [...(given ?? []), readAssumedZone(value)])
    .default([]);
}

function readAssumedZone(value: string): AssumedZone {
  const at = value.lastIndexOf('=');
  const [glob, zone] = [value.slice(0, Math.max(0, at)), value.slice(at + 1)];
  if (at < 0 || !compileGlob(glob).ok || !isZone(zone))
    throw new InvalidArgumentError(l10n.t('It must be a glob and a time zone, such as api*.log=Europe/Berlin.'));
  return { glob, zone };
}
