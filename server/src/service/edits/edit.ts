import type { Span } from '../types.ts';

/** One replacement in a document. */
export interface Edit {
  readonly span: Span;
  readonly text: string;
}

/** Edits, and how they have to be read where that does not follow from their characters. */
export interface Written {
  readonly edits: readonly Edit[];
  readonly claim?: Claim;
}

/** How a text that was written out of a catalogue must be read: a text that is read differently is not offered. */
export type Claim =
  /** The same edits with harmless words show the expected form of the tree; each word represents a text. */
  | { readonly kind: 'alike'; readonly harmless: readonly Edit[]; readonly words: ReadonlyMap<string, string> }
  /** The one edit replaces a literal or word, and nothing else changes. */
  | { readonly kind: 'replaced'; readonly value: string }
  /** A string literal has this value. */
  | { readonly kind: 'literal'; readonly literal: string; readonly value: string }
  /** A word is a name. */
  | { readonly kind: 'name'; readonly name: string }
  /** The one edit writes a comment on a line of its own, and nothing else. */
  | { readonly kind: 'comment' };
