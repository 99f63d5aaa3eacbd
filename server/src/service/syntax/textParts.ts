import type { Span } from '../types.ts';

/** How the declarations of a file's top level can be told apart without parsing it: patterns for what starts in a line's first column. */
export interface TopLevelShape {
  /** Begins a declaration, whatever precedes it. */
  readonly declaration: string;
  /** Words that may stand right before a name. Any other word there makes prose of both: SQL in a string, a sentence in a comment. */
  readonly beforeName: string;
  /** Begins a statement that may decide what runs after it: a file with one is read whole. */
  readonly statement: string;
}

/** Stretches of a text, in its order. */
export interface TextParts {
  readonly spans: readonly Span[];
  covers(offset: number): boolean;
}

/** With more than this share of the text there is nothing to be won. */
const largestShare = 0.9;

/**
 * Finds the declarations of the top level that hold one of some offsets. Quotes that span lines and comments are told apart by
 * counting: what is found must still parse without an error to be believed.
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

/** Whether a stretch of a text may be a literal or a name in code; false for what its line shows to be prose. */
export function mayBeCode(text: string, { start, end }: Span, shape: TopLevelShape): boolean {
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  const before = text.slice(Math.max(lineStart, start - longestBefore), start);
  if (start - lineStart <= longestBefore && /^\s*(?:\*|\/\/)/.test(before)) {
    // In a template's text, code can follow.
    const lineEnd = text.indexOf('\n', end);
    if (!text.slice(lineStart, lineEnd < 0 ? text.length : lineEnd).includes('${')) return false;
  }
  const word = /([\p{L}\p{N}_$]+)[ \t]+$/u.exec(before)?.[1];
  if (word === undefined) return true;
  let words = names.get(shape);
  if (!words) names.set(shape, (words = new Set(shape.beforeName.split(' '))));
  return words.has(word);
}

const longestBefore = 200;
const names = new WeakMap<TopLevelShape, ReadonlySet<string>>();

/** What tells where declarations begin: quick, and with what else can hold a quote. */
const patterns = new WeakMap<TopLevelShape, readonly [quick: RegExp, careful: RegExp]>();

/** Where the declarations begin, the start of the text before all; undefined when that cannot be told. */
function findStarts(text: string, shape: TopLevelShape): number[] | undefined {
  let known = patterns.get(shape);
  if (!known) {
    const line = `^(?:(?<declaration>${shape.declaration})|(?<statement>${shape.statement}))`;
    const marks = `(?<quote>\`)|(?<open>/\\*)|(?<close>\\*/)|${line}`;
    const skipped = `(?<skipped>"(?:[^"\\\\\\n]|\\\\.)*"|'(?:[^'\\\\\\n]|\\\\.)*'|//.*)`;
    patterns.set(shape, (known = [new RegExp(marks, 'gm'), new RegExp(`${skipped}|${marks}`, 'gm')]));
  }
  // Few texts have a quote that is none.
  for (const pattern of known) {
    const { starts, endsQuoted } = scanStarts(text, pattern);
    if (!endsQuoted) return starts;
  }
  return undefined;
}

function scanStarts(text: string, pattern: RegExp): { readonly starts?: number[]; readonly endsQuoted: boolean } {
  const starts = [0];
  let quoted = false;
  let commented = false;
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    const { groups = {}, index } = match;
    if (groups['quote'] !== undefined) quoted = commented ? quoted : !quoted;
    else if (groups['open'] !== undefined) commented = !quoted;
    else if (groups['close'] !== undefined) commented = false;
    else if (groups['skipped'] !== undefined) pattern.lastIndex = quoted || commented ? index + 1 : pattern.lastIndex;
    else if (quoted || commented) continue;
    else if (groups['statement'] !== undefined) return { endsQuoted: false };
    else if (index > 0) starts.push(index);
  }
  return { starts, endsQuoted: quoted };
}
