import type { LogRecogniser } from '../logs/logRecogniser.ts';
import type { Span } from '../types.ts';

/** A request id that a click looks up. */
export interface RequestIdLink {
  readonly span: Span;
  readonly requestId: string;
}

const mostLinks = 5_000;

/** The request ids of a log, in the order of the text; at most 5,000, since an editor asks for all of a document at once. */
export function findRequestIdLinks(text: string, recogniser: LogRecogniser): RequestIdLink[] {
  return recogniser.findRequestIds(text, mostLinks).map(({ id, span }) => ({ span, requestId: id }));
}
