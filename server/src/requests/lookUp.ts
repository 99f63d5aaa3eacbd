import { buildTimeline } from '../service/requests/requestTimeline.ts';
import type { LogSearchRequest, LogSearchResult } from '../service/requests/logSearch.ts';
import type { Lookup } from '../service/requests/lookup.ts';

/** The sources of a look-up: logs and log engines. */
export interface LookupSources {
  searchLogs(request: LogSearchRequest): Promise<LogSearchResult>;
  /** Milliseconds since 1970. */
  now(): number;
}

/** Looks request ids up: every record of each by time, the places that were searched, and those that were not. */
export async function lookUp(request: Omit<LogSearchRequest, 'now'>, sources: LookupSources): Promise<Lookup> {
  const { found, ...searched } = await sources.searchLogs({ ...request, now: sources.now() });
  return {
    ...searched,
    engines: (request.engines ?? []).map(({ setting }) => setting),
    requests: found.map(({ requestId, records, truncated, outside }) => ({
      requestId,
      timeline: buildTimeline(records, requestId),
      truncated,
      outside,
    })),
  };
}
