import * as l10n from '@vscode/l10n';
import { answerAround } from '../logs/isAnswer.ts';
import type { LogRecogniser } from '../logs/logRecogniser.ts';
import type { LogRecord, ReadContext } from '../logs/logRecord.ts';
import { readRecordAt } from '../logs/reading/readRecordAt.ts';
import { formatRecordTime, type TimeZoneSetting } from '../render/recordTime.ts';
import { findLogHighlightAt, type LogHighlight } from '../logs/logHighlights.ts';
import { lookupCommandUri } from '../render/lookupCommand.ts';

export interface LogHoverOptions extends ReadContext {
  readonly timeZone: TimeZoneSetting;
  /** The client understands links to this extension's commands. */
  readonly commandLinks: boolean;
  /** The text is an answer of an API: a header of it may have the request id. */
  readonly isAnswer?: boolean;
}

/** The content of a hover in a log, in addition to the explanation of the code itself. */
export interface LogHover {
  /** The highlight under the pointer: for a code, its explanation is put before `markdown`. */
  readonly highlight: LogHighlight;
  readonly record: LogRecord | undefined;
  /** The record's request id, with a way to look it up, and its time. Empty when the record has neither. */
  readonly markdown: string;
}

/**
 * Hover over a code, a request id or a status in a log.
 * @returns undefined when none of these is at the offset
 */
export function provideLogHover(
  text: string,
  offset: number,
  recogniser: LogRecogniser,
  options: LogHoverOptions,
): LogHover | undefined {
  const highlight = findLogHighlightAt(text, offset, recogniser);
  if (highlight === undefined) return undefined;
  const record = readRecordAt(text, highlight.span.start, recogniser, options);
  const inHeader = options.isAnswer === true ? recogniser.findOwnId(answerAround(text, highlight.span.start)) : undefined;
  const requestId = highlight.kind === 'requestId' ? highlight.value : (record?.requestId ?? inHeader);
  const parts = [
    requestId === undefined ? undefined : describeRequestId(requestId, options.commandLinks),
    record?.time === undefined ? undefined : describeTime(record.time, options.timeZone),
  ];
  return { highlight, record, markdown: parts.filter((part) => part !== undefined).join('\n\n') };
}

// Ids come out of a log: `requestIdFinder` lets no back-tick, bracket or white space into them.
function describeRequestId(requestId: string, commandLinks: boolean): string {
  const how = commandLinks
    ? `[${l10n.t('Look up')}](${lookupCommandUri(requestId).replace(/[()]/g, encodeURIComponent)} "${l10n.t('Look up this request ID in all logs')}")`
    : l10n.t('look up: {0}', `\`api-error-codes lookup ${requestId}\``);
  return l10n.t('Request ID {0}', `\`${requestId.replaceAll('`', '')}\` · ${how}`);
}

function describeTime(time: NonNullable<LogRecord['time']>, zone: TimeZoneSetting): string {
  const shown = formatRecordTime(time.ms, zone);
  return time.zoneAssumed ? l10n.t('{0} (the log gives no time zone; read as {1})', shown, time.assumed?.zone ?? 'UTC') : shown;
}
