import * as l10n from '@vscode/l10n';
import type { Catalogue, ErrorClass } from '../types.ts';
import { describeRetry, sentence } from './explanation.ts';
import { escapeMarkdown, markdownLink } from './markdown.ts';
import { describeStatus, describeStatusWithReason } from './status.ts';

/** So many codes of a class are listed; the rest is counted. */
const listedCodes = 12;

/** One class of errors as Markdown: its statuses, meaning and advice, and the codes that it covers. */
export function renderClass({
  catalogue,
  errorClass,
  codes,
  isBase,
}: {
  readonly catalogue: Catalogue;
  readonly errorClass: ErrorClass;
  /** The codes that it covers. */
  readonly codes: ReadonlySet<string>;
  readonly isBase: boolean;
}): string {
  const { name, statuses, cause, retry } = errorClass;
  const title = [
    `**${escapeMarkdown(name)}**`,
    ...(statuses.length > 0 ? [escapeMarkdown(describeStatusWithReason(statuses))] : []),
    escapeMarkdown(catalogue.title),
  ].join(' · ');
  const listed = [...codes].slice(0, listedCodes).map((code) => {
    const status = describeStatus(catalogue.codes.get(code)?.statuses ?? []);
    return status === '' ? escapeMarkdown(code) : `${escapeMarkdown(code)} (${escapeMarkdown(status)})`;
  });
  const rest = codes.size - listed.length;
  const covers = [...listed, ...(rest > 0 ? [l10n.t('{0} more', rest)] : [])].join(', ');
  return [
    title,
    ...(cause === undefined ? [] : [escapeMarkdown(sentence(cause))]),
    ...(isBase ? [l10n.t('The class of all errors of this API.')] : []),
    ...(codes.size === 0 || isBase ? [] : [l10n.t('Covers {0}.', covers)]),
    ...(retry === undefined ? [] : [`*${l10n.t('Guidance')}:* ${escapeMarkdown(sentence(describeRetry(retry)))}`]),
    ...(catalogue.docs === undefined ? [] : [markdownLink(l10n.t('Documentation'), catalogue.docs)]),
  ].join('\n\n');
}
