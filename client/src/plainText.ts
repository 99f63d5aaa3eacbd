// What the editor's own text views show instead of drawing: controls, and characters that change the direction of text.
const unseen = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069\uFFF9-\uFFFC]/g;

/**
 * Shows what would steer a text instead of being read in it: control characters as pictures (`␇`), characters that turn the
 * direction of text around by their numbers (`[U+202E]`), as the editor does in documents. Tabs and line breaks stay.
 */
export function showUnseen(text: string): string {
  return text.replace(unseen, (character) => {
    const number = character.charCodeAt(0);
    if (number < 0x20) return String.fromCharCode(0x2400 + number);
    return number === 0x7f ? '\u2421' : `[U+${number.toString(16).toUpperCase().padStart(4, '0')}]`;
  });
}

/**
 * Text from outside (an id, a file's name, what a log says) for messages, titles and labels of the editor, which make a link,
 * to a command too, of `[label](command:…)` and an icon of `$(name)`. An unseen word joiner keeps them plain text.
 */
export function plainText(text: string): string {
  return showUnseen(text).replaceAll('](', ']\u2060(').replaceAll('$(', '$\u2060(');
}
