/** Where a line ends, its break left out. */
export function findLineEnd(text: string, start: number, lineFeed = text.indexOf('\n', start)): number {
  if (lineFeed < 0) return text.length;
  return lineFeed > start && text.charAt(lineFeed - 1) === '\r' ? lineFeed - 1 : lineFeed;
}

/** The number of line breaks between two offsets. */
export function countLineBreaks(text: string, start: number, end: number): number {
  // The slice ends the search where a long line goes on.
  const part = text.slice(start, end);
  let count = 0;
  for (let at = part.indexOf('\n'); at >= 0; at = part.indexOf('\n', at + 1)) count++;
  return count;
}
