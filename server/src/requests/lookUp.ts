import { buildTimeline } from '../service/requests/requestTimeline.ts';
import type { FoundRecord } from '../service/requests/foundRecord.ts';
import { joinFound } from '../service/requests/joinFound.ts';
import type { LogSearchRequest, LogSearchResult } from '../service/requests/logSearch.ts';
import type { LookedUp, Lookup } from '../service/requests/lookup.ts';
import { createRelatedFinder } from '../service/requests/relatedIds.ts';

/** The sources of a look-up: logs and log engines. */
export interface LookupSources {
  searchLogs(request: LogSearchRequest): Promise<LogSearchResult>;
  /** Milliseconds since 1970. */
  now(): number;
}

/** A look-up. */
export interface LookupRequest extends Omit<LogSearchRequest, 'now'> {
  /** Records that share another id with those of a request are taken in as well; streams cannot be read for them once more. */
  readonly related?: boolean;
}

/** Looks request ids up: every record of each by time, the places that were searched, and those that were not. */
export async function lookUp({ related = false, ...request }: LookupRequest, sources: LookupSources): Promise<Lookup> {
  const search = (requestIds: readonly string[], part: Partial<LogSearchRequest>) =>
    sources.searchLogs({ ...request, ...part, requestIds, now: sources.now() });
  const { found, ...searched } = await search(request.requestIds, {});
  const findRelated = createRelatedFinder(request.requestIds);
  const requests = found.map(({ requestId, records, ...facts }): LookedUp => {
    const timeline = buildTimeline(records, requestId);
    return { requestId, timeline, related: findRelated(timeline.entries, requestId), ...facts };
  });
  const engines = (request.engines ?? []).map(({ setting }) => setting);
  const ids = [...new Set(requests.flatMap((each) => each.related.map(({ id }) => id)))];
  if (!related || ids.length === 0 || searched.cancelled) return { ...searched, engines, requests };
  const second = await search(ids, { streams: [] });
  const tied = new Map(second.found.map(({ requestId, records }) => [requestId, buildTimeline(records, requestId).entries]));
  return {
    ...searched,
    cancelled: second.cancelled,
    skipped: [
      ...new Map([...searched.skipped, ...second.skipped].map((each) => [`${each.file}\0${each.reason}`, each])).values(),
    ],
    engines,
    requests: requests.map((each) => takeIn(each, tied)),
  };
}

/** A request with the records that its further ids tie to it. */
function takeIn(request: LookedUp, tied: ReadonlyMap<string, readonly FoundRecord[]>): LookedUp {
  const others = request.related.flatMap(({ kind, id }) =>
    (tied.get(id) ?? []).map((record): FoundRecord => ({ ...record, tiedBy: `${kind} ${id}` })),
  );
  const entries = joinFound([...request.timeline.entries, ...others]);
  const { leftOut, code, status, method, path } = request.timeline;
  // The request ended as its own records say.
  return { ...request, timeline: { ...buildTimeline(entries), leftOut, code, status, method, path } };
}
