// Milliseconds. A clock that is set meanwhile makes one slice longer or shorter, and `performance` takes time to load.
const longestSlice = 5;

/**
 * Work without pauses is quick, but nothing else runs meanwhile, a cancellation neither. The result is to be called between
 * short pieces of it, and to be waited for when it answers with a promise: other work has its turn then.
 */
export function createTimeSlices(): () => Promise<void> | undefined {
  let begun = Date.now();
  return () => {
    if (Math.abs(Date.now() - begun) < longestSlice) return undefined;
    return new Promise((resolve) => {
      setImmediate(() => {
        begun = Date.now();
        resolve();
      });
    });
  };
}
