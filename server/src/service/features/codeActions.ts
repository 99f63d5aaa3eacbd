import * as l10n from '@vscode/l10n';
import type { AnalysedSite, DocumentAnalysis } from '../analysis/documentAnalysis.ts';
import { showOnOneLine } from '../render/plainText.ts';
import { nameSome } from '../render/nameSome.ts';
import type { Finding, RuleId, Span } from '../types.ts';
import { limits } from '../limits.ts';
import { addArms, addOtherwise } from '../edits/addArms.ts';
import { addClassArms } from '../edits/addClassArms.ts';
import { convertChain } from '../edits/convertChain.ts';
import { holds, type ParsedIn } from '../edits/readBack.ts';
import { removeArm } from '../edits/removeArm.ts';
import { replaceCode } from '../edits/replaceCode.ts';
import { silence } from '../edits/silence.ts';
import { siteAt } from '../edits/siteAt.ts';
import type { Edit, Written } from '../edits/edit.ts';
import type { CodeActionAnswer, Proposal } from '../edits/proposal.ts';

/** At most so many actions for single statuses: more would hide the others. */
const mostStatuses = 5;

/** Keeps the proposals that are read back with their intended meaning, each in the best of its ways. */
export async function keepReadable(proposals: readonly Proposal[], document: ParsedIn): Promise<readonly CodeActionAnswer[]> {
  const kept: CodeActionAnswer[] = [];
  for (const { ways, ...proposal } of proposals) {
    for (const { edits, claim } of ways) {
      if (claim && !(await holds(claim, edits, document))) continue;
      kept.push({ ...proposal, edits });
      break;
    }
  }
  return kept;
}

/** Whether any of the proposals has to be read back. */
export function haveClaims(proposals: readonly Proposal[]): boolean {
  return proposals.some(({ ways }) => ways.some(({ claim }) => claim !== undefined));
}

type Fix = (analysis: DocumentAnalysis, finding: Finding) => readonly Proposal[];

const fixes: Readonly<Partial<Record<RuleId, Fix>>> = {
  'unhandled-code': fixUnhandled,
  'unknown-code': (analysis, finding) => replacements(analysis, finding, (code) => l10n.t('Change to {0}', code)),
  'retired-code': (analysis, finding) => replacements(analysis, finding, (code) => l10n.t('Replace with {0}', code)),
  'duplicate-code': fixDuplicate,
  'unused-directive': fixUnused,
};

/**
 * The fixes for the first findings, and the refactorings at a stretch. A selection of a whole file could otherwise have
 * thousands.
 */
export function provideCodeActions(analysis: DocumentAnalysis, findings: readonly Finding[], span: Span): readonly Proposal[] {
  const touched = findings
    .filter((finding) => finding.span.start <= span.end && span.start <= finding.span.end)
    .slice(0, limits.findingsToFix);
  const actions: Proposal[] = [
    ...touched.flatMap((finding) => [...(fixes[finding.rule]?.(analysis, finding) ?? []), ...silence(analysis, finding)]),
    ...refactorings(analysis, span),
  ];
  return actions.map((action) => ({ ...action, title: showOnOneLine(action.title) }));
}

/** Every safe fix of a document: see `fixAllOf`. */
export function provideSafeFixes(analysis: DocumentAnalysis, findings: readonly Finding[]): readonly Proposal[] {
  return findings.flatMap((finding) => {
    // A misspelt directive is for a person to correct.
    if (finding.rule === 'unused-directive') return finding.data.replacements ? [] : fixUnused(analysis, finding);
    return finding.rule === 'retired-code' && isDocumentedSuccessor(analysis, finding)
      ? replacements(analysis, finding, (code) => code)
      : [];
  });
}

/** For each finding of missing codes, the fix that adds all of them. */
export function provideMissingCases(analysis: DocumentAnalysis, findings: readonly Finding[]): readonly Proposal[] {
  return findings
    .filter(({ rule }) => rule === 'unhandled-code')
    .slice(0, limits.findingsToComplete)
    .flatMap((finding) => fixUnhandled(analysis, finding).slice(0, 1));
}

/** The one action that applies all of some fixes; undefined when there are no fixes. */
export function actionForAll(
  kind: 'fixAll' | 'addMissingCases',
  fixes: readonly CodeActionAnswer[],
): CodeActionAnswer | undefined {
  // Two sites may need the same import, or the same new member of a type.
  const edits = new Map(
    fixes.flatMap((fix) => fix.edits).map((edit) => [`${edit.span.start} ${edit.span.end} ${edit.text}`, edit] as const),
  );
  if (edits.size === 0) return undefined;
  const title = kind === 'fixAll' ? l10n.t('Fix all safe API error code findings') : l10n.t('Add all missing cases in this file');
  return { title, kind: `source.${kind}.apiErrorCodes`, edits: [...edits.values()] };
}

function isDocumentedSuccessor({ facts }: DocumentAnalysis, { data }: Finding): boolean {
  const entry = facts.set.catalogueById(data.catalogue ?? '')?.codes.get(data.codes[0] ?? '');
  return entry?.replacedBy.length === 1 && !entry.inferred.includes('replacedBy');
}

