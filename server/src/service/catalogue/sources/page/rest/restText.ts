import { createPlaces } from '../createPlaces.ts';
import type { PageSource, RichText, Run } from '../richText.ts';

/** A line of a page, or the part of it that a block or cell has. */
export interface RestLine {
  readonly text: string;
  /** Where the text begins in the page. */
  readonly at: number;
}

/** The lines of a page, and the text in them as it is read. */
export interface RestText {
  readonly source: PageSource;
  readonly lines: readonly RestLine[];
  /** The runs of lines one below the other. */
  inline(lines: readonly RestLine[]): RichText;
  /** The number of a line in the page, from 0. */
  numberOf(line: RestLine | undefined): number;
}

/** Longer lines are no text that people write. */
const longestLine = 20_000;

const markup =
  /``([^`]{1,2000})``|\*\*([^*\s][^*]{0,2000})\*\*|(?<!\w)\*([^*\s][^*]{0,2000})\*|:([\w:+.-]{1,60}):`([^`]{1,2000})`|`([^`<>]{1,1000}?)\s*<[^`<>]{0,1000}>`_{0,2}|`([^`]{1,2000})`_{0,2}|\|([^|\s][^|]{0,200})\|_{0,2}|\\(.)/g;
const codeRoles =
  /^(?:code|c|py|data|macro|exc|class|literal|samp|envvar|const|obj|attr|enumerator)\b|:(?:exc|class|macro|data|const|enumerator)$/;

/** @param text the page, of which line breaks may be of any kind */
export function createRestText(text: string): RestText {
  const places = createPlaces(text);
  const source: PageSource = { text, placeOf: places };
  const lines: RestLine[] = [];
  let at = 0;
  for (const part of text.split(/(\r\n|\r|\n)/)) {
    if (/^[\r\n]+$/.test(part)) at += part.length;
    else {
      lines.push({ text: part.length > longestLine ? '' : part.trimEnd().replaceAll('\t', '        '), at });
      at += part.length;
    }
  }

  const run = (value: string, start: number, mark: { code?: boolean; strong?: boolean }): Run => ({
    text: value,
    code: mark.code ?? false,
    strong: mark.strong ?? false,
    source,
    start,
    end: start + value.length,
  });

  const inlineOf = (line: RestLine): Run[] => {
    const runs: Run[] = [];
    let from = 0;
    const add = (value: string, index: number, mark: { code?: boolean; strong?: boolean } = {}): void => {
      if (value !== '') runs.push(run(value, line.at + index, mark));
    };
    for (const match of line.text.matchAll(markup)) {
      add(line.text.slice(from, match.index), from);
      from = match.index + match[0].length;
      const [, literal, strong, emphasis, role, inRole, link, plain, substitution, escaped] = match;
      const inner = literal ?? strong ?? emphasis ?? inRole ?? link ?? plain ?? substitution ?? escaped ?? '';
      const shown = inRole === undefined ? inner : inner.replace(/\s*<[^<>]{0,500}>$/, '').replace(/^[~!]/, '');
      const code =
        literal !== undefined || (role !== undefined && codeRoles.test(role)) || (plain !== undefined && !/\s/.test(plain));
      add(shown, match.index + Math.max(0, match[0].indexOf(shown)), { code, strong: strong !== undefined });
    }
    add(line.text.slice(from), from);
    return runs;
  };

  return {
    source,
    lines,
    inline: (some) =>
      some.flatMap((line, index) => {
        const text = line.text.replace(/^\s*\|\s/, (bar) => ' '.repeat(bar.length));
        const blank = text.length - text.trimStart().length;
        const own = inlineOf({ text: text.trim(), at: line.at + blank });
        return index === 0 ? own : [run('\n', line.at, {}), ...own];
      }),
    numberOf: (line) => (line ? places(line.at).line : 0),
  };
}

/** How far a line is indented. */
export function indentOf({ text }: RestLine): number {
  return text.length - text.trimStart().length;
}

/** A line without its first characters. */
export function cutLine({ text, at }: RestLine, from: number, to?: number): RestLine {
  const start = Math.min(from, text.length);
  return { text: text.slice(start, to).trimEnd(), at: at + start };
}

export function isBlank({ text }: RestLine): boolean {
  return text.trim() === '';
}
