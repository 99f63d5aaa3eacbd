// A terminal's colour, as it is or as JSON, C, shells and viewers write its first character.
const colour = String.raw`(?:\u001b|\\{1,8}u001[bB]|\\{1,8}x1[bB]|\\{1,8}0?33|\\{1,8}e|#033|\^\[)\[[\d;:]{0,20}m`;
const encoded = String.raw`\\[nrtbf]|\\u[\dA-Fa-f]{4}|\\x[\dA-Fa-f]{2}|%(?:25){0,2}[\dA-Fa-f]{2}`;
const atEnd = new RegExp(`(?:${encoded}|${colour})$`);
const escapedColours = new RegExp(colour, 'g');
const anyEscape = new RegExp(`${colour}|${encoded}`, 'g');
const longestEscape = 32;

/**
 * Source of a pattern that matches right behind an escape, whose last letter is no part of the word that follows (`\nstatus`,
 * `%22status`, `\u001b[31mstatus`).
 */
export const behindEscape = String.raw`(?<=\\[nrtbf]|\\u[\dA-Fa-f]{4}|%[\dA-Fa-f]{2}|\[[\d;:]{0,20}m)`;

/** Whether a text ends with an escape or a colour: the text after it is not the rest of a word. */
export function endsWithEscape(before: string): boolean {
  return atEnd.test(before.slice(-longestEscape));
}

/** Whether a text may have a terminal's colours, as they are or as pagers spell them: most have none. */
export function mayHoldColour(text: string): boolean {
  return text.includes('\u001b') || text.includes('#033[') || text.includes('^[[');
}

// An escape whose last letter could be taken for a part of the word after it; `\"` and `\\` are not.
const possibleEscape = /\\[nrtbfuxe0]|%[\dA-Fa-f]{2}/;

/** Whether a text may have colours, or escapes that end with a letter or a digit: most have none. */
export function mayHoldEscape(text: string): boolean {
  return ((text.includes('\\') || text.includes('%')) && possibleEscape.test(text)) || mayHoldColour(text);
}

/** A text of the same length with blanks in place of its escapes and colours. */
export function blankEscapes(text: string): string {
  return text.replace(anyEscape, (escape) => ' '.repeat(escape.length));
}

/** Whether a word begins at an offset, and does not only go on there. */
export function beginsWord(text: string, at: number): boolean {
  return !/[A-Za-z0-9]/.test(text.charAt(at - 1)) || endsWithEscape(text.slice(Math.max(0, at - longestEscape), at));
}

/** A text without colours whose first character is escaped; the same text when it has no such colours. */
export function removeEscapedColours(text: string): string {
  return text.includes('\\') && text.includes('[') ? text.replace(escapedColours, '') : text;
}

const escape = new RegExp(
  String.raw`${colour}|\\{1,8}u(?<unit>[\dA-Fa-f]{4})|\\{1,8}x(?<byte>[\dA-Fa-f]{2})|%(?:25){0,3}(?<percent>[2-7][\dA-Fa-f])|\\{1,8}(?<space>[nrtbf])|&(?<quote>quot|apos|#34|#39|#x22|#x27);|\\{1,8}(?=["'/])`,
  'g',
);

/** A stretch of text without its escapes, also where these are escaped several times. */
export function removeEscapes(text: string): string {
  return text.replace(escape, (...match: unknown[]) => {
    const groups = match.at(-1) as Readonly<Record<string, string | undefined>>;
    const code = groups['unit'] ?? groups['byte'] ?? groups['percent'];
    if (code !== undefined) return String.fromCharCode(Number.parseInt(code, 16));
    if (groups['space'] !== undefined) return '\n';
    return groups['quote'] === undefined ? '' : '"';
  });
}
