import type { Span } from '../types.ts';
import { harmless, names } from './secretRule.ts';

const ruleSigns = /^[-+|:=\s─━═┼╪╬├┤╞╡╠╣┿╂]+$/;
const bars = /[|│┃║]/;
const secretColumn = new RegExp(String.raw`^["'${'`'}]?[\w.\s-]{0,60}(?:${names})["'${'`'}]?$`, 'i');
const mostRows = 1_000;
const longestLine = 4_000;

/** The cells of tables in columns that are named after secrets, below a line between head and rows, as psql and mysql draw it. */
export function* findTableSecrets(text: string): Generator<Span> {
  if (!bars.test(text)) return;
  const lines = splitLines(text);
  for (let at = 1; at < lines.length; at++) {
    const head = lines[at - 1];
    const line = lines[at];
    if (!head || !line || !bars.test(head.text) || !isRule(line.text) || isRule(head.text)) continue;
    const cells = splitCells(head);
    const columns = cells.flatMap(({ text: name }, index) => (secretColumn.test(name) ? [index] : []));
    const end = columns.length === 0 ? at + 1 : Math.min(lines.length, at + mostRows);
    // A row is read once, even if it could be the head of a table as well.
    for (at++; at < end; at++) {
      const row = splitCells(lines[at] ?? { text: '', start: 0 });
      if (row.length !== cells.length) break;
      for (const column of columns) {
        const cell = row[column];
        if (cell && tells(cell.text)) yield { start: cell.start, end: cell.start + cell.text.length };
      }
    }
  }
}

/** Whether a line is drawn, and contains no text. */
function isRule(line: string): boolean {
  return ruleSigns.test(line) && /[-=─━═]{3}/.test(line);
}

interface Piece {
  readonly text: string;
  readonly start: number;
}

function splitLines(text: string): Piece[] {
  const lines: Piece[] = [];
  for (let start = 0; start < text.length; ) {
    const lineFeed = text.indexOf('\n', start);
    const end = lineFeed < 0 ? text.length : lineFeed;
    lines.push({ text: text.slice(start, Math.min(end, start + longestLine)).replace(/\r$/, ''), start });
    start = end + 1;
  }
  return lines;
}

/** Returns the texts between bars, without the white space around them. */
function splitCells({ text, start }: Piece): Piece[] {
  let from = start;
  return text.split(bars).map((cell) => {
    const piece = { text: cell.trim(), start: from + cell.length - cell.trimStart().length };
    from += cell.length + 1;
    return piece;
  });
}

/** Whether a cell may be a secret. A count of tokens, a date and a sign for an empty cell are not. */
function tells(cell: string): boolean {
  return cell.length > 2 && !harmless.test(cell) && !/^(?:[\d.,]{1,12}|\d{4}-\d\d-\d\d.*|[-─]+|n\/a)$/i.test(cell);
}