function fixUnhandled(analysis: DocumentAnalysis, finding: Finding): readonly Proposal[] {
  const site = siteOf(analysis, finding);
  if (!site) return [];
  const actions: Proposal[] = [];
  const offer = (title: string, written: Written | undefined, more: Pick<Proposal, 'preferred' | 'status'> = {}): void => {
    if (written) actions.push({ title, kind: 'quickfix', ways: [written], finding, ...more });
  };
  const { missing, missingClasses, attribution } = site;
  if (site.site.kind === 'catch') {
    const title =
      missingClasses.length === 1
        ? l10n.t('Add the missing class {0}', missingClasses[0] ?? '')
        : l10n.t('Add all {0} missing classes', missingClasses.length);
    offer(title, addClassArms(analysis, site, missingClasses), { preferred: true });
    return actions;
  }
  offer(
    missing.length === 1
      ? l10n.t('Add the missing case {0}', missing[0] ?? '')
      : l10n.t('Add all {0} missing cases', missing.length),
    addArms(analysis, site, missing),
    { preferred: true },
  );
  const byStatus = new Map<number, string[]>();
  for (const code of missing) {
    for (const status of attribution.catalogue.codes.get(code)?.statuses ?? []) {
      if (typeof status === 'number') byStatus.set(status, [...(byStatus.get(status) ?? []), code]);
    }
  }
  if (byStatus.size > 1) {
    const largest = [...byStatus].sort(([a, as], [b, bs]) => bs.length - as.length || a - b).slice(0, mostStatuses);
    for (const [status, codes] of largest.sort(([a], [b]) => a - b)) {
      offer(
        codes.length === 1
          ? l10n.t('Add the missing case for HTTP {0}: {1}', status, nameSome(codes))
          : l10n.t('Add the missing cases for HTTP {0}: {1}', status, nameSome(codes)),
        addArms(analysis, site, codes),
        { status: codes.length },
      );
    }
  }
  const otherwise = addOtherwise(analysis, site);
  offer(l10n.t('Add a default case'), otherwise && { edits: otherwise });
  if (otherwise) offer(l10n.t('Add all missing cases and a default case'), addArms(analysis, site, missing, true));
  return actions;
}

function replacements(analysis: DocumentAnalysis, finding: Finding, title: (code: string) => string): readonly Proposal[] {
  const [old = ''] = finding.data.codes;
  const handled = siteOf(analysis, finding)?.handled;
  // A successor that has its arm already would become a duplicate.
  return (finding.data.replacements ?? [])
    .filter((code) => handled?.has(code) !== true)
    .map((code) => ({
      title: title(code),
      kind: 'quickfix',
      finding,
      preferred: true,
      ways: replaceCode(analysis, finding.span, old, code),
    }));
}

function fixDuplicate(analysis: DocumentAnalysis, finding: Finding): readonly Proposal[] {
  const site = siteOf(analysis, finding);
  const edits = site && removeArm(analysis, site, finding.span);
  return edits
    ? [
        {
          title: l10n.t('Remove the second {0}', finding.data.codes[0] ?? ''),
          kind: 'quickfix',
          ways: [{ edits }],
          finding,
          preferred: true,
        },
      ]
    : [];
}

function fixUnused({ directives, text }: DocumentAnalysis, finding: Finding): readonly Proposal[] {
  const directive = directives.find(({ span }) => span.start === finding.span.start);
  if (!directive) return [];
  const { start, end } = directive.comment;
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  const alone = text.slice(lineStart, start).trim() === '' && /^[ \t]*(\r?\n|$)/.test(text.slice(end));
  const lineEnd = text.indexOf('\n', end);
  const span = alone
    ? { start: lineStart, end: lineEnd === -1 ? text.length : lineEnd + 1 }
    : { start: text.slice(0, start).trimEnd().length, end };
  const [meant] = finding.data.replacements ?? [];
  const corrected: Proposal[] =
    meant === undefined
      ? []
      : [
          {
            title: l10n.t('Change to {0}', meant),
            kind: 'quickfix',
            ways: [{ edits: [{ span: directive.span, text: meant }] }],
            finding,
            preferred: true,
          },
        ];
  return [
    ...corrected,
    {
      title: l10n.t('Remove this directive'),
      kind: 'quickfix',
      ways: [{ edits: [{ span, text: '' }] }],
      finding,
      preferred: meant === undefined,
    },
  ];
}

function refactorings(analysis: DocumentAnalysis, span: Span): readonly Proposal[] {
  const site = siteAt(analysis, span);
  const edits = site && convertChain(analysis, site);
  // Where codes are missing, the fix for them offers a default as well.
  const isComplete = site !== undefined && site.missing.length === 0 && site.attribution.level !== 'weak';
  const otherwise = isComplete ? addOtherwise(analysis, site) : undefined;
  const rewrite = (title: string, written: readonly Edit[] | undefined): readonly Proposal[] =>
    written ? [{ title, kind: 'refactor.rewrite', ways: [{ edits: written }] }] : [];
  return [...rewrite(l10n.t('Convert the chain to a switch'), edits), ...rewrite(l10n.t('Add a default case'), otherwise)];
}

function siteOf({ sites }: DocumentAnalysis, { span, catalogue }: Finding): AnalysedSite | undefined {
  return sites
    .filter(
      ({ site, attribution }) =>
        (attribution.catalogue.id === catalogue &&
          site.span.start <= span.start &&
          span.end <= Math.max(site.span.end, site.head.end)) ||
        site.head.start === span.start,
    )
    .sort(
      (a, b) =>
        Number(b.attribution.catalogue.id === catalogue) - Number(a.attribution.catalogue.id === catalogue) ||
        a.site.span.end - a.site.span.start - (b.site.span.end - b.site.span.start),
    )[0];
}
