/** The quote that a text uses most; the language's first where it is a draw. */
export function preferredQuote(text: string, quotes: readonly [string, ...string[]]): string {
  const counted = quotes.map((quote) => ({ quote, count: text.split(quote).length }));
  return counted.sort((a, b) => b.count - a.count)[0]?.quote ?? quotes[0];
}

/** The indentation step of a text: that of its first indented line, or two spaces. */
export function unitOf(text: string): string {
  const first = /\n(\t| {2,8})\S/.exec(text.slice(0, 20_000))?.[1];
  return first === undefined ? '  ' : first === '\t' ? '\t' : first.length % 4 === 0 ? '    ' : '  ';
}

/** Line breaks as the text writes them. */
export function newlineOf(text: string): string {
  return text.includes('\r\n') ? '\r\n' : '\n';
}

/** The start of the line that an offset is in. */
export function lineStartOf(text: string, offset: number): number {
  return text.lastIndexOf('\n', offset - 1) + 1;
}

/** The white space that the line of an offset begins with, up to the offset. */
export function indentAt(text: string, offset: number): string {
  return /^[ \t]*/.exec(text.slice(lineStartOf(text, offset), offset))?.[0] ?? '';
}

/** Whether there is only white space before an offset in its line. */
export function startsLine(text: string, offset: number): boolean {
  return text.slice(lineStartOf(text, offset), offset).trim() === '';
}
