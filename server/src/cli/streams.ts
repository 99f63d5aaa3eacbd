import { fstatSync } from 'node:fs';
import { renderLine, renderLines } from '../service/render/terminal.ts';

/** Where a command writes, and what the other end is. Nothing that a text from outside holds steers a terminal or a CI server. */
export interface Streams {
  /** Lines for people. */
  out(text: string): void;
  /** A document for another program, whose format has escaped what it had to: it is changed only where people see it. */
  document(text: string): void;
  /** Lines that are commands of a CI server; what stands in them is escaped already. */
  commands(text: string): void;
  /** One line for people on standard error, with its line break. */
  error(text: string): void;
  /** Several lines on standard error. */
  errorLines(text: string): void;
  /** Draws the one line of progress anew; an empty one takes it away. */
  redraw(text: string): void;
  /** Standard output is a terminal that shows colours. */
  readonly colours: boolean;
  /** Standard error is a terminal: a progress line may be drawn there. */
  readonly progress: boolean;
}

/** The process's own streams. A reader that goes away (`| head`) ends the program quietly; a full disk ends it with 2. */
export function createStreams(): Streams {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0);
    process.stderr.write(`Standard output cannot be written: ${renderLine(error.message)}\n`, () => process.exit(2));
  });
  process.stderr.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 2));
  const noColour = (process.env['NO_COLOR'] ?? '') !== '' || process.env['TERM'] === 'dumb';
  const colours = process.stdout.isTTY === true && !noColour;
  return {
    out: (text) => void process.stdout.write(renderLines(text, colours)),
    document: (text) => void process.stdout.write(isSeen() ? renderLines(text) : text),
    commands: (text) => void process.stdout.write(text),
    error: (text) => void process.stderr.write(text.endsWith('\n') ? `${renderLine(text.slice(0, -1))}\n` : renderLine(text)),
    errorLines: (text) => void process.stderr.write(renderLines(text)),
    redraw: (text) => void process.stderr.write(`\r\u001b[K${renderLine(text)}`),
    colours,
    progress: process.stderr.isTTY === true,
  };
}

/** Whether standard output is a terminal, or a CI job's log, which is read for commands. */
function isSeen(): boolean {
  if (process.stdout.isTTY === true) return true;
  return process.env['GITHUB_ACTIONS'] === 'true' && !fstatSync(1).isFile();
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
