import type { LogSummary } from '../../service/summary/logSummary.ts';
import { createLogSummariser } from '../../service/summary/logSummariser.ts';
import type { LogSummaryRequest } from '../../service/summary/logSummaryRequest.ts';
import { readLogs } from './readLogs.ts';

/** Reads logs from the first record to the last and counts their contents, in bounded memory. */
export async function summariseLogs(request: LogSummaryRequest): Promise<LogSummary> {
  const summariser = createLogSummariser(request);
  return summariser.result(await readLogs(request, { onRecord: summariser.add }));
}
