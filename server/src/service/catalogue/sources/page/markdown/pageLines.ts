/**
 * The lines of a page. Parts that are read separately are taken out, and each line keeps how much of its beginning it has lost.
 */
export interface PageLines {
  readonly original: readonly string[];
  /** As they are now. */
  readonly lines: readonly string[];
  /** How many characters each line has lost at its beginning. */
  readonly shifts: readonly number[];
  /** A line as it is now; empty beyond the last one. */
  at(line: number): string;
  replace(line: number, text: string): void;
  /** Takes characters off a line's beginning. */
  cut(line: number, characters: number): void;
  /** Empties lines. @param last the last one of them */
  blank(first: number, last: number): void;
  /** Empties lines up to the first one that ends what began. @returns that line, or the one behind the page's last */
  blankUntil(first: number, ends: (text: string) => boolean): number;
}

/** Takes a page apart. */
export function createPageLines(text: string): PageLines {
  const original = text.split(/\r\n|\r|\n/);
  const lines = [...original];
  const shifts = lines.map(() => 0);
  const at = (line: number): string => lines[line] ?? '';
  const blank = (first: number, last: number): void => {
    for (let line = first; line <= last && line < lines.length; line++) lines[line] = '';
  };
  return {
    original,
    lines,
    shifts,
    at,
    replace: (line, now) => void (lines[line] = now),
    cut(line, characters) {
      lines[line] = at(line).slice(characters);
      shifts[line] = (shifts[line] ?? 0) + characters;
    },
    blank,
    blankUntil(first, ends) {
      for (let line = first; line < lines.length; line++) {
        const ended = ends(at(line));
        blank(line, line);
        if (ended) return line;
      }
      return lines.length;
    },
  };
}
