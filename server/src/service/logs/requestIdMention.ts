import type { Span } from '../types.ts';

/** The id of a request, or of the trace that it is a part of, in a text. */
export interface RequestIdMention {
  readonly id: string;
  readonly span: Span;
  /** It is the value of a name for such ids. */
  readonly named: boolean;
  /** Many requests may share it. */
  readonly isTrace: boolean;
}
