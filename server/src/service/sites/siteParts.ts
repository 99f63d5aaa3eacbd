import type { Node } from 'web-tree-sitter';
import type { SyntaxContext } from '../mentions/constants.ts';
import type { Span, Subject } from '../types.ts';
import { judgedText } from './judgedText.ts';
import { classifySubject, normaliseSubject } from './subject.ts';

export function spanOf(node: Node): Span {
  return { start: node.startIndex, end: node.endIndex };
}

/** A site's subject, and the spelling under which it is compared with other subjects. */
export function describeSubject(
  context: SyntaxContext,
  node: Node | undefined,
): { readonly subject: Subject; readonly key: string } | undefined {
  if (!node) return undefined;
  const span = spanOf(node);
  const text = context.text.slice(span.start, span.end);
  return { subject: { text, span, reads: readsAs(context, node) }, key: normaliseSubject(text) };
}

/** Of several values that are compared at once, the code counts. */
function readsAs(context: SyntaxContext, node: Node): Subject['reads'] {
  const values = /^tuple(?:_expression)?$/.test(node.type) ? node.namedChildren.filter((value) => value !== null) : [];
  const isCode = values.some((value) => classifySubject(judgedText(context, value)) === 'code');
  return isCode ? 'code' : classifySubject(judgedText(context, node));
}

const assertions =
  /\b\w*[nN]ever\s*\(|:\s*never\s*=|\bsatisfies\s+never\b|\bT\.absurd\b|\babsurd\s*\(|\bexhausti(?:ve|on)\w*\s*\(|\bassert(?:_unreachable|Unreachable|Exhaustive)\w*\s*\(|\bUnreachableCaseError\b|@unknown\s+default\b/i;

/** Whether a default arm only asserts that nothing is left for it: it asks for all codes to be named. */
export function assertsNothingLeft({ text }: SyntaxContext, { start, end }: Span): boolean {
  return assertions.test(text.slice(start, Math.min(end, start + 1000)));
}
