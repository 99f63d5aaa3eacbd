const gap = /(?<=\})(?:[ \t]*(?:\r?\n|\/\/[^\n]*\n|\/\*(?:[^*]|\*(?!\/))*\*\/))+[ \t]*(?=(?:catch|finally)\b)/g;
const partOfGap = /\/\/[^\n]*\n|\/\*(?:[^*]|\*(?!\/))*\*\/|[\r\n]/g;

/**
 * The grammar of Kotlin ends a `try` with the line of its first `catch`: a further clause on a line of its own is an error that reaches
 * to the end of the file. Line ends before such clauses become form feeds, which are white space to it, and comments become such as
 * end by a sign.
 * @returns a text of the same length
 */
export function joinClauses(text: string): string {
  return text.replace(gap, (found, at: number) => {
    // The end of a line ends its comment.
    const line = text.slice(text.lastIndexOf('\n', at - 1) + 1, at);
    return line.includes('//') ? found : found.replace(partOfGap, joinPart);
  });
}

function joinPart(part: string): string {
  if (part.startsWith('/*')) return part;
  if (part.length < 5) return part.replace('//', '  ').replace(/[\r\n]/g, '\f');
  return part.startsWith('//') ? `/*${part.slice(2, -2).replace(/[*/]/g, ' ')}*/` : '\f';
}
