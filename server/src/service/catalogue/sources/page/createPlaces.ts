import type { SourceLocation } from '../../../types.ts';

/** Returns the place of an offset of a text, line and column from 0. A line ends with `\n`, `\r\n` or `\r`. */
export function createPlaces(text: string): (offset: number) => SourceLocation {
  const starts = [0];
  for (const match of text.matchAll(/\r\n?|\n/g)) starts.push(match.index + match[0].length);
  return (offset) => {
    const clipped = Math.min(Math.max(0, offset), text.length);
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= clipped) low = middle;
      else high = middle - 1;
    }
    return { line: low, column: clipped - (starts[low] ?? 0) };
  };
}
