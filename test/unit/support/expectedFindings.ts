import type { Finding } from '../../../server/src/service/types.ts';
import { createLineIndex } from '../../../server/src/service/lineIndex.ts';

const expectation = /^ *\^+ (error|warning|information|hint) [\w-]+: /;

/** Takes the lines with the expected findings (`  ^^^ warning unhandled-code: …`) out of a source. */
export function withoutExpectations(source: string): string {
  return source
    .split('\n')
    .filter((line) => !expectation.test(line))
    .join('\n');
}

/** Writes findings under the lines that they are about, in the form of `withoutExpectations`. A finding of several lines is marked to the end of its first. */
export function writeFindings(text: string, findings: readonly Finding[]): string {
  const lines = createLineIndex(text);
  const written = text.split('\n').map((line) => [line]);
  for (const { span, rule, severity, message } of findings) {
    const { start, end } = lines.rangeOf(span);
    const row = written[start.line];
    if (!row) throw new Error(`A finding outside of the text: ${rule} at ${span.start}.`);
    const last = end.line === start.line ? end.character : (row[0] ?? '').length;
    row.push(`${' '.repeat(start.character)}${'^'.repeat(Math.max(1, last - start.character))} ${severity} ${rule}: ${message}`);
  }
  return written.flat().join('\n');
}
