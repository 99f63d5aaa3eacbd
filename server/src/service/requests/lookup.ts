import { describeEngine, type EngineSetting } from '../engines/engineSettings.ts';
import type { LogRecord } from '../logs/logRecord.ts';
import type { FoundRecord, RequestTimeline } from './foundRecord.ts';
import { joinFound } from './joinFound.ts';
import type { RelatedId } from './relatedIds.ts';
import { buildTimeline } from './requestTimeline.ts';
import type { LogSearchResult } from './logSearch.ts';

/** A request that was looked up. */
export interface LookedUp {
  readonly requestId: string;
  /** Without entries where no record contains the id. */
  readonly timeline: RequestTimeline;
  /** Further ids in its records, by which others are found. */
  readonly related: readonly RelatedId[];
  /** There are more records than were kept. */
  readonly truncated: boolean;
  /** How many records were found, those that were not kept among them. */
  readonly total: number;
  /** How many records were left out by their times. */
  readonly outside: number;
}

/** The answer of a look-up. */
export interface Lookup extends Omit<LogSearchResult, 'found'> {
  /** One for each id that was looked for, in their order. */
  readonly requests: readonly LookedUp[];
  /** The log engines that were asked. */
  readonly engines: readonly EngineSetting[];
}

/** Several requests as one: their records by time, each once. Without an answer for none. */
export function joinRequests(requests: readonly LookedUp[]): LookedUp | undefined {
  const [only] = requests;
  if (requests.length <= 1) return only;
  const entries = requests.flatMap(({ timeline }) => timeline.entries);
  const timeline = buildTimeline(joinFound(entries));
  const related = requests.flatMap((request) => request.related);
  const leftOut = requests.reduce((sum, request) => sum + request.timeline.leftOut, 0);
  return {
    requestId: requests.map(({ requestId }) => requestId).join(', '),
    related: [...new Map(related.map((each) => [each.id, each])).values()],
    timeline: { ...timeline, leftOut },
    truncated: requests.some(({ truncated }) => truncated),
    total: requests.reduce((sum, { total }) => sum + total, 0),
    outside: requests.reduce((sum, { outside }) => sum + outside, 0),
  };
}

/** Whether something was found of an id: how much of it is kept does not matter. */
export function isFound({ timeline, truncated }: LookedUp): boolean {
  return timeline.entries.length > 0 || truncated;
}

/** The log engines that were asked, as part of a list that begins with files: empty, or with a comma in front of each. */
export function describeAsked({ engines }: Lookup): string {
  return engines.map((setting) => `, ${describeEngine(setting)}`).join('');
}

/** A record as a program gets it. */
export interface DescribedRecord extends Pick<FoundRecord, 'source' | 'file' | 'line' | 'text'> {
  /** ISO 8601 in UTC with milliseconds; null when the record has no time. */
  readonly time: string | null;
  /** The zone that the time was read in, since the log gives none; absent: the log gives it, or there is no time. */
  readonly assumedZone?: string;
  readonly level: string | null;
  readonly status: number | null;
  readonly code: string | null;
  /** How it writes the id, where that is not as the id was asked for. */
  readonly foundAs?: string;
  /** The kind and the id of what ties it to the request, where it does not hold the request's id. */
  readonly tiedBy?: string;
}

/** The zone that a record's time was read in, since the log gives none; undefined: the log gives it, or there is no time. */
export function assumedZoneOf({ time }: LogRecord): string | undefined {
  return time?.zoneAssumed === true ? (time.assumed?.zone ?? 'UTC') : undefined;
}

/** Describes a record for a program; a fact that the record does not have is null. */
export function describeRecord({ source, file, line, record, text, foundAs, tiedBy }: FoundRecord): DescribedRecord {
  const zone = assumedZoneOf(record);
  return {
    source,
    file,
    line,
    time: record.time === undefined ? null : new Date(record.time.ms).toISOString(),
    ...(zone !== undefined && { assumedZone: zone }),
    level: record.level ?? null,
    status: record.status ?? null,
    code: record.code ?? null,
    ...(foundAs !== undefined && { foundAs }),
    ...(tiedBy !== undefined && { tiedBy }),
    text,
  };
}
