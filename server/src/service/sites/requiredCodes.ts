import { onceFor } from '../../shared/onceFor.ts';
import { remember } from '../../shared/remember.ts';
import type { Catalogue, HandlingSite, StatusPattern } from '../types.ts';
import { toStatusSet, admits, intersect } from './statusSet.ts';

/**
 * The codes that a site must handle: the catalogue's active ones, in the order of the catalogue, without those that the code
 * around it and its directives exclude.
 * @param only groups, statuses or codes that a directive names; undefined: no such directive
 * @param byOperation the codes with which the operation can answer; undefined: no operation is certain
 */
export function requiredCodes(
  site: HandlingSite,
  catalogue: Catalogue,
  only: readonly string[] | undefined,
  ignored: ReadonlySet<string>,
  byOperation?: ReadonlySet<string>,
): readonly string[] {
  const isLimited = site.onlyCodes !== undefined || only !== undefined || byOperation !== undefined;
  const isNarrowed = site.takenBefore.size > 0 || site.statuses !== undefined || isLimited;
  // Of an open API, a status asks for the codes that are documented with it.
  const needsStatus = catalogue.open && site.statuses !== undefined && !isLimited;
  if (!isNarrowed && ignored.size === 0) return activeCodes(catalogue);
  return [...catalogue.codes.values()]
    .filter(
      ({ code, retired, statuses, groups }) =>
        !retired &&
        !ignored.has(code) &&
        !site.takenBefore.has(code) &&
        (site.onlyCodes === undefined || site.onlyCodes.has(code)) &&
        (site.statuses === undefined || admits(site.statuses, statuses)) &&
        !(needsStatus && statuses.length === 0) &&
        (byOperation === undefined || byOperation.has(code)) &&
        (only === undefined || only.some((word) => word === code || groups.includes(word) || matchesStatus(word, statuses))),
    )
    .map(({ code }) => code);
}

/** The codes that the documentation lists today, in the order of the catalogue; the same list each time. */
export const activeCodes = onceFor(({ codes }: Catalogue): readonly string[] =>
  [...codes.values()].filter(({ retired }) => !retired).map(({ code }) => code),
);

/** Lists that are the same for many sites: by the required codes, then by the handled ones. */
const differencesFrom = onceFor((_required: readonly string[]) => new Map<string, readonly string[]>());
const mostDifferences = 100;

/** The required codes that are not handled. Sites with the same codes share the work: catalogues may have thousands of codes. */
export function missingCodes(required: readonly string[], handled: ReadonlySet<string>): readonly string[] {
  const known = differencesFrom(required);
  if (known.size >= mostDifferences) known.clear();
  return remember(known, [...handled].join('\n'), () => required.filter((code) => !handled.has(code)));
}

/** Whether a word of a directive is a status or class that one of the documented statuses falls under. */
export function matchesStatus(word: string, statuses: readonly StatusPattern[]): boolean {
  if (!/^[1-5](\d\d|xx)$/.test(word)) return false;
  const wanted = toStatusSet(word.endsWith('xx') ? (word as '4xx') : Number(word));
  return statuses.some((pattern) => intersect(wanted, toStatusSet(pattern)).length > 0);
}

/** The codes that a site's arms name. */
export function handledCodes(site: HandlingSite): ReadonlySet<string> {
  const labels = site.arms.flatMap((arm) => arm.labels);
  // The class of all errors is a default. Classes share their sets of codes.
  const sets = new Set(labels.flatMap(({ errorClass }) => (errorClass && !errorClass.isBase ? [errorClass.codes] : [])));
  return new Set([...labels.flatMap(({ value }) => value ?? []), ...[...sets].flatMap((codes) => [...codes])]);
}
