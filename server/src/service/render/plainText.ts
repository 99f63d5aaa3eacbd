import * as l10n from '@vscode/l10n';
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
    entry.cause === '' ? l10n.t('The documentation gives no cause.') : entry.cause,
    ...(entry.retired ? [describeRetired(entry)] : []),
    ...(guidance === ''
      ? []
      : [
          `${entry.inferred.includes('remedy') || entry.remedy === undefined ? l10n.t('Guidance') : l10n.t('Remedy')}: ${guidance}`,
        ]),
    ...(entry.groups.length > 0 ? [`${l10n.t('Groups')}: ${entry.groups.join(', ')}`] : []),
    ...(entry.formerStatus.length > 0 ? [l10n.t('Formerly documented with status {0}.', entry.formerStatus.join(', '))] : []),
    ...(entry.source === undefined ? [] : [l10n.t('Read in {0}.', entry.source)]),
    ...(docs === undefined ? [] : [`${l10n.t('Documentation')}: ${docs}`]),
  ];
  return lines.map(withoutControls).join('\n');
}

function describeRetired({ replacedBy, inferred }: CatalogueEntry['entry']): string {
  const retired = l10n.t('Retired: the documentation no longer lists this code.');
  if (replacedBy.length === 0) return retired;
  const successors = replacedBy.join(', ');
  return `${retired} ${inferred.includes('replacedBy') ? l10n.t('Likely successor (inferred): {0}.', successors) : l10n.t('Successor: {0}.', successors)}`;
}

/** Replaces control characters and shows other invisible ones, so that text from outside cannot control a terminal. */
export function withoutControls(text: string): string {
  return showUnseen(text.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g, ' '));
}

/** The same on one line, for a label or a message: see `showUnseen`. */
export function showOnOneLine(text: string): string {
  return showUnseen(text.replace(/[\t\n\r]+/g, ' '));
}
