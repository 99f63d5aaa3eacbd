import type { CatalogueEntry } from '../types.ts';
import { shownAddress } from './address.ts';
import { describeStatusWithReason } from './status.ts';

// Controls, marks that turn the direction of text around, and characters that take no room. Joiners belong to writing and to
// emoji, and do nothing beside ASCII; tags and supplementary selectors can spell whole sentences that nobody sees.
const unseen =
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u00AD\u061C\u115F\u1160\u180E\u200B\u200E\u200F\u2028-\u202E\u2060-\u206F\u3164\uFEFF\uFFA0\uFFF9-\uFFFC\u{E0000}-\u{E0FFF}]|\u034F|\u17B4|\u17B5|(?<=[\u0000-\u007F])[\u200C\u200D]|[\u200C\u200D](?=[\u0000-\u007F]|$)/gu;

/** One code as plain text for a terminal: control characters of a catalogue do not get there. */
export function renderEntryText({ catalogue, entry }: CatalogueEntry): string {
  const status = describeStatusWithReason(entry.statuses);
  const guidance = [entry.remedy, entry.retry && `retry: ${entry.retry}`].filter((part) => part !== undefined).join(' ');
  const docs = shownAddress(entry.docs ?? catalogue.docs ?? '');
  const lines = [
    [entry.code, ...(status === '' ? [] : [status]), catalogue.title].join(' · '),
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

/** Replaces control characters, and shows what else is not seen, so that text from outside cannot steer a terminal. */
export function withoutControls(text: string): string {
  return showUnseen(text.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g, ' '));
}

/** The same on one line, for a label or a message: see `showUnseen`. */
export function showOnOneLine(text: string): string {
  return showUnseen(text.replace(/[\t\n\r]+/g, ' '));
}

/**
 * Makes what a text does not show readable, so that it cannot read as something else than it is: control characters as pictures
 * (`␇`), characters that turn the direction of text around or take no room by their numbers (`[U+202E]`), as the editor's lists
 * show them. Tabs and line breaks stay.
 */
export function showUnseen(text: string): string {
  return text.replace(unseen, (character) => {
    const number = character.codePointAt(0) ?? 0;
    if (number < 0x20) return String.fromCharCode(0x2400 + number);
    return number === 0x7f ? '\u2421' : `[U+${number.toString(16).toUpperCase().padStart(4, '0')}]`;
  });
}
