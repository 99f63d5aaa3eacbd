/**
 * Gives a pasted text a name by its form, so that the right reader takes it. A table that was copied out of a browser or a
 * spreadsheet comes as lines with tabs, and becomes a Markdown table.
 */
export function namePastedText(text: string): { readonly name: string; readonly text: string } {
  const begin = text.trimStart().slice(0, 200);
  if (begin.startsWith('<')) return { name: 'pasted.html', text };
  if (/^[[{]/.test(begin)) return { name: 'pasted.json', text };
  if (/^(?:openapi|swagger|info|- code|codes|errors)\s*:/m.test(text.slice(0, 2_000))) return { name: 'pasted.yaml', text };
  const table = text.includes('|') ? undefined : toMarkdownTable(text);
  return { name: 'pasted.md', text: table ?? text };
}

/** @returns undefined unless at least two lines have the same number of tabs */
function toMarkdownTable(text: string): string | undefined {
  const rows = text
    .split(/\r?\n/)
    .map((line) => line.split('\t').map((cell) => cell.trim()))
    .filter((row) => row.length > 1);
  const [head] = rows;
  if (!head || rows.length < 2) return undefined;
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.slice(1).map(line)].join('\n');
}
