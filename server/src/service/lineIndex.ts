import type { Position, Range } from 'vscode-languageserver-types';
import type { Span } from './types.ts';

/** Converts between offsets and LSP positions of one text. A line ends with `\n`, `\r\n` or `\r`, as LSP has it. */
export interface LineIndex {
  /** Line of an offset, from 0. */
  lineOf(offset: number): number;
  /** Offset at which a line starts; the text's length beyond the last one. */
  startOf(line: number): number;
  positionAt(offset: number): Position;
  offsetAt(position: Position): number;
  rangeOf(span: Span): Range;
}

export function createLineIndex(text: string): LineIndex {
  const starts = [0];
  // A single carriage return ends a line too; texts with any are read the slow way.
  if (text.includes('\r')) for (const match of text.matchAll(/\r\n?|\n/g)) starts.push(match.index + match[0].length);
  else for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  const startOf = (line: number): number => (line < 0 ? 0 : (starts[line] ?? text.length));
  const lineOf = (offset: number): number => {
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  };
  const positionAt = (offset: number): Position => {
    const clipped = Math.min(Math.max(0, offset), text.length);
    const line = lineOf(clipped);
    return { line, character: clipped - startOf(line) };
  };
  return {
    lineOf,
    startOf,
    positionAt,
    offsetAt({ line, character }) {
      if (line >= starts.length) return text.length;
      const start = startOf(line);
      const next = line + 1 < starts.length ? startOf(line + 1) : text.length;
      return Math.min(start + Math.max(0, character), next);
    },
    rangeOf: ({ start, end }) => ({ start: positionAt(start), end: positionAt(end) }),
  };
}
