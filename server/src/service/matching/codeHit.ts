import type { Span } from '../types.ts';

/** A place of a code as a whole token. */
export interface CodeHit extends Span {
  readonly code: string;
}

/** Finds the codes of all catalogues in any text. */
export interface CodeMatcher {
  /** Whether the text contains any code as a substring: the cheap question before parsing. */
  mayMatch(text: string): boolean;
  /** Every whole-token hit, in order. Matching is case-sensitive. */
  findAll(text: string, from?: number, to?: number): CodeHit[];
}
