import { describeError } from '../../shared/describeError.ts';
import { RE2JS } from 're2js';
import type { Span } from '../types.ts';

/** A pattern from outside that cannot run away: RE2's time grows linearly with the text. */
export interface BoundedPattern {
  /** Whether the whole text has the pattern's shape. */
  matches(text: string): boolean;
  /** The places of the text that have the pattern's shape, left to right, empty matches left out, at most `limit`. */
  findAll(text: string, limit?: number): Span[];
}

export type BoundedPatternResult =
  | { readonly ok: true; readonly pattern: BoundedPattern }
  | { readonly ok: false; readonly problem: string };

/**
 * Compiles a pattern from outside: `createBoundedPattern`, passed in where it is not always needed, since RE2 takes time to
 * load.
 */
export type PatternCompiler = (source: string) => BoundedPatternResult;

const longestSource = 2_000;
const mostMatches = 10_000;

/**
 * Compiles a pattern that a catalogue or a setting brings. The only place where such a pattern is run.
 * @param source RE2 syntax: no look-around and no back-references
 * @returns the problem as a sentence when the pattern is too long or is not RE2 syntax
 */
export function createBoundedPattern(source: string): BoundedPatternResult {
  if (source.length > longestSource) return { ok: false, problem: `The pattern is longer than ${longestSource} characters.` };
  try {
    const compiled = RE2JS.compile(source);
    return { ok: true, pattern: { matches: (text) => compiled.matches(text), findAll: createFindAll(compiled) } };
  } catch (error) {
    return { ok: false, problem: describeError(error) };
  }
}

function createFindAll(compiled: RE2JS): BoundedPattern['findAll'] {
  return (text, limit = mostMatches) => {
    const spans: Span[] = [];
    const matcher = compiled.matcher(text);
    while (spans.length < limit && matcher.find()) {
      const span = { start: matcher.start(), end: matcher.end() };
      if (span.end > span.start) spans.push(span);
    }
    return spans;
  };
}
