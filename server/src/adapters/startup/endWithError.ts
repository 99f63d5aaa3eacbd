/**
 * Ends the process or the thread with an error, of which the one who started it is told. For the promise that an entry consists
 * of: its failure is a fault, and must not pass for an end.
 */
export function endWithError(error: unknown): void {
  process.nextTick(() => {
    throw error instanceof Error ? error : new Error(String(error));
  });
}
