import type { PageLine } from '../linedText.ts';
import type { PageSource, RichText } from '../richText.ts';

/** The rows of a text with separated values. */
export interface DelimitedRows {
  readonly rows: readonly (readonly RichText[])[];
  /** Rows after the first so many were not read. */
  readonly cut: boolean;
}

const rowLimit = 50_000;
const columnLimit = 50;
const separators = [',', ';', '\t', '|'] as const;

/** The separator of a text's first line that separates most. */
export function separatorOf(text: string): string {
  const line = text.slice(0, 10_000).split(/\r\n|\r|\n/, 1)[0] ?? '';
  const plain = line.replace(/"(?:[^"]|"")*"/g, '');
  const counts = separators.map((separator) => plain.split(separator).length);
  return separators[counts.indexOf(Math.max(...counts))] ?? ',';
}

/**
 * Reads separated values (RFC 4180): a value in quotes may hold separators, line breaks and doubled quotes.
 * @param from where they begin
 */
export function readDelimited(source: PageSource, separator: string, from = 0): DelimitedRows {
  const { text } = source;
  const rows: RichText[][] = [];
  let row: RichText[] = [];
  let at = from;
  const add = (value: string, start: number, end: number): void => {
    if (row.length < columnLimit) row.push([{ text: value, code: false, strong: false, source, start, end }]);
  };
  const endRow = (): void => {
    if (row.some((cell) => cell.some((run) => run.text.trim() !== ''))) rows.push(row);
    row = [];
  };
  while (at < text.length && rows.length < rowLimit) {
    while (text[at] === ' ') at++;
    if (text[at] === '"') {
      const end = closingQuote(text, at + 1);
      const value = text.slice(at + 1, end).replaceAll('""', '"');
      add(value.replaceAll(/\s+/g, ' '), at + 1, end);
      at = end + 1;
      while (at < text.length && text[at] !== separator && text[at] !== '\n' && text[at] !== '\r') at++;
    } else {
      const start = at;
      while (at < text.length && text[at] !== separator && text[at] !== '\n' && text[at] !== '\r') at++;
      const value = text.slice(start, at);
      const blank = value.length - value.trimStart().length;
      add(value.trim(), start + blank, at);
    }
    if (text[at] === separator) {
      at++;
      if (at === text.length || text[at] === '\n' || text[at] === '\r') add('', at, at);
    }
    if (text[at] === '\n' || text[at] === '\r') {
      at += text.startsWith('\r\n', at) ? 2 : 1;
      endRow();
    }
  }
  endRow();
  return { rows, cut: at < text.length };
}

/** The same of some lines of a page. */
export function readDelimitedLines(source: PageSource, lines: readonly PageLine[], separator: string): DelimitedRows['rows'] {
  const [first, last] = [lines[0], lines.at(-1)];
  if (!first || !last) return [];
  return readDelimited({ ...source, text: source.text.slice(0, last.at + last.text.length) }, separator, first.at).rows;
}

function closingQuote(text: string, from: number): number {
  let at = from;
  for (;;) {
    const quote = text.indexOf('"', at);
    if (quote === -1) return text.length;
    if (text[quote + 1] !== '"') return quote;
    at = quote + 2;
  }
}
