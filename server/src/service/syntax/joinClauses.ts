/**
 * The grammar of Kotlin ends a `try` with the line of its first `catch`: a further clause on a line of its own is an error that reaches
 * to the end of the file. Line ends before such clauses become form feeds, which are white space to it.
 * @returns a text of the same length
 */
export function joinClauses(text: string): string {
  return text.replace(/(?<=\})[ \t]*\r?\n[ \t\r\n]*(?=(?:catch|finally)\b)/g, (gap, at: number) => {
    // The end of a line ends its comment.
    const line = text.slice(text.lastIndexOf('\n', at - 1) + 1, at);
    return line.includes('//') ? gap : gap.replace(/[\r\n]/g, '\f');
  });
}
