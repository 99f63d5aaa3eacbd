/** The state that a summary keeps for when the window is loaded again: the addresses of its logs. */
export interface LogReportState {
  readonly logs: readonly string[];
}

/** Reads the state of an earlier page, which may have any shape. @returns undefined when there is nothing to summarise again */
export function readLogReportState(kept: unknown): LogReportState | undefined {
  if (typeof kept !== 'object' || kept === null || !('logs' in kept) || !Array.isArray(kept.logs)) return undefined;
  const logs = kept.logs.filter((log): log is string => typeof log === 'string' && /^[a-z][a-z0-9+.-]*:/i.test(log));
  return logs.length > 0 && logs.length === kept.logs.length ? { logs } : undefined;
}
