import * as vscode from 'vscode';
import type { LookupRecord, LookupResult } from '../../../../server/src/protocol/lookupProtocol.ts';
import { describeNothingFound } from '../nothingFound.ts';
import {
  describeFile,
  describeFoundAs,
  describeTie,
  describePlace,
  describeTime,
  describeTimeNote,
  describeZone,
  summariseResult,
} from '../recordText.ts';
import type { TableContent, TableTexts } from './messages.ts';
import { showUnseen } from '../../../../server/src/shared/showUnseen.ts';
import { createTimelineRows, type TimelineWords } from '../../../../server/src/shared/timelineRows.ts';

/** Puts the result of a look-up into the words of the table. */
export function createTableContent(id: number, result: LookupResult): TableContent {
  const { sources, rows } = createTimelineRows(result.records, words);
  return {
    id,
    lookedUp: result.requestId,
    requestId: showUnseen(result.requestId),
    summary: result.records.length === 0 ? describeNothingFound(result) : summariseResult(result),
    notes: describeNotes(result),
    texts: createTexts(result),
    sources,
    rows,
  };
}

const words: TimelineWords<LookupRecord> = {
  time: describeTime,
  timeNote: describeTimeNote,
  source: nameSource,
  place: describePlace,
  marks: (record) => [describeTie(record), describeFoundAs(record)],
};

function nameSource(record: LookupRecord): string {
  const file = describeFile(record);
  return record.source === 'editor' ? vscode.l10n.t('{0} (open editor)', file) : file;
}

function describeNotes({ records }: LookupResult): string[] {
  if (records.every(({ time }) => time === null)) return [];
  return [
    vscode.l10n.t('Times: {0}.', describeZone(records)),
    ...(records.some(({ assumedZone }) => assumedZone !== undefined)
      ? [vscode.l10n.t('A question mark means that the log gives no time zone: it was assumed.')]
      : []),
  ];
}

function createTexts({ requestId }: LookupResult): TableTexts {
  return {
    table: vscode.l10n.t('Records of request {0}, by time', showUnseen(requestId)),
    filter: vscode.l10n.t('Filter'),
    filterHint: vscode.l10n.t('Words that a record must contain'),
    sources: vscode.l10n.t('Sources'),
    actions: vscode.l10n.t('Actions on the chosen record'),
    // The page puts the numbers in.
    count: vscode.l10n.t('{0} of {1} records', '{0}', '{1}'),
    noMatch: vscode.l10n.t('No record matches the filter.'),
    noRecords: vscode.l10n.t('No record was found.'),
    columns: {
      time: vscode.l10n.t('Time'),
      gap: vscode.l10n.t('Since the Last'),
      source: vscode.l10n.t('Source'),
      level: vscode.l10n.t('Level'),
      status: vscode.l10n.t('Status'),
      code: vscode.l10n.t('Error code'),
      message: vscode.l10n.t('Message'),
      place: vscode.l10n.t('Place'),
    },
    buttons: {
      open: vscode.l10n.t('Open Record'),
      context: vscode.l10n.t('Show in Context'),
      handler: vscode.l10n.t('Go to Handler'),
      copyRow: vscode.l10n.t('Copy Row'),
      copyAll: vscode.l10n.t('Copy All Rows'),
    },
    keys: vscode.l10n.t(
      'Arrow keys, Home and End choose a record, Enter opens it, Space shows it beside the table, / goes to the filter.',
    ),
  };
}
