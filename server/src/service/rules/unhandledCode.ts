import * as l10n from '@vscode/l10n';
import { type AnalysedSite, type DocumentAnalysis, isEnforced } from '../analysis/documentAnalysis.ts';
import { describeStatus, spellCode } from '../render/status.ts';
import type { Catalogue, ErrorCode, Severity, Span } from '../types.ts';
import { explainAttribution } from './because.ts';
import type { Draft, Rule } from './rule.ts';

/** How many codes a message names; the rest is counted. */
const namedCodes = 3;
/** How many the information beside it lists. */
const listedCodes = 100;

/** The statuses by how often a client needs a branch of its own for them, the most frequent first. */
const statusOrder = [401, 402, 429, 403, 503, 504, 500, 404, 409, 422, 413, 400, 499];

/**
 * A site leaves out codes that it must handle.
 * Rationale: servers add codes and clients forget them; a default branch is right but treats them all alike, hence the hint.
 */
export const unhandledCode: Rule = {
  id: 'unhandled-code',
  check: (analysis: DocumentAnalysis) =>
    analysis.sites.flatMap((analysed) => {
      const isAsked = analysis.facts.settings.unhandledSites === 'all' || isEnforced(analysed.directives);
      if (isAsked && analysed.missingClasses.length > 0) return [reportClasses(analysed)];
      return isAsked && analysed.site.kind !== 'catch' && analysed.missing.length > 0 && analysed.attribution.level !== 'weak'
        ? [report(analysed)]
        : [];
    }),
};

/** Letting an error pass is a way of handling it: a hint at most, unless a directive asks for all classes. */
function reportClasses({ site, attribution, directives, missing, missingClasses }: AnalysedSite): Draft {
  const { catalogue } = attribution;
  const shown = missingClasses.slice(0, namedCodes);
  const rest = missingClasses.length - shown.length;
  const last = rest > 0 ? l10n.t('{0} more', rest) : (shown.pop() ?? '');
  const message =
    missingClasses.length === 1
      ? l10n.t('The {0} error class {1} is not caught.', catalogue.title, last)
      : l10n.t(
          '{0} {1} error classes are not caught: {2} and {3}.',
          missingClasses.length,
          catalogue.title,
          shown.join(', '),
          last,
        );
  return {
    severity: isEnforced(directives) ? 'information' : 'hint',
    variant: 'unhandled-code.catch',
    span: site.head,
    message: `${message} ${explainAttribution(attribution)}`,
    catalogue: catalogue.id,
    codes: missing,
    classes: missingClasses,
  };
}

function report(analysed: AnalysedSite): Draft {
  const { site, attribution, missing } = analysed;
  const { catalogue } = attribution;
  const ordered = mostUsefulFirst(missing, catalogue);
  const enforced = isEnforced(analysed.directives);
  const withDefault = site.otherwise !== undefined && site.assertsNothingLeft !== true && !enforced;
  const own: Severity = enforced
    ? 'warning'
    : withDefault || site.kind === 'table'
      ? 'hint'
      : site.kind === 'chain'
        ? 'information'
        : 'warning';
  const severity = attribution.level === 'joint' && own === 'warning' ? 'information' : own;
  return {
    severity,
    variant: `unhandled-code.${withDefault ? 'withDefault' : site.kind}`,
    span: site.head,
    message: [
      describeMissing(ordered, catalogue),
      ...(site.goesOn === true ? [l10n.t('All other codes go on to the code after it.')] : []),
      explainAttribution(attribution),
    ].join(' '),
    catalogue: catalogue.id,
    codes: missing,
    ...(ordered.length > namedCodes ? { related: describeAll(missing, catalogue, site.head) } : {}),
  };
}

/** All codes that the message only counts, by status. */
function describeAll(codes: readonly string[], catalogue: Catalogue, span: Span): NonNullable<Draft['related']> {
  const byStatus = new Map<string, string[]>();
  for (const code of codes.slice(0, listedCodes)) {
    const status = describeStatus(catalogue.codes.get(code)?.statuses ?? []);
    byStatus.set(status, [...(byStatus.get(status) ?? []), code]);
  }
  const rest = codes.length - listedCodes;
  return [
    ...[...byStatus]
      .sort(([a], [b]) => (a === '' ? 1 : b === '' ? -1 : a < b ? -1 : 1))
      .map(([status, listed]) => (status === '' ? listed.join(', ') : `${status}: ${listed.join(', ')}`)),
    ...(rest > 0 ? [l10n.t('{0} more', rest)] : []),
  ].map((message) => ({ span, message }));
}

/** `3 Pikzels API error codes are not handled: A (401), B (402) and C (429).` */
function describeMissing(codes: readonly string[], catalogue: Catalogue): string {
  const name = (code: string): string => {
    const entry = catalogue.codes.get(code);
    const status = describeStatus(entry?.statuses ?? []);
    const spelt = spellCode(code, entry);
    return status === '' ? spelt : `${spelt} (${status})`;
  };
  if (codes.length === 1) return l10n.t('The {0} error code {1} is not handled.', catalogue.title, codes.map(name).join(''));
  const shown = codes.slice(0, namedCodes).map(name);
  const rest = codes.length - shown.length;
  const last = rest > 0 ? l10n.t('{0} more', rest) : (shown.pop() ?? '');
  return l10n.t('{0} {1} error codes are not handled: {2} and {3}.', codes.length, catalogue.title, shown.join(', '), last);
}

const orders = new WeakMap<readonly string[], readonly string[]>();

/**
 * One code of each status before a second of any; statuses that call for a branch of their own first, shared words last.
 * For one and the same list the order is worked out once: it is asked for at every key, and a list may be long.
 */
export function mostUsefulFirst(codes: readonly string[], catalogue: Catalogue): readonly string[] {
  let known = orders.get(codes);
  if (!known) orders.set(codes, (known = orderByUse(codes, catalogue)));
  return known;
}

function orderByUse(codes: readonly string[], catalogue: Catalogue): readonly string[] {
  const byStatus = new Map<number, ErrorCode[]>();
  for (const code of codes) {
    const entry = catalogue.codes.get(code);
    if (!entry) continue;
    const status = Number(entry.statuses.find((candidate) => typeof candidate === 'number') ?? 999);
    const group = byStatus.get(status);
    if (group) group.push(entry);
    else byStatus.set(status, [entry]);
  }
  const rank = (status: number): number => (statusOrder.includes(status) ? statusOrder.indexOf(status) : statusOrder.length);
  const groups = [...byStatus].sort(([a], [b]) => rank(a) - rank(b) || a - b).map(([, entries]) => entries);
  const ordered: string[] = [];
  for (let round = 0; ordered.length < codes.length && round < codes.length; round += 1) {
    for (const group of groups) {
      const entry = group[round];
      if (entry) ordered.push(entry.code);
    }
  }
  return ordered;
}
