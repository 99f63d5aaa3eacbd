import type { LogSummary } from '../../service/summary/logSummary.ts';
import { createLogSummariser } from '../../service/summary/logSummariser.ts';
import type { LogSummaryRequest } from '../../service/summary/logSummaryRequest.ts';
import { readLogs } from './readLogs.ts';

/** Reads logs from the first record to the last and counts their contents, in bounded memory. */
export async function summariseLogs(request: LogSummaryRequest): Promise<LogSummary> {
  const summariser = createLogSummariser(request);
  // A summary is about requests: to look for traces would take time for nothing.
  const recogniser = { ...request.recogniser, findOwnTrace: () => undefined };
  return summariser.result(await readLogs({ ...request, recogniser }, { onRecord: summariser.add }));
}
