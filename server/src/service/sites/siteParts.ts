import type { Node } from 'web-tree-sitter';
import type { SyntaxContext } from '../mentions/constants.ts';
import type { Span, Subject } from '../types.ts';
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
  return { subject: { text, span, reads: classifySubject(text) }, key: normaliseSubject(text) };
}
