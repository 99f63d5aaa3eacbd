import type { Span } from '../types.ts';
import type { Claim, Edit } from './edit.ts';

/** One proposal. The order of the list is the order in which they are to be shown. */
export interface CompletionAnswer {
  readonly label: string;
  /** Empty when the catalogue gives no status. */
  readonly status: string;
  readonly api: string;
  /** The text that is matched with the typed letters. */
  readonly filter: string;
  readonly replace: Span;
  readonly text: string;
  readonly kind: 'code' | 'arms' | 'class';
  readonly handled: boolean;
  readonly further: readonly Edit[];
  /** How it has to be read; absent: that follows from its characters. */
  readonly claims?: readonly Claim[];
  /** For the documentation, which a client asks for later. */
  readonly data: { readonly catalogue: string; readonly codes: readonly string[] };
}

export interface CompletionList {
  readonly items: readonly CompletionAnswer[];
  /** There are more: ask again as the user types on. */
  readonly incomplete: boolean;
}

/** The most proposals at once: a longer list is no help, and costs the editor time. */
export const mostItems = 200;

/** Whether the typed letters occur in a proposal in their order, as editors match them. */
export function matches(candidate: string, typed: string): boolean {
  let at = 0;
  const wanted = typed.toLowerCase();
  for (const character of candidate.toLowerCase()) {
    if (character === wanted.charAt(at)) at += 1;
    if (at >= wanted.length) return true;
  }
  return wanted.length === 0;
}
