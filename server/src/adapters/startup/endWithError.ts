/**
 * Ends the process or the thread with an error that its starter sees. For the promise that an entry consists of: its failure
 * is a fault, and must not look like a normal end.
 */
export function endWithError(error: unknown): void {
  process.nextTick(() => {
    throw error instanceof Error ? error : new Error(String(error));
  });
}
