import { createLineIndex } from '../../lineIndex.ts';
import type { SourceLocation } from '../../types.ts';

/** Returns the place of an offset of a text, line and column from 0. A line ends with `\n`, `\r\n` or `\r`. */
export function createPlaces(text: string): (offset: number) => SourceLocation {
  const { positionAt } = createLineIndex(text);
  return (offset) => {
    const { line, character: column } = positionAt(offset);
    return { line, column };
  };
}
