import type { Block, CodeBlock, TableBlock } from '../pageBlocks.ts';
import type { RichText } from '../richText.ts';

const mostRows = 5_000;
const fewestRows = 3;

/**
 * A table that is written as plain text, its columns separated by tabs or several blanks; undefined for other blocks. Its first
 * row is its header when nothing in it is a number.
 */
export function readPlainTable(block: Block): TableBlock | undefined {
  if (block.kind !== 'code' || !/^(?:|text|txt|plain|plaintext|none|console)$/.test(block.language)) return undefined;
  const lines = block.text.split('\n', mostRows).filter((line) => line.trim() !== '' && !/^[\s=+|_-]+$/.test(line));
  if (lines.length < fewestRows) return undefined;
  const parts = lines.map((line) => line.trim().split(/\s*\t\s*|\s{2,}/));
  const width = parts[0]?.length ?? 0;
  // Every row has the columns of the first, or a text with wide gaps at its end.
  if (width < 2 || width > 8 || !parts.every((row) => row.length >= width - 1 && row.length <= width + 2)) return undefined;
  if (parts.filter((row) => row.length === width).length * 4 < parts.length * 3) return undefined;
  const rows = placeCells(block, parts);
  const [first, ...others] = rows;
  const hasHeader = parts[0]?.every((cell) => /^[\p{L}][\p{L} ._-]{0,40}$/u.test(cell)) === true;
  return { kind: 'table', header: hasHeader && first ? first : [], rows: hasHeader ? others : rows, line: block.line };
}

function placeCells({ source, start }: CodeBlock, parts: readonly (readonly string[])[]): RichText[][] {
  let at = start;
  return parts.map((row) =>
    row.map((cell): RichText => {
      const found = source.text.indexOf(cell, at);
      // A text far away is that of another part of the page.
      if (found !== -1 && found - at < 10_000) at = found;
      const from = at;
      at += cell.length;
      return [{ text: cell, code: false, strong: false, source, start: from, end: at }];
    }),
  );
}
