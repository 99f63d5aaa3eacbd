import { readExample } from '../exampleCodes.ts';
import type { TableBlock } from '../pageBlocks.ts';
import { joinRuns, plainTextOf, type RichText, type Run } from '../richText.ts';
import { cutCell } from './cellTable.ts';

/** A code and its text, out of one cell. */
type Parts = readonly [code: RichText, text: RichText];

/**
 * A table in which a column has whole errors, with a column of their codes and one of their texts instead:
 * `{ "error": "BadRequestError", "message": "No template" }` or `BadRequestError: No template`. Undefined for other tables.
 */
export function withErrorsCut({ header, rows, line }: TableBlock): TableBlock | undefined {
  for (const [index, name] of header.entries()) {
    const cells = rows.map((row) => row[index] ?? []);
    const filled = cells.filter((cell) => plainTextOf(cell) !== '');
    for (const read of [readBody, readHead]) {
      const parts = cells.map(read);
      const [run] = filled[0] ?? [];
      if (!run || parts.filter(Boolean).length < Math.max(1, filled.length * 0.8)) continue;
      const titles = [read === readBody ? [titleOf('Error code', run)] : name, [titleOf('Message', run)]];
      const cut = rows.map((row, at) => row.toSpliced(index, 1, ...(parts[at] ?? [row[index] ?? [], []])));
      return { kind: 'table', header: header.toSpliced(index, 1, ...titles), rows: cut, line };
    }
  }
  return undefined;
}

/** A body in JSON, over several lines. */
function readBody(cell: RichText): Parts | undefined {
  const [run] = cell;
  const text = joinRuns(cell);
  if (!run || !/^\s{0,9}[[{]/.test(text)) return undefined;
  const { source, start } = run;
  const example = readExample({ kind: 'code', language: 'json', text, source, start, line: 0 });
  if (!example) return undefined;
  const { word } = example.word;
  const written = source.text.slice(start, cell.at(-1)?.end);
  const at = start + Math.max(0, written.indexOf(`"${word}"`) + 1);
  return [[{ ...run, text: word, code: true, start: at, end: at + word.length }], [titleOf(example.message, run)]];
}

function readHead(cell: RichText): Parts | undefined {
  const [code, text] = cutCell(cell, /:\s/);
  return code && text ? [code, text] : undefined;
}

function titleOf(text: string, run: Run): Run {
  return { ...run, text, code: false };
}
