/** Scripts whose characters take two columns of a terminal (Unicode, East Asian Width), and pictures. */
const wide =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|\p{Emoji_Presentation}/u;
const narrow = /^[\u0020-\u02ff]*$/;

/** How many columns of a terminal a text takes. */
export function widthOf(text: string): number {
  if (narrow.test(text)) return text.length;
  let width = 0;
  for (const character of text) width += wide.test(character) ? 2 : /\p{M}/u.test(character) ? 0 : 1;
  return width;
}

/** Fills a text with spaces up to a width. */
export function padColumns(text: string, width: number, side: 'start' | 'end' = 'end'): string {
  const filling = ' '.repeat(Math.max(0, width - widthOf(text)));
  return side === 'end' ? text + filling : filling + text;
}

/** The beginning of a text that takes at most so many columns, with a mark where something is cut off. */
export function cutColumns(text: string, longest: number): string {
  if (widthOf(text) <= longest) return text;
  let cut = '';
  for (const character of text) {
    if (widthOf(cut + character) >= longest) break;
    cut += character;
  }
  return `${cut}…`;
}

/** Breaks a text into lines: between words, and between characters of scripts without spaces. A line that is there stays. */
export function wrapColumns(text: string, width: number): string {
  return text
    .split(/\r?\n/)
    .map((line) => wrapLine(line, width))
    .join('\n');
}

function wrapLine(line: string, width: number): string {
  const lines: string[] = [];
  let last = '';
  for (const [part] of line.matchAll(parts)) {
    if (last === '' || widthOf(last + part) <= width) {
      last += part;
      continue;
    }
    lines.push(last.trimEnd());
    last = part.trimStart();
  }
  return [...lines, last].join('\n');
}

/** A word, or a wide character with the signs after it that may not begin a line. */
const parts = new RegExp(`\\s*(?:(?:${wide.source})[、。，．：；？！）」』】,.:;)]*|(?:(?!${wide.source})\\S)+)`, 'gu');
