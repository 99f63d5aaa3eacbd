import * as l10n from '@vscode/l10n';
import type { DocumentAnalysis } from '../analysis/documentAnalysis.ts';
import type { Directive } from '../mentions/directives.ts';
import type { Draft } from './rule.ts';

/** The effect of directives on the findings: which stay, and which directives changed anything. */
export interface Directed<T extends Draft> {
  readonly kept: readonly T[];
  readonly used: ReadonlySet<Directive>;
}

/** Removes the findings that `ignore` and `ignore-file` name. */
export function applyDirectives<T extends Draft>(analysis: DocumentAnalysis, drafts: readonly T[]): Directed<T> {
  const used = new Set<Directive>();
  const { directives, lines } = analysis;
  const wholeFile = directives.find(({ verb }) => verb === 'ignore-file');
  if (wholeFile) {
    if (drafts.length > 0) used.add(wholeFile);
    return { kept: [], used };
  }
  const kept = drafts.filter((draft) => {
    const line = lines.lineOf(draft.span.start);
    const match = directives.find(
      ({ verb, words, line: at }) =>
        verb === 'ignore' &&
        at === line &&
        (words.length === 0 || (draft.codes.length > 0 && draft.codes.every((code) => words.includes(code)))),
    );
    if (match) used.add(match);
    return match === undefined;
  });
  for (const { site, directives: own, attribution, handled } of analysis.sites) {
    for (const directive of own) {
      if (directive.verb === 'enforce' || directive.verb === 'only') used.add(directive);
      // A code that the site would otherwise have to handle.
      const spares = (word: string): boolean =>
        attribution.catalogue.codes.has(word) && !site.takenBefore.has(word) && !handled.has(word);
      if (directive.verb === 'ignore' && attribution.level !== 'weak' && directive.words.some(spares)) used.add(directive);
    }
  }
  return { kept, used };
}

/** Reports directives that changed nothing, or whose words are in no catalogue. */
export function reportUnused({ directives, facts, sites }: DocumentAnalysis, used: ReadonlySet<Directive>): readonly Draft[] {
  return directives.flatMap((directive) => {
    const problem = problemOf(directive);
    return problem === undefined
      ? []
      : [{ severity: 'hint', span: directive.span, message: problem, codes: [], unnecessary: true } satisfies Draft];
  });

  function problemOf(directive: Directive): string | undefined {
    const { verb, words } = directive;
    if (verb === 'unknown') return l10n.t('This directive is unknown: write enforce, only, ignore or ignore-file.');
    const unknown = words.find((word) => !isKnownWord(directive, word));
    if (unknown !== undefined) {
      return verb === 'enforce'
        ? l10n.t('No loaded catalogue has the id {0}.', unknown)
        : l10n.t('No loaded catalogue has a group, status or code {0}.', unknown);
    }
    if (!used.has(directive)) return l10n.t('This directive changes nothing.');
    return undefined;
  }

  function isKnownWord({ verb }: Directive, word: string): boolean {
    if (verb === 'enforce') return facts.set.catalogueById(word) !== undefined;
    if (verb === 'ignore-file') return true;
    if (verb === 'only' && /^[1-5](\d\d|xx)$/.test(word)) return true;
    if (facts.set.entriesOf(word).length > 0) return true;
    if (verb === 'only')
      return facts.set.catalogues.some(
        ({ groups, codes }) => groups.has(word) || [...codes.values()].some((entry) => entry.groups.includes(word)),
      );
    // `ignore` may also name a label that no catalogue has, where that label is reported.
    return sites.some(({ site }) => site.arms.some(({ labels }) => labels.some(({ value }) => value === word)));
  }
}
