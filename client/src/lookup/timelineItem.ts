import * as vscode from 'vscode';
import type { LookupRecord } from '../../../server/src/protocol/lookupProtocol.ts';
import {
  describeFoundAs,
  describePlace,
  describePlainTime,
  describeTie,
  describeTime,
  describeTimeNote,
  describeZone,
} from './recordText.ts';
import { formatDuration } from '../../../server/src/shared/formatDuration.ts';
import { showUnseen } from '../../../server/src/shared/showUnseen.ts';

const errorIcon = new vscode.ThemeIcon('error', new vscode.ThemeColor('list.errorForeground'));
const warningIcon = new vscode.ThemeIcon('warning', new vscode.ThemeColor('list.warningForeground'));
const plainIcon = new vscode.ThemeIcon('circle-small');
const severityIcons: Readonly<Record<string, vscode.ThemeIcon>> = { fatal: errorIcon, error: errorIcon, warn: warningIcon };

/** A record as a row: its time, then gap, level, status, code, place and message; Enter or a click opens it. */
export function createTimelineItem(record: LookupRecord): vscode.TreeItem {
  const item = new vscode.TreeItem(describeTime(record), vscode.TreeItemCollapsibleState.None);
  const error = [record.level?.toUpperCase(), record.status?.toString(), record.code].filter((part) => typeof part === 'string');
  const facts = [
    record.gapMs === null ? '' : `+${formatDuration(record.gapMs)}`,
    error.join(' '),
    describePlace(record),
    record.source === 'editor' ? vscode.l10n.t('open editor') : '',
    describeTie(record),
    describeFoundAs(record),
    showUnseen(record.message),
  ].filter((fact) => fact !== '');
  item.description = facts.join(' · ');
  item.iconPath = severityIcons[record.level ?? ''] ?? (record.code === null ? plainIcon : warningIcon);
  item.tooltip = describeRecord(record);
  item.contextValue = record.code === null ? 'record' : 'recordWithCode';
  // A question mark cannot be heard.
  const time = [describePlainTime(record), describeTimeNote(record)].filter((part) => part !== '');
  item.accessibilityInformation = { label: [...time, ...facts, ...(record.cause === null ? [] : [record.cause])].join(', ') };
  item.command = { command: 'apiErrorCodes.openRecord', title: vscode.l10n.t('Open Record'), arguments: [record] };
  return item;
}

/** The text is a log's: as code, nothing of it becomes Markdown. */
function describeRecord(record: LookupRecord): vscode.MarkdownString {
  const { code, cause, text, time } = record;
  const tooltip = new vscode.MarkdownString();
  if (code !== null) {
    tooltip.appendText(cause === null ? code : `${code}: ${cause}`);
    tooltip.appendMarkdown('\n\n');
  }
  for (const said of [describeTie(record), describeFoundAs(record)].filter((text) => text !== '')) {
    tooltip.appendText(said);
    tooltip.appendMarkdown('\n\n');
  }
  if (time !== null) {
    const shown = `${describePlainTime(record)} ${describeZone([record])}`;
    tooltip.appendText([shown, describeTimeNote(record)].filter((part) => part !== '').join(' · '));
    tooltip.appendMarkdown('\n\n');
  }
  tooltip.appendCodeblock(showUnseen(text.length > 2_000 ? `${text.slice(0, 2_000)}…` : text), 'log');
  return tooltip;
}
