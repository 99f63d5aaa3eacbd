const longestSlice = 5;

/**
 * Work without pauses is quick, but nothing else runs meanwhile, a cancellation neither. The result is to be called between
 * short pieces of it, and to be waited for when it answers with a promise: other work has its turn then.
 */
export function createTimeSlices(): () => Promise<void> | undefined {
  let begun = performance.now();
  return () => {
    if (performance.now() - begun < longestSlice) return undefined;
    return new Promise((resolve) => {
      setImmediate(() => {
        begun = performance.now();
        resolve();
      });
    });
  };
}
