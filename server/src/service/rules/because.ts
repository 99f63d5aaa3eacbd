import * as l10n from '@vscode/l10n';
import type { Attribution } from '../sites/attribution.ts';
import type { Shown } from '../types.ts';

/** Why a site is taken for an API's, as a sentence for the end of a message. */
export function explainAttribution({ level, because }: Attribution): string {
  switch (level) {
    case 'declared':
      return l10n.t('Checked because a directive names this API.');
    case 'unique':
      return l10n.t('Checked because only this API has {0}.', because?.text ?? '');
    case 'file':
      return explainShown(because, {
        host: l10n.t('Checked because this file calls {0}.', because?.text ?? ''),
        keyPrefix: l10n.t('Checked because this file contains a key that begins with {0}.', because?.text ?? ''),
        name: l10n.t('Checked because this file names {0}.', because?.text ?? ''),
        code: l10n.t('Checked because this file uses {0}.', because?.text ?? ''),
        class: l10n.t('Checked because this file imports {0}.', because?.text ?? ''),
        other: l10n.t('Checked because this file is set to talk to this API.'),
      });
    case 'workspace':
      return explainShown(because, {
        host: l10n.t('Checked because this workspace calls {0}.', because?.text ?? ''),
        keyPrefix: l10n.t('Checked because this workspace contains a key that begins with {0}.', because?.text ?? ''),
        name: l10n.t('Checked because this workspace names {0}.', because?.text ?? ''),
        code: l10n.t('Checked because this workspace uses {0}.', because?.text ?? ''),
        other: l10n.t('Checked because this workspace brings the catalogue of this API.'),
      });
    default:
      return l10n.t('Every code here is one of this API, but nothing else shows that it is meant.');
  }
}

/** Picks the sentence for the kind of text that shows the API: whole sentences, since languages build them differently. */
function explainShown(
  shown: Shown | undefined,
  sentences: Readonly<Record<'host' | 'keyPrefix' | 'name' | 'code' | 'other', string>> & { readonly class?: string },
): string {
  switch (shown?.by) {
    case 'host':
    case 'keyPrefix':
    case 'name':
    case 'code':
      return sentences[shown.by];
    case 'class':
      return sentences.class ?? sentences.other;
    default:
      return sentences.other;
  }
}
