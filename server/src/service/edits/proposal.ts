import type { Finding } from '../types.ts';
import type { Edit, Written } from './edit.ts';

/** A change that is offered to the user. */
export interface CodeActionAnswer {
  readonly title: string;
  readonly kind: 'quickfix' | 'refactor.rewrite' | 'source.fixAll.apiErrorCodes' | 'source.addMissingCases.apiErrorCodes';
  readonly edits: readonly Edit[];
  readonly finding?: Finding;
  readonly preferred?: boolean;
  /** It adds the cases of one status: this many. */
  readonly status?: number;
  /** One of the ways to say that the API is not meant. */
  readonly notThisApi?: true;
  /** For the editor's own command instead of edits: the API is not meant below this folder. */
  readonly excludeFolder?: { readonly catalogue: string };
}

/** A change that may be offered once it has been read back. */
export interface Proposal extends Omit<CodeActionAnswer, 'edits'> {
  /** The ways to write it, the best first. */
  readonly ways: readonly Written[];
}
