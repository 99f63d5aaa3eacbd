const indented =
  /^(?:\s|at |\.{3} |Caused by|Suppressed: |Traceback|During handling|The above exception|goroutine |[})\]]|#\d+ |#011|[│└] |--> |\[stacktrace\])/;
// java.io.IOException: …, System.Exception: …, TypeError: …, KeyboardInterrupt
const exception =
  /^(?:(?:[A-Za-z_$][\w$]*\.){1,20}[A-Z][\w$]*|(?:[A-Z]\w{0,60})?(?:Error|Exception)|[A-Z]\w{0,60}(?:Exit|Interrupt|Warning))(?::|$)/;
const goFrame = /^(?:[\w./*()·[\]{}-]{1,300}\(.{0,300}\)?$|created by |\[signal |panic: |exit status \d)/;

/** The last state of a stack trace whose lines do not all look like one. */
export interface OpenTrace {
  readonly language: 'python' | 'go' | 'rust';
  /** The line before was a frame; for Rust it only means that a message follows. */
  readonly inFrame: boolean;
}

/** Whether a line looks like a part of a stack trace after any other line. */
export function isTraceLine(line: string): boolean {
  return indented.test(line);
}

/** Whether a line names an exception, in the form used below the record that reports it. */
export function namesException(line: string): boolean {
  return exception.test(line);
}

/** Whether a line of a stream belongs to the record before it by its looks: a part of a stack trace, or blank. */
export function isStreamTraceLine(line: string): boolean {
  return indented.test(line) || line.trim() === '';
}

/** Whether a line may be a part of a stack trace, if the lines before it suggest one. */
export function mayBeTraceLine(line: string): boolean {
  return isStreamTraceLine(line) || exception.test(line) || goFrame.test(line);
}

/** Whether a line that does not look like it belongs to an open trace: Python's last line, a frame of Go's, Rust's message. */
export function continuesTrace(trace: OpenTrace | undefined, line: string): boolean {
  if (trace === undefined) return false;
  if (trace.language === 'rust') return trace.inFrame || /^(?:note: |stack backtrace:)/.test(line);
  return trace.language === 'go' ? goFrame.test(line) : trace.inFrame && /^[A-Za-z_][\w.]{0,200}(?::|$)/.test(line);
}

/** The trace that is open after a further line of a record; undefined when no trace is open. */
export function traceAfter(trace: OpenTrace | undefined, line: string): OpenTrace | undefined {
  // In nearly every line the first character shows that it opens no trace.
  if (/^[Tpfgt]/.test(line)) {
    if (line.startsWith('Traceback (most recent call last)')) return { language: 'python', inFrame: false };
    if (/^(?:panic: |fatal error: |goroutine \d)/.test(line)) return { language: 'go', inFrame: false };
    if (/^thread '[^']{0,200}' (?:\(\d{1,10}\) )?panicked at /.test(line))
      return { language: 'rust', inFrame: line.endsWith(':') };
  }
  if (trace === undefined || trace.language === 'go') return trace;
  if (trace.language === 'rust') return { language: 'rust', inFrame: false };
  return indented.test(line) ? { language: 'python', inFrame: /^\s/.test(line) } : undefined;
}
