import type { DocumentAnalysis } from '../analysis/documentAnalysis.ts';
import { isStub } from '../analysis/stubs.ts';
import { addArms } from '../edits/addArms.ts';
import type { Proposal } from '../edits/proposal.ts';
import { siteAt } from '../edits/siteAt.ts';
import { describeStatus } from '../render/status.ts';
import type { Span } from '../types.ts';

/** A code that a site must handle. */
export interface SiteCode {
  readonly code: string;
  readonly status: string;
  readonly cause: string;
  readonly state: 'missing' | 'stub' | 'handled';
  /** Its label; absent for a code without one: it is missing, or its class is caught. */
  readonly span?: Span;
}

/** The codes of the site at an offset, missing ones first; undefined where there is no site. */
export function listSiteCodes(analysis: DocumentAnalysis, offset: number): readonly SiteCode[] | undefined {
  const found = siteAt(analysis, { start: offset, end: offset });
  if (!found) return undefined;
  const { site, required, missing, attribution } = found;
  const labels = new Map<string, { readonly span: Span; readonly stub: boolean }>();
  for (const { labels: own, body } of site.arms) {
    for (const { value, span } of own)
      if (value !== undefined && !labels.has(value)) labels.set(value, { span, stub: isStub(analysis, body) });
  }
  const codes = required.map((code): SiteCode => {
    const { statuses = [], cause = '' } = attribution.catalogue.codes.get(code) ?? {};
    const label = labels.get(code);
    const state = missing.includes(code) ? 'missing' : label?.stub ? 'stub' : 'handled';
    return { code, status: describeStatus(statuses), cause, state, ...(label ? { span: label.span } : {}) };
  });
  const order = ['missing', 'stub', 'handled'];
  return codes.sort((a, b) => order.indexOf(a.state) - order.indexOf(b.state));
}

/** The case for one missing code of the site at an offset; empty where none can be added. */
export function proposeSiteCode(analysis: DocumentAnalysis, offset: number, code: string): readonly Proposal[] {
  const found = siteAt(analysis, { start: offset, end: offset });
  const written = found?.missing.includes(code) ? addArms(analysis, found, [code]) : undefined;
  return written ? [{ title: code, kind: 'quickfix', ways: [written] }] : [];
}
