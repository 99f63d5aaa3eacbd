import * as l10n from '@vscode/l10n';
import type { DocumentAnalysis } from '../analysis/documentAnalysis.ts';
import { stubsOf } from '../analysis/stubs.ts';
import { showOnOneLine } from '../render/plainText.ts';
import type { Span } from '../types.ts';

/** A line over a site: how many of its required codes it handles. */
export interface CodeLensAnswer {
  readonly span: Span;
  readonly title: string;
}

/** `21 of 31 handled` over each site whose required codes are known. */
export function provideCodeLenses(analysis: DocumentAnalysis): readonly CodeLensAnswer[] {
  const { sites, facts } = analysis;
  if (!facts.settings.codeLens) return [];
  return (
    sites
      .filter(({ site, attribution, required }) => attribution.level !== 'weak' && !site.open && required.length > 1)
      // No one handles all codes of an open API: a place that is not asked for them has nothing to count.
      .filter(
        ({ attribution, required, missing, handled }) =>
          !attribution.catalogue.open || missing.length > 0 || required.every((code) => handled.has(code)),
      )
      .map((analysed) => {
        const { site, required, missing, attribution } = analysed;
        const stubs = stubsOf(analysis, analysed).size;
        const handled = l10n.t(
          '{0} of {1} {2} error codes handled',
          required.length - missing.length - stubs,
          required.length,
          showOnOneLine(attribution.catalogue.title),
        );
        const left = stubs === 1 ? l10n.t('1 stub') : l10n.t('{0} stubs', stubs);
        return { span: site.head, title: stubs > 0 ? `${handled} · ${left}` : handled };
      })
  );
}
