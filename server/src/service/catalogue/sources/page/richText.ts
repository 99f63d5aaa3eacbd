import type { SourceLocation } from '../../../types.ts';

/** The text that runs were read from, and the place of each of its offsets in the document. */
export interface PageSource {
  readonly text: string;
  placeOf(offset: number): SourceLocation;
}

/** A stretch of one line with the same markup. A line break is a run of its own, whose text is a line feed. */
export interface Run {
  readonly text: string;
  /** Written as code. */
  readonly code: boolean;
  readonly strong: boolean;
  readonly source: PageSource;
  /** Where the run begins and ends in the source; its text may be shorter, for escapes and entities are resolved. */
  readonly start: number;
  readonly end: number;
}

/** Text of a cell, a heading, a paragraph: the visible text, without markup. */
export type RichText = readonly Run[];

/** The visible text, on one line, white space collapsed. */
export function plainTextOf(text: RichText): string {
  return collapse(joinRuns(text).replaceAll('~~', ''));
}

/** White space collapsed, control and zero-width characters gone. */
export function collapse(text: string): string {
  return (
    text
      // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
      .replace(/[\u0000-\u0008\u000e-\u001f\u007f\u200b\u200c\u2060\ufeff]/g, '')
      .replace(/\s+/g, ' ')
      .trim()
  );
}

/** The lines of a text; empty ones are left out. */
export function linesOf(text: RichText): RichText[] {
  const lines: Run[][] = [[]];
  for (const run of text) {
    if (run.text === '\n') lines.push([]);
    else lines.at(-1)?.push(run);
  }
  return lines.filter((line) => line.some((run) => run.text.trim() !== ''));
}

/** A part of a run; `from` and `to` count its characters. */
export function sliceRun(run: Run, from: number, to: number = run.text.length): Run {
  return { ...run, text: run.text.slice(from, to), start: skip(run, from) };
}

/** The rest of a text after its first `count` characters, as `joinRuns` counts them. */
export function dropCharacters(text: RichText, count: number): RichText {
  let left = count;
  const rest: Run[] = [];
  for (const run of text) {
    if (left >= run.text.length) left -= run.text.length;
    else {
      rest.push(left > 0 ? sliceRun(run, left) : run);
      left = 0;
    }
  }
  return rest;
}

/** The characters of a text as they are, line feeds included. */
export function joinRuns(text: RichText): string {
  return text.map((run) => run.text).join('');
}

/** The place of a character of a run in the document. */
export function locationIn(run: Run, index: number): SourceLocation {
  return run.source.placeOf(skip(run, index));
}

/** The offset of a character: escapes and entities make the source longer than the text. */
function skip({ text, source, start, end }: Run, index: number): number {
  let at = start;
  for (let i = 0; i < index && at < end; i++) at = stepOver(source.text, at, end, text[i] ?? '');
  return source.text[at] === '\\' && text[index] !== '\\' && source.text[at + 1] === text[index] ? at + 1 : Math.min(at, end);
}

function stepOver(source: string, at: number, end: number, character: string): number {
  if (source[at] === character) return at + 1;
  if (source[at] === '\\' && source[at + 1] === character) return at + 2;
  if (source[at] === '&') {
    const length = source.slice(at, at + 34).indexOf(';') + 1;
    if (length > 0) return at + length;
  }
  // Indentation and marks of containers at the beginning of a line are not part of the text.
  const ahead = source.slice(at, Math.min(end, at + 200)).indexOf(character);
  return ahead === -1 ? at : at + ahead + 1;
}

/** Cuts a text of several lines into runs. */
export function runsOf(
  value: string,
  mark: { readonly code: boolean; readonly strong: boolean },
  source: PageSource,
  start: number,
  end: number,
): Run[] {
  const runs: Run[] = [];
  let at = start;
  value.split('\n').forEach((line, index) => {
    if (index > 0) {
      runs.push({ ...mark, text: '\n', source, start: at, end: at });
      at = Math.max(at, source.text.indexOf('\n', at) + 1);
    }
    const run: Run = { ...mark, text: line, source, start: at, end };
    runs.push(run);
    if (value.length > line.length) at = Math.max(at, skip(run, line.length));
  });
  return runs;
}

const markup =
  /(`+)([^`]{1,2000})\1|\*\*([^*]{1,2000})\*\*|\[([^\][]{0,1000})\]\([^()\s]{0,2000}\)|(<br\s{0,9}\/?>)|<\/?[A-Za-z][^<>]{0,1000}>|\\([!-/:-@[-`{-~])/g;

/** Reads the Markdown that people write inside of HTML and attributes: code, bold, links, breaks, escapes. */
export function readMarkup(value: string, source: PageSource, start: number, end: number): Run[] {
  const runs: Run[] = [];
  const plain = { code: false, strong: false };
  const whole: Run = { ...plain, text: value, source, start, end };
  const add = (text: string, index: number, mark: { code: boolean; strong: boolean }): void => {
    if (text !== '') runs.push(...runsOf(text, mark, source, skip(whole, index), end));
  };
  let at = 0;
  for (const match of value.matchAll(markup)) {
    add(value.slice(at, match.index), at, plain);
    at = match.index + match[0].length;
    const [, , code, strong, link, lineBreak, escaped] = match;
    const inner = code ?? strong ?? link ?? escaped ?? '';
    if (lineBreak !== undefined) runs.push({ ...whole, text: '\n' });
    else
      add(inner, match.index + Math.max(0, match[0].indexOf(inner)), { code: code !== undefined, strong: strong !== undefined });
  }
  add(value.slice(at), at, plain);
  return runs;
}
