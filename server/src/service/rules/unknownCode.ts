import * as l10n from '@vscode/l10n';
import type { DocumentAnalysis } from '../analysis/documentAnalysis.ts';
import { nearestCode } from '../mentions/nearMisses.ts';
import type { Catalogue, Label, Span } from '../types.ts';
import { attributedSites, reportLoose } from './loose.ts';
import type { Draft, Rule } from './rule.ts';

/**
 * A label is no code of the API, but nearly one.
 * Rationale: a misspelt code never matches, and no other tool reports it. A label that is near to no code is taken for a code
 * of a different API and ignored.
 */
export const unknownCode: Rule = {
  id: 'unknown-code',
  check: (analysis: DocumentAnalysis) => {
    const inSites = attributedSites(analysis).flatMap(({ site, attribution }) =>
      site.arms.flatMap(({ labels }) => labels.flatMap((label) => report(label, attribution.catalogue, analysis))),
    );
    const loose = reportLoose(analysis, (found, catalogue) => report(found.label, catalogue, analysis));
    return [...inSites, ...loose];
  },
};

/** Ends the text before what a text is searched for. */
const search =
  /\b(?:includes?\??|contains|starts?_?with\??|hasprefix|indexof|str_\w+\(.{1,80}|strings\.\w+\(.{1,80})\s*[(,]\s*$/i;

/** `message.includes('card_decline')` searches for a part of a code, and `"card_decline" in str(e)`. */
function isPartSearched({ value = '', whole }: Label, near: string, text: string): boolean {
  if (!near.includes(value)) return false;
  const isOperand = /^\s+(?:not\s+)?in\b/.test(text.slice(whole.end, whole.end + 40));
  return isOperand || search.test(text.slice(Math.max(0, whole.start - 120), whole.start));
}

function report(label: Label, catalogue: Catalogue, { facts, text }: DocumentAnalysis): Draft[] {
  const { value, form, span } = label;
  if (value === undefined || (form !== 'string' && form !== 'key') || facts.set.entriesOf(value).length > 0) return [];
  const near = nearestCode(value, catalogue);
  return near === undefined || isPartSearched(label, near, text) ? [] : [draft(value, near, span, catalogue)];
}

function draft(value: string, near: string, span: Span, catalogue: Catalogue): Draft {
  return {
    severity: 'warning',
    span,
    message: l10n.t('{0} has no error code {1}. Did you mean {2}?', catalogue.title, value, near),
    catalogue: catalogue.id,
    codes: [value],
    replacements: [near],
  };
}
