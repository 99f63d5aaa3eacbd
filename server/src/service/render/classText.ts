import * as l10n from '@vscode/l10n';
import type { renderClass } from './explainedClass.ts';
import { shownAddress } from './address.ts';
import { withoutControls } from './plainText.ts';
import { describeStatus, describeStatusWithReason } from './status.ts';

/** So many codes of a class are listed; the rest is counted. */
const listedCodes = 50;

/** One class of errors as plain text for a terminal: control characters of a catalogue do not get there. */
export function renderClassText({ catalogue, errorClass, codes: covered, isBase }: Parameters<typeof renderClass>[0]): string {
  const { name, statuses, cause, retry, extends: base } = errorClass;
  const codes = isBase ? [] : [...covered];
  const listed = codes.slice(0, listedCodes).map((code) => {
    const status = describeStatus(catalogue.codes.get(code)?.statuses ?? []);
    return status === '' ? code : `${code} (${status})`;
  });
  const rest = codes.length - listed.length;
  const docs = shownAddress(catalogue.docs ?? '');
  const lines = [
    [name, ...(statuses.length > 0 ? [describeStatusWithReason(statuses)] : []), catalogue.title].join(' · '),
    ...(cause === undefined ? [] : [cause]),
    describeKind(isBase, base),
    ...(listed.length === 0
      ? []
      : [l10n.t('Covers: {0}', [...listed, ...(rest > 0 ? [l10n.t('{0} more', rest)] : [])].join(', '))]),
    ...(retry === undefined ? [] : [`${l10n.t('Guidance')}: retry: ${retry}`]),
    ...(docs === undefined ? [] : [`${l10n.t('Documentation')}: ${docs}`]),
  ];
  return lines.map(withoutControls).join('\n');
}

function describeKind(isBase: boolean, base: string | undefined): string {
  if (isBase) return l10n.t('The class of all errors of this API.');
  return base === undefined ? l10n.t('An error class.') : l10n.t('An error class below {0}.', base);
}
