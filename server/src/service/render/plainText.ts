import { showUnseen } from '../../shared/showUnseen.ts';
import type { CatalogueEntry } from '../types.ts';
import { shownAddress } from './address.ts';
import { describeStatusWithReason } from './status.ts';

/** One code as plain text for a terminal: control characters of a catalogue do not get there. */
export function renderEntryText({ catalogue, entry }: CatalogueEntry): string {
  const status = describeStatusWithReason(entry.statuses);
  const guidance = [entry.remedy, entry.retry && `retry: ${entry.retry}`].filter((part) => part !== undefined).join(' ');
  const docs = shownAddress(entry.docs ?? catalogue.docs ?? '');
  const lines = [
    [entry.code, ...(entry.name === undefined ? [] : [entry.name]), ...(status === '' ? [] : [status]), catalogue.title].join(
      ' · ',
    ),
    entry.cause === '' ? 'The documentation gives no cause.' : entry.cause,
    ...(entry.retired
      ? [
          `Retired: the documentation no longer lists this code.${entry.replacedBy.length > 0 ? ` ${entry.inferred.includes('replacedBy') ? 'Likely successor (inferred)' : 'Successor'}: ${entry.replacedBy.join(', ')}.` : ''}`,
        ]
      : []),
    ...(guidance === ''
      ? []
      : [`${entry.inferred.includes('remedy') || entry.remedy === undefined ? 'Guidance' : 'Remedy'}: ${guidance}`]),
    ...(entry.groups.length > 0 ? [`Groups: ${entry.groups.join(', ')}`] : []),
    ...(entry.formerStatus.length > 0 ? [`Formerly documented with status ${entry.formerStatus.join(', ')}.`] : []),
    ...(entry.source === undefined ? [] : [`Read in ${entry.source}.`]),
    ...(docs === undefined ? [] : [`Documentation: ${docs}`]),
  ];
  return lines.map(withoutControls).join('\n');
}

/** Replaces control characters and shows other invisible ones, so that text from outside cannot control a terminal. */
export function withoutControls(text: string): string {
  return showUnseen(text.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g, ' '));
}

/** The same on one line, for a label or a message: see `showUnseen`. */
export function showOnOneLine(text: string): string {
  return showUnseen(text.replace(/[\t\n\r]+/g, ' '));
}
