// Loaded into the server before anything else: on a signal, prints how much memory is in use once garbage is collected.
process.on('SIGUSR2', () => {
  globalThis.gc();
  setTimeout(() => {
    globalThis.gc();
    const { heapUsed, external, rss } = process.memoryUsage();
    process.stderr.write(`memory ${heapUsed + external} ${rss}\n`);
  }, 100);
});
