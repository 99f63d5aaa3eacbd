import type { Attribution } from '../sites/attribution.ts';
import type { Shown } from '../types.ts';

/** Why a site is taken for an API's, as a sentence for the end of a message. */
export function explainAttribution({ level, because }: Attribution): string {
  switch (level) {
    case 'declared':
      return 'Checked because a directive names this API.';
    case 'unique':
      return `Checked because only this API has ${because?.text ?? 'one of the codes'}.`;
    case 'file':
      return `Checked because this file ${describeShown(because)}.`;
    case 'workspace':
      return `Checked because this workspace ${describeShown(because)}.`;
    default:
      return 'Every code here is one of this API, but nothing else shows that it is meant.';
  }
}

function describeShown(shown: Shown | undefined): string {
  switch (shown?.by) {
    case 'host':
      return `calls ${shown.text}`;
    case 'keyPrefix':
      return `holds a key that begins with ${shown.text}`;
    case 'name':
      return `names ${shown.text}`;
    case 'code':
      return `uses ${shown.text}`;
    case 'catalogue':
      return `brings the catalogue ${shown.text}`;
    default:
      return 'is set to talk to it';
  }
}
