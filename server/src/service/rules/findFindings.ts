import type { DocumentAnalysis } from '../analysis/documentAnalysis.ts';
import { withoutUndefined } from '../../shared/withoutUndefined.ts';
import { showOnOneLine } from '../render/plainText.ts';
import type { Settings } from '../settings/settings.ts';
import type { Finding, RuleId, Severity } from '../types.ts';
import { applyDirectives, reportUnused } from './directives.ts';
import type { Draft } from './rule.ts';
import { siteRules } from './table.ts';

type RuledDraft = Draft & { readonly rule: RuleId };

/**
 * Returns the findings of all rules in an analysed document, with the user's severities and directives applied, in the order of
 * the text.
 * @param keys the result of `findExposedKeys` for the whole document, of which the analysed code may be a part
 */
export function findFindings(analysis: DocumentAnalysis, keys: readonly Draft[]): readonly Finding[] {
  const drafts: RuledDraft[] = siteRules.flatMap(({ id, check }) => check(analysis).map((draft) => ({ ...draft, rule: id })));
  const { kept, used } = applyDirectives(analysis, [...drafts, ...keys.map(asExposed)]);
  const unused = reportUnused(analysis, used).map((draft) => ({ ...draft, rule: 'unused-directive' as const }));
  return finish([...kept, ...unused], analysis.facts.settings);
}

/** The findings of a text whose language is not analysed: keys only. */
export function findTextFindings(keys: readonly Draft[], settings: Settings): readonly Finding[] {
  return finish(keys.map(asExposed), settings);
}

function asExposed(draft: Draft): RuledDraft {
  return { ...draft, rule: 'exposed-key' };
}

function finish(drafts: readonly RuledDraft[], settings: Settings): readonly Finding[] {
  return drafts
    .flatMap((draft): Finding[] => {
      const severity = severityOf(draft, settings);
      if (severity === undefined) return [];
      const { rule, variant: _variant, replacements, related = [], catalogue, ...rest } = draft;
      const named = catalogue === undefined ? {} : { catalogue };
      return [
        {
          ...rest,
          ...named,
          rule,
          severity,
          message: showOnOneLine(rest.message),
          related: related.map(({ span, message }) => ({ span, message: showOnOneLine(message) })),
          data: {
            rule,
            ...named,
            codes: draft.codes,
            ...withoutUndefined({ classes: draft.classes }),
            ...(replacements && { replacements }),
          },
        },
      ];
    })
    .sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
}

/** The setting for the particular kind of site wins over the rule's; a rule's setting leaves sites with a default a hint. */
function severityOf({ rule, variant, severity }: RuledDraft, { severity: settings }: Settings): Severity | undefined {
  const particular = variant === undefined ? undefined : settings.get(variant);
  if (particular !== undefined && particular !== 'default') return particular === 'off' ? undefined : particular;
  const general = settings.get(rule);
  if (general === undefined || general === 'default') return severity;
  if (general === 'off') return undefined;
  return variant === 'unhandled-code.withDefault' ? severity : general;
}
