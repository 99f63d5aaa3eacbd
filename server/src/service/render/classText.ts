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
    isBase ? 'The class of all errors of this API.' : `An error class${base === undefined ? '' : ` below ${base}`}.`,
    ...(listed.length === 0 ? [] : [`Covers: ${[...listed, ...(rest > 0 ? [`${rest} more`] : [])].join(', ')}`]),
    ...(retry === undefined ? [] : [`Guidance: retry: ${retry}`]),
    ...(docs === undefined ? [] : [`Documentation: ${docs}`]),
  ];
  return lines.map(withoutControls).join('\n');
}
