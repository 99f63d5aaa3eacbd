import * as l10n from '@vscode/l10n';
import type { DocumentAnalysis } from '../analysis/documentAnalysis.ts';
import { showOnOneLine } from '../render/plainText.ts';
import type { Span } from '../types.ts';

/** A line over a site: how many of its required codes it handles. */
export interface CodeLensAnswer {
  readonly span: Span;
  readonly title: string;
}

/** `21 of 31 handled` over each site whose required codes are known. */
export function provideCodeLenses({ sites, facts }: DocumentAnalysis): readonly CodeLensAnswer[] {
  if (!facts.settings.codeLens) return [];
  return sites
    .filter(({ site, attribution, required }) => attribution.level !== 'weak' && !site.open && required.length > 1)
    .map(({ site, required, missing, attribution }) => ({
      span: site.head,
      title: l10n.t(
        '{0} of {1} {2} error codes handled',
        required.length - missing.length,
        required.length,
        showOnOneLine(attribution.catalogue.title),
      ),
    }));
}
