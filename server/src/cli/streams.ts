/** Where a command writes, and what the other end is. */
export interface Streams {
  out(text: string): void;
  error(text: string): void;
  /** Standard output is a terminal that shows colours. */
  readonly colours: boolean;
  /** Standard error is a terminal: a progress line may be drawn there. */
  readonly progress: boolean;
}

/** The process's own streams. A reader that goes away (`| head`) ends the program quietly; a full disk ends it with 2. */
export function createStreams(): Streams {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0);
    process.stderr.write(`Standard output cannot be written: ${error.message}\n`, () => process.exit(2));
  });
  process.stderr.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 2));
  const noColour = (process.env['NO_COLOR'] ?? '') !== '' || process.env['TERM'] === 'dumb';
  return {
    out: (text) => void process.stdout.write(text),
    error: (text) => void process.stderr.write(text),
    colours: process.stdout.isTTY === true && !noColour,
    progress: process.stderr.isTTY === true,
  };
}

/** The same streams, with each line of standard error said once: one failure concerns much of what is looked at. */
export function sayingOnce(streams: Streams): Streams {
  const said = new Set<string>();
  return {
    ...streams,
    error(text) {
      const line = text.replace(/\.?\n$/, '');
      if (line !== text && said.has(line)) return;
      said.add(line);
      streams.error(text);
    },
  };
}
