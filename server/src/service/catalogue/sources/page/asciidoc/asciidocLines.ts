import type { SourceNote } from '../../source.ts';
import { isBlank, type LinedText, type PageLine } from '../linedText.ts';
import type { Block } from '../pageBlocks.ts';

/** The state that the parts of a page share. */
export interface AsciidocContext {
  readonly text: LinedText;
  readonly notes: SourceNote[];
  readonly depth: number;
  /** Reads the blocks of some lines. */
  readBody(lines: readonly PageLine[], context: AsciidocContext): Block[];
}

/** Opens a block of code, or a comment. */
export const codeFence = /^(?:-{4,}|\.{4,}|\+{4,}|\/{4,}|`{3,})/;
/** Opens and closes a block of any kind. */
export const fence = /^(?:-{4,}|\.{4,}|\+{4,}|\/{4,}|={4,}|\*{4,}|_{4,}|--)$|^`{3,}\w*$/;
/** Opens and closes a table. */
export const tableFence = /^([|,:!])={3,}$/;

/** Where a paragraph ends: at a blank line, or where another block begins. */
export function endOfParagraph(lines: readonly PageLine[], start: number): number {
  let end = start + 1;
  while (!isBlank(lines[end]) && !startsBlock(lines[end]?.text ?? '')) end++;
  return end;
}

/** Whether a line ends the text above it although no blank line is between both. */
export function startsBlock(line: string): boolean {
  return fence.test(line) || tableFence.test(line) || /^\[[^\]]{0,500}\]$|^(?:include|ifn?def|endif|ifeval)::/.test(line);
}

/** The line that closes the block which a line opens; the number of lines where none does. */
export function closingOf(lines: readonly PageLine[], start: number): number {
  const opened = lines[start]?.text ?? '';
  const mark = opened.startsWith('```') ? '```' : opened;
  for (let at = start + 1; at < lines.length; at++) if (lines[at]?.text === mark) return at;
  return lines.length;
}
