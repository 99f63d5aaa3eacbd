import type { Catalogue, HandlingSite, StatusPattern } from '../types.ts';
import { toStatusSet, admits, intersect } from './statusSet.ts';

/**
 * The codes that a site must handle: the catalogue's active ones, narrowed by what the code around it and its directives
 * say, in the order of the catalogue.
 * @param only groups, statuses or codes that a directive names; undefined: no such directive
 */
export function requiredCodes(
  site: HandlingSite,
  catalogue: Catalogue,
  only: readonly string[] | undefined,
  ignored: ReadonlySet<string>,
): readonly string[] {
  return [...catalogue.codes.values()]
    .filter(
      ({ code, retired, statuses, groups }) =>
        !retired &&
        !ignored.has(code) &&
        !site.takenBefore.has(code) &&
        (site.onlyCodes === undefined || site.onlyCodes.has(code)) &&
        (site.statuses === undefined || admits(site.statuses, statuses)) &&
        (only === undefined || only.some((word) => word === code || groups.includes(word) || matchesStatus(word, statuses))),
    )
    .map(({ code }) => code);
}

/** Whether a word of a directive is a status or class that one of the documented statuses falls under. */
function matchesStatus(word: string, statuses: readonly StatusPattern[]): boolean {
  if (!/^[1-5](\d\d|xx)$/.test(word)) return false;
  const wanted = toStatusSet(word.endsWith('xx') ? (word as '4xx') : Number(word));
  return statuses.some((pattern) => intersect(wanted, toStatusSet(pattern)).length > 0);
}

/** The codes that a site's arms name. */
export function handledCodes(site: HandlingSite): ReadonlySet<string> {
  return new Set(site.arms.flatMap(({ labels }) => labels.map(({ value }) => value)).filter((value) => value !== undefined));
}
