import { isRegularFile, writeWhole } from '../adapters/files/descriptors.ts';
import { renderLine, renderLines } from '../service/render/terminal.ts';

/** The outputs of a command, and the kind of reader they have. No text from outside can steer a terminal or a CI server. */
export interface Streams {
  /** Lines for people. */
  out(text: string): void;
  /** A document for another program, already escaped by its format: it is changed only where people see it. */
  document(text: string): void;
  /** Lines that are commands of a CI server; their texts are escaped already. */
  commands(text: string): void;
  /** Waits until everything written is handed over. @returns false when its reader has gone */
  flushed(): Promise<boolean>;
  /** One line for people on standard error, with its line break. */
  error(text: string): void;
  /** Several lines on standard error. */
  errorLines(text: string): void;
  /** Draws the only line of progress anew; an empty one removes it. */
  redraw(text: string): void;
  /** Standard output is a terminal that shows colours. */
  readonly colours: boolean;
  /** Standard error is a terminal: a progress line may be drawn there. */
  readonly progress: boolean;
}

/**
 * The process's own streams. A reader that goes away (`| head`) is satisfied, and the findings count all the same. Output
 * that cannot be written whole ends the program with exit code 2.
 */
export function createStreams(): Streams {
  const write = createWriter(process.stdout, 1, (error) => {
    process.stderr.write(`Standard output cannot be written: ${renderLine(error.message)}\n`, () => process.exit(2));
  });
  const complain = createWriter(process.stderr, 2, () => process.exit(2));
  const noColour = (process.env['NO_COLOR'] ?? '') !== '' || process.env['TERM'] === 'dumb';
  const colours = process.stdout.isTTY === true && !noColour;
  return {
    out: (text) => write(renderLines(text, colours)),
    document: (text) => write(isSeen() ? renderLines(text) : text),
    commands: write,
    flushed: write.flushed,
    error: (text) => complain(text.endsWith('\n') ? `${renderLine(text.slice(0, -1))}\n` : renderLine(text)),
    errorLines: (text) => complain(renderLines(text)),
    redraw: (text) => complain(`\r\u001b[K${renderLine(text)}`),
    colours,
    progress: process.stderr.isTTY === true,
  };
}

/** Writes texts in their order. */
interface Writer {
  (text: string): void;
  /** Waits for a reader that is slower. @returns false when it has gone */
  readonly flushed: () => Promise<boolean>;
}

/** @param onFailure called for every failure except a reader that has gone */
function createWriter(stream: NodeJS.WriteStream, descriptor: number, onFailure: (error: NodeJS.ErrnoException) => void): Writer {
  let isOver = false;
  const fail = (error: NodeJS.ErrnoException): void => {
    if (isOver) return;
    isOver = true;
    if (error.code !== 'EPIPE') onFailure(error);
  };
  stream.on('error', fail);
  const isFile = isRegularFile(descriptor);
  const writer = (text: string): void => {
    if (isOver) return;
    if (!isFile) {
      stream.write(text);
      return;
    }
    try {
      writeWhole(descriptor, text);
    } catch (error) {
      fail(error as NodeJS.ErrnoException);
    }
  };
  const flushed = async (): Promise<boolean> => {
    if (!isOver && stream.writableNeedDrain)
      await new Promise<void>((resolve) => {
        const events = ['drain', 'error', 'close'];
        const goOn = (): void => {
          for (const event of events) stream.off(event, goOn);
          resolve();
        };
        for (const event of events) stream.on(event, goOn);
      });
    return !isOver;
  };
  return Object.assign(writer, { flushed });
}

/** Whether standard output is a terminal, or a CI job's log, which is read for commands. */
function isSeen(): boolean {
  if (process.stdout.isTTY === true) return true;
  return process.env['GITHUB_ACTIONS'] === 'true' && !isRegularFile(1);
}

/** The same streams, with each line of standard error written once: one failure concerns many of the files. */
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
