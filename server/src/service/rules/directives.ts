import * as l10n from '@vscode/l10n';
import type { DocumentAnalysis } from '../analysis/documentAnalysis.ts';
import { type Directive, nearestWord } from '../mentions/directives.ts';
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

/** Reports directives that changed nothing, that contradict each other, or whose words are in no catalogue. */
export function reportUnused(
  { directives, facts, sites, lines }: DocumentAnalysis,
  used: ReadonlySet<Directive>,
): readonly Draft[] {
  return directives.flatMap((directive): Draft[] => {
    const problem = problemOf(directive);
    if (!problem) return [];
    const { message, replacement } = problem;
    const replacements = replacement === undefined ? {} : { replacements: [replacement] };
    return [{ severity: 'hint', span: directive.span, message, codes: [], unnecessary: true, ...replacements }];
  });

  function problemOf(directive: Directive): { readonly message: string; readonly replacement?: string | undefined } | undefined {
    const { verb, words, meant } = directive;
    if (verb === 'unknown')
      return meant === undefined
        ? { message: l10n.t('This directive is unknown: write enforce, only, ignore or ignore-file.') }
        : { message: l10n.t('This directive is unknown. Did you mean {0}?', meant), replacement: meant };
    const unknown = words.find((word) => !isKnownWord(directive, word));
    if (unknown !== undefined) {
      const message =
        verb === 'enforce'
          ? l10n.t('No loaded catalogue has the id {0}.', unknown)
          : l10n.t('No loaded catalogue has a group, status or code {0}.', unknown);
      const near = nearestWord(unknown, wordsFor(directive));
      return near === undefined ? { message } : { message: `${message} ${l10n.t('Did you mean {0}?', near)}` };
    }
    const other = directives.find((candidate) => candidate.span.start < directive.span.start && contradict(candidate, directive));
    if (other) return { message: l10n.t('This directive contradicts the one in line {0}.', lines.lineOf(other.span.start) + 1) };
    return used.has(directive) ? undefined : { message: l10n.t('This directive changes nothing.') };
  }

  /** The words that a directive may have. */
  function* wordsFor({ verb }: Directive): Iterable<string> {
    for (const { id, groups, codes } of facts.set.catalogues) {
      if (verb === 'enforce') yield id;
      else yield* codes.keys();
      if (verb === 'only') yield* groups.keys();
    }
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

/** Whether two directives of one place cannot both be meant. */
function contradict(a: Directive, b: Directive): boolean {
  const is = (first: Directive['verb'], second: Directive['verb']): boolean =>
    (a.verb === first && b.verb === second) || (a.verb === second && b.verb === first);
  if (is('ignore-file', 'enforce')) return true;
  if (a.line !== b.line) return false;
  const [ignoring, other] = a.verb === 'ignore' ? [a, b] : [b, a];
  if (is('ignore', 'enforce')) return ignoring.words.length === 0;
  if (is('ignore', 'only')) return ignoring.words.length === 0 || other.words.every((word) => ignoring.words.includes(word));
  const isSame = a.words.length === b.words.length && a.words.every((word) => b.words.includes(word));
  return (is('only', 'only') || is('enforce', 'enforce')) && !isSame && a.words.length > 0 && b.words.length > 0;
}
