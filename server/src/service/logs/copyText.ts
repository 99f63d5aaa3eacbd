/**
 * A string of its own: a part that is cut out of a text keeps all of that text in memory. Joins two parts, which every engine
 * writes into a new string. JavaScript's other ways may return the same part of the text again, or take twice as long.
 */
export function copyText(text: string): string {
  return [text.slice(0, 1), text.slice(1)].join('');
}
