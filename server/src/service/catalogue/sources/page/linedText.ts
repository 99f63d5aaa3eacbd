import { createPlaces } from '../createPlaces.ts';
import type { CodeBlock } from './pageBlocks.ts';
import type { PageSource, RichText, Run } from './richText.ts';

/** A line of a page, or the part of it that a block or cell has. */
export interface PageLine {
  readonly text: string;
  /** Where the text begins in the page. */
  readonly at: number;
}

/** A stretch of a line that its markup makes something else: shown as `text`, which may be empty. */
export interface MarkedPart {
  /** Where the markup begins and ends in the line. */
  readonly from: number;
  readonly to: number;
  readonly text: string;
  /** Where the text begins in the line. */
  readonly index: number;
  readonly code?: boolean;
  readonly strong?: boolean;
}

/** The lines of a page, and the text in them as it is read. */
export interface LinedText {
  readonly source: PageSource;
  readonly lines: readonly PageLine[];
  /** The runs of lines one below the other. */
  inline(lines: readonly PageLine[]): RichText;
  /** The code in lines. @param language in small letters */
  code(lines: readonly PageLine[], language: string): CodeBlock;
  /** The number of a line in the page, from 0. */
  numberOf(line: PageLine | undefined): number;
}

/** Longer lines are no text that people write. */
const longestLine = 20_000;

/**
 * Cuts a page into lines.
 *
 * @param text the page, of which line breaks may be of any kind
 * @param markupOf finds the markup of a line
 */
export function createLinedText(text: string, markupOf: (line: string) => Iterable<MarkedPart>): LinedText {
  const placeOf = createPlaces(text);
  const source: PageSource = { text, placeOf };
  const lines: PageLine[] = [];
  let at = 0;
  for (const part of text.split(/(\r\n|\r|\n)/)) {
    if (/^[\r\n]+$/.test(part)) at += part.length;
    else {
      lines.push({ text: part.length > longestLine ? '' : part.trimEnd().replaceAll('\t', '        '), at });
      at += part.length;
    }
  }

  const inlineOf = (line: PageLine): Run[] => {
    const runs: Run[] = [];
    let from = 0;
    const add = (value: string, index: number, mark: { code?: boolean; strong?: boolean } = {}): void => {
      const start = line.at + index;
      const { code = false, strong = false } = mark;
      if (value !== '') runs.push({ text: value, code, strong, source, start, end: start + value.length });
    };
    for (const part of markupOf(line.text)) {
      add(line.text.slice(from, part.from), from);
      from = part.to;
      add(part.text, part.index, part);
    }
    add(line.text.slice(from), from);
    return runs;
  };

  return {
    source,
    lines,
    inline: (some) =>
      some.flatMap((line, index) => {
        const own = inlineOf({ text: line.text.trim(), at: line.at + indentOf(line) });
        const lineBreak: Run = { text: '\n', code: false, strong: false, source, start: line.at, end: line.at };
        return index === 0 ? own : [lineBreak, ...own];
      }),
    code(some, language) {
      const start = some[0]?.at ?? 0;
      const code = some.map((line) => line.text).join('\n');
      return { kind: 'code', language, text: code, source, start, line: placeOf(start).line };
    },
    numberOf: (line) => placeOf(line?.at ?? 0).line,
  };
}

/** How far a line is indented. */
export function indentOf({ text }: PageLine): number {
  return text.length - text.trimStart().length;
}

/** A line without its first characters. */
export function cutLine({ text, at }: PageLine, from: number, to?: number): PageLine {
  const start = Math.min(from, text.length);
  return { text: text.slice(start, to).trimEnd(), at: at + start };
}

/** Whether a line is blank, or absent. */
export function isBlank(line: PageLine | undefined): boolean {
  return line === undefined || line.text.trim() === '';
}
