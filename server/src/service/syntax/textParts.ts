import { onceFor } from '../../shared/onceFor.ts';
import type { Span } from '../types.ts';

/** How to separate the declarations of a file's top level without parsing it. Patterns are given by their source. */
export interface TopLevelShape {
  /** Pattern of the beginning of a declaration in a line's first column, after any text. */
  readonly declaration: string;
  /**
   * Words that are possible right before a name. Any other word there makes prose of both: SQL in a string, a sentence in a
   * comment. Undefined: any word is possible.
   */
  readonly beforeName: string | undefined;
  /** Pattern of the beginning of a statement there that may decide which code runs after it: a file with one is read whole. */
  readonly statement: string;
  /** Pattern of the signs that begin and end texts over several lines. */
  readonly quotes: string;
  /** There are comments between slashes and asterisks. */
  readonly blockComments: boolean;
  /** Begins a comment that ends with its line. */
  readonly lineComment: string;
  /** Pattern of the beginning of a comment's line, after white space. */
  readonly commentLine: string;
}

/** Stretches of a text, in its order. */
export interface TextParts {
  readonly spans: readonly Span[];
  covers(offset: number): boolean;
}

/** With more than this share of the text there is nothing to be won. */
const largestShare = 0.9;

/**
 * Finds the declarations of the top level that contain one of some offsets. Quotes that span lines are separated from comments
 * by counting: a result only counts if it parses without an error.
 * @param offsets in any order
 * @returns undefined when the text is better parsed whole
 */
export function findParts(text: string, offsets: readonly number[], shape: TopLevelShape): TextParts | undefined {
  const starts = offsets.length === 0 ? [] : findStarts(text, shape);
  if (!starts) return undefined;
  const wanted = [...offsets].sort((a, b) => a - b);
  const kept: { start: number; end: number }[] = [];
  let size = 0;
  let at = 0;
  for (let index = 0; index < starts.length; index += 1) {
    const start = starts[index] ?? 0;
    const end = starts[index + 1] ?? text.length;
    if ((wanted[at] ?? Number.POSITIVE_INFINITY) >= end) continue;
    while ((wanted[at] ?? Number.POSITIVE_INFINITY) < end) at += 1;
    const last = kept.at(-1);
    if (last?.end === start) last.end = end;
    else kept.push({ start, end });
    size += end - start;
  }
  if (size > text.length * largestShare) return undefined;
  return {
    spans: kept,
    covers: (offset) => kept.some(({ start, end }) => start <= offset && offset < end),
  };
}

/** Whether a stretch of a text may be a literal or a name in code; false if its line shows that it is prose. */
export function mayBeCode(text: string, { start, end }: Span, shape: TopLevelShape): boolean {
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  const before = text.slice(Math.max(lineStart, start - longestBefore), start);
  const { names, comment } = wordsOf(shape);
  if (start - lineStart <= longestBefore && comment.test(before)) {
    // In a template's text, code can follow.
    const lineEnd = text.indexOf('\n', end);
    if (!text.slice(lineStart, lineEnd < 0 ? text.length : lineEnd).includes('${')) return false;
  }
  const word = /([\p{L}\p{N}_$]+)[ \t]+$/u.exec(before)?.[1];
  return word === undefined || names === undefined || names.has(word);
}

const longestBefore = 200;

const wordsOf = onceFor(({ beforeName, commentLine }: TopLevelShape) => ({
  names: beforeName === undefined ? undefined : new Set(beforeName.split(' ')),
  comment: new RegExp(`^\\s*(?:${commentLine})`),
}));

/** Returns the beginnings of the declarations, and first the start of the text; undefined when they are uncertain. */
function findStarts(text: string, shape: TopLevelShape): number[] | undefined {
  // Few texts contain a quote sign that does not quote.
  for (const pattern of patternsOf(shape)) {
    const { starts, endsQuoted } = scanStarts(text, pattern);
    if (!endsQuoted) return starts;
  }
  return undefined;
}

/** A text that ends with its line: like a comment, it can contain marks without their meaning. */
const textOfLine = `"(?:[^"\\\\\\n]|\\\\.)*"|'(?:[^'\\\\\\n]|\\\\.)*'`;

/** The patterns for the beginnings of declarations: a quick one, and one that also knows other places of quotes. */
const patternsOf = onceFor((shape: TopLevelShape): readonly [quick: RegExp, careful: RegExp] => {
  const { quotes, blockComments, lineComment, declaration, statement } = shape;
  const comments = blockComments ? '(?<open>/\\*)|(?<close>\\*/)|' : '';
  const marks = `(?<quote>${quotes})|${comments}^(?:(?<declaration>${declaration})|(?<statement>${statement}))`;
  return [new RegExp(marks, 'gm'), new RegExp(`${marks}|(?<skipped>${textOfLine}|${lineComment}.*)`, 'gm')];
});

function scanStarts(text: string, pattern: RegExp): { readonly starts?: number[]; readonly endsQuoted: boolean } {
  const starts = [0];
  let quoted: string | undefined;
  let commented = false;
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    const { groups = {}, index } = match;
    const { quote } = groups;
    if (quote !== undefined && !commented && (quoted === undefined || quoted === quote))
      quoted = quoted === undefined ? quote : undefined;
    else if (groups['open'] !== undefined) commented = quoted === undefined;
    else if (groups['close'] !== undefined) commented = false;
    else if (quoted !== undefined || commented) {
      if (groups['skipped'] !== undefined) pattern.lastIndex = index + 1;
    } else if (groups['statement'] !== undefined) return { endsQuoted: false };
    else if (groups['declaration'] !== undefined && index > 0) starts.push(index);
  }
  return { starts, endsQuoted: quoted !== undefined };
}
