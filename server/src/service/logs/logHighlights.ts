import type { LogRecogniser } from './logRecogniser.ts';
import { findStatuses } from './textFacts.ts';
import type { Span } from '../types.ts';

/** Something in a log that the loaded catalogues make meaningful. */
export interface LogHighlight {
  readonly kind: 'code' | 'requestId' | 'status';
  /** The code, id or status itself, as it is written. */
  readonly value: string;
  readonly span: Span;
}

const mostHighlights = 50_000;

/**
 * The codes, request ids and HTTP statuses of a log, in the order of the text, without overlaps.
 * @param range looks only at the lines that it touches; absent: the whole text
 * @returns at most 50,000
 */
export function findLogHighlights(text: string, recogniser: LogRecogniser, range?: Span): LogHighlight[] {
  const start = range === undefined ? 0 : text.lastIndexOf('\n', range.start - 1) + 1;
  const lineEnd = range === undefined ? -1 : text.indexOf('\n', range.end);
  const part = text.slice(start, lineEnd < 0 ? text.length : lineEnd);
  const found: LogHighlight[] = [
    ...recogniser.findCodes(part, 0, part.length, mostHighlights).map(({ code, span }) => highlight('code', code, span, start)),
    ...recogniser.findRequestIds(part, mostHighlights).map(({ id, span }) => highlight('requestId', id, span, start)),
    ...findStatuses(part, mostHighlights).map(({ status, span }) => highlight('status', String(status), span, start)),
  ];
  found.sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end);
  return found
    .filter(({ span }, index) => index === 0 || span.start >= (found[index - 1]?.span.end ?? 0))
    .slice(0, mostHighlights);
}

/** Returns the highlight at an offset of a log; looks only at the line of the offset. */
export function findLogHighlightAt(text: string, offset: number, recogniser: LogRecogniser): LogHighlight | undefined {
  const inLine = findLogHighlights(text, recogniser, { start: offset, end: offset });
  return inLine.find(({ span }) => span.start <= offset && offset <= span.end);
}

function highlight(kind: LogHighlight['kind'], value: string, span: Span, start: number): LogHighlight {
  return { kind, value, span: { start: start + span.start, end: start + span.end } };
}
