import { stubMessage } from '../languages/writing.ts';
import type { Span } from '../types.ts';
import type { AnalysedSite, DocumentAnalysis } from './documentAnalysis.ts';

const longestStub = 2_000;

/** Whether the body of an arm only fails, as a fix has written it: see `notHandled`. */
export function isStub({ text }: Pick<DocumentAnalysis, 'text'>, { start, end }: Span): boolean {
  return end - start < longestStub && text.slice(start, end).includes(stubMessage);
}

/** The required codes of a site that only stubs name. */
export function stubsOf(analysis: Pick<DocumentAnalysis, 'text'>, { site, required }: AnalysedSite): ReadonlySet<string> {
  const stubs = new Set<string>();
  const written = new Set<string>();
  for (const { labels, body } of site.arms) {
    const codes = isStub(analysis, body) ? stubs : written;
    for (const { value } of labels) if (value !== undefined) codes.add(value);
  }
  return new Set(required.filter((code) => stubs.has(code) && !written.has(code)));
}
