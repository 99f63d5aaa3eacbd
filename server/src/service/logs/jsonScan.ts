import type { Span } from '../types.ts';

const quote = 0x22;
const backslash = 0x5c;
const lineFeed = 0x0a;
const openBrace = 0x7b;
const closeBrace = 0x7d;
const openBracket = 0x5b;
const closeBracket = 0x5d;

/**
 * Finds the end of the JSON object or array that begins at `start`, only by its brackets and strings.
 * @returns the offset after its closing bracket; undefined when it is not closed before `limit`, or a line ends within a string
 */
export function findJsonEnd(text: string, start: number, limit: number): number | undefined {
  let depth = 0;
  for (let at = start; at < limit; at++) {
    const unit = text.charCodeAt(at);
    if (unit === quote) {
      const end = findStringEnd(text, at, limit);
      if (end === undefined) return undefined;
      at = end;
    } else if (unit === openBrace || unit === openBracket) depth++;
    else if ((unit === closeBrace || unit === closeBracket) && --depth <= 0) return at + 1;
  }
  return undefined;
}

/** Returns the objects of an array, each with its brackets, at most `most`. The text after an unclosed object is left out. */
export function findElements(text: string, arrayStart: number, end: number, most: number): Span[] {
  const elements: Span[] = [];
  for (let at = arrayStart + 1; at < end && elements.length < most; at++) {
    const unit = text.charCodeAt(at);
    if (unit === closeBracket) break;
    if (unit === quote) at = findStringEnd(text, at, end) ?? end;
    else if (unit === openBrace || unit === openBracket) {
      const close = findJsonEnd(text, at, end);
      if (close === undefined) break;
      if (unit === openBrace) elements.push({ start: at, end: close });
      at = close - 1;
    }
  }
  return elements;
}

/** The offset of the quote that ends a string. */
function findStringEnd(text: string, start: number, limit: number): number | undefined {
  for (let at = start + 1; at < limit; at++) {
    const unit = text.charCodeAt(at);
    if (unit === quote) return at;
    if (unit === lineFeed) return undefined;
    if (unit === backslash) at++;
  }
  return undefined;
}
