import type { DocumentAnalysis } from './documentAnalysis.ts';
import type { ClassEntry } from '../catalogue/classIndex.ts';
import { classNodeAt, literalAt, readLabelAt } from '../mentions/constants.ts';
import type { Span } from '../types.ts';

/** The class of a catalogue that an offset in code names; undefined in comments and texts, and for other classes. */
export function classAt(
  { context }: DocumentAnalysis,
  offset: number,
): { readonly entry: ClassEntry; readonly span: Span } | undefined {
  const hit = context.classes.hits.find(({ start, end }) => start <= offset && offset <= end);
  const entry = hit && classNodeAt(context, hit) ? context.classes.classAt(hit.code) : undefined;
  return hit && entry && { entry, span: { start: hit.start, end: hit.end } };
}

/** The code that an offset in code names, directly or through a constant; undefined when it names no code. */
export function mentionAt(
  analysis: DocumentAnalysis,
  offset: number,
): { readonly code: string; readonly span: Span } | undefined {
  const { context, hits } = analysis;
  const hit = hits.find(({ start, end }) => start <= offset && offset <= end);
  if (hit && literalAt(context, hit)) return { code: hit.code, span: { start: hit.start, end: hit.end } };
  for (
    let node = context.root.descendantForIndex(offset, offset), climbed = 0;
    node !== null && climbed < 3;
    node = node.parent, climbed += 1
  ) {
    const label = readLabelAt(context, node);
    if (label?.form === 'constant' && label.value !== undefined) return { code: label.value, span: label.whole };
  }
  return undefined;
}
