/** Tokens of one answer to an assistant: hosts cut longer ones off, some without a word. */
const mostTokens = 20_000;
/** Characters of one line. */
const longestLine = 2_000;
// Code, ids and logs have at least two ASCII characters to a token; other scripts may have less than one character.
const tokensOfAscii = 0.5;
const tokensOfOther = 1.5;

/** The place to go on at in a long answer. */
export interface AnswerCursor {
  /** The line to begin with, from 0, as the answer before said; absent: the beginning. */
  readonly cursor?: number | undefined;
}

/**
 * A part of an answer that an assistant can take: at most 20,000 tokens of it, at least one line. Nothing is left out silently: a cut
 * line ends with the number of its further characters, and a part with its place and the cursor of the next one.
 */
export function pageAnswer(text: string, { cursor = 0 }: AnswerCursor = {}): string {
  const lines = text.split('\n');
  if (cursor >= lines.length) return `The answer has ${lines.length} lines: there is nothing at cursor ${cursor}.`;
  const page: string[] = [];
  let tokens = 0;
  for (const line of lines.slice(cursor)) {
    const shown = cutLine(line);
    tokens += countTokens(shown);
    if (page.length > 0 && tokens > mostTokens) break;
    page.push(shown);
  }
  const end = cursor + page.length;
  if (page.length === lines.length) return page.join('\n');
  const next = end < lines.length ? `; ask again with the cursor ${end} for the rest` : '';
  return [...page, '', `These are the lines ${cursor + 1} to ${end} of ${lines.length}${next}.`].join('\n');
}

function cutLine(line: string): string {
  if (line.length <= longestLine) return line;
  // Not in the middle of a character.
  const cut = line.slice(0, longestLine).replace(/[\uD800-\uDBFF]$/, '');
  return `${cut}… (${line.length - cut.length} more characters)`;
}

/** An estimate that is seldom too low. */
function countTokens(line: string): number {
  const others = line.match(/[^\u0000-\u007F]/g)?.length ?? 0;
  return (line.length - others + 1) * tokensOfAscii + others * tokensOfOther;
}
