/** Where a command writes, and what the other end is. */
export interface Streams {
  out(text: string): void;
  error(text: string): void;
  /** Standard output is a terminal that shows colours. */
  readonly colours: boolean;
  /** Standard error is a terminal: a progress line may be drawn there. */
  readonly progress: boolean;
}

/** The process's own streams. A reader that goes away (`| head`) ends the program quietly. */
export function createStreams(): Streams {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EPIPE') process.exit(0);
      throw error;
    });
  }
  const noColour = (process.env['NO_COLOR'] ?? '') !== '' || process.env['TERM'] === 'dumb';
  return {
    out: (text) => void process.stdout.write(text),
    error: (text) => void process.stderr.write(text),
    colours: process.stdout.isTTY === true && !noColour,
    progress: process.stderr.isTTY === true,
  };
}
