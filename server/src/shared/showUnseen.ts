// Controls, marks that turn the direction of text around, and characters that take no room. Joiners belong to writing and to
// emoji, and do nothing beside ASCII; tags and supplementary selectors can spell whole sentences that no reader sees.
const unseen =
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u00AD\u061C\u115F\u1160\u180E\u200B\u200E\u200F\u2028-\u202E\u2060-\u206F\u3164\uFEFF\uFFA0\uFFF9-\uFFFC\u{E0000}-\u{E0FFF}]|\u034F|\u17B4|\u17B5|(?<=[\u0000-\u007F])[\u200C\u200D]|[\u200C\u200D](?=[\u0000-\u007F]|$)/gu;

/**
 * Replaces characters that steer a text or that a reader does not see, as the editor shows them in documents. Control
 * characters become pictures (`␇`). Characters that turn the direction of text around or take no room become their numbers
 * (`[U+202E]`). Tabs and line breaks stay.
 */
export function showUnseen(text: string): string {
  return text.replace(unseen, (character) => {
    const number = character.codePointAt(0) ?? 0;
    if (number < 0x20) return String.fromCharCode(0x2400 + number);
    return number === 0x7f ? '\u2421' : `[U+${number.toString(16).toUpperCase().padStart(4, '0')}]`;
  });
}
