import * as l10n from '@vscode/l10n';
import type { CatalogueEntry, Retry } from '../types.ts';
import { escapeMarkdown, markdownLink } from './markdown.ts';
import { describeStatusWithReason } from './status.ts';

/** Advice on retrying, as a part of a sentence. */
export function describeRetry(retry: Retry): string {
  switch (retry) {
    case 'never':
      return l10n.t('sending the same request again will not help');
    case 'afterChange':
      return l10n.t('retrying helps only after a change');
    case 'backoff':
      return l10n.t('retry with exponential backoff and jitter');
  }
}

/** One code as Markdown: status, documented cause, guidance apart from it, groups and documentation. */
export function renderEntry({ catalogue, entry }: CatalogueEntry, footer: readonly string[] = []): string {
  const title = [
    `**${escapeMarkdown(entry.code)}**`,
    ...(entry.name === undefined ? [] : [escapeMarkdown(entry.name)]),
    ...(entry.statuses.length > 0 ? [escapeMarkdown(describeStatusWithReason(entry.statuses))] : []),
    escapeMarkdown(catalogue.title),
  ].join(' · ');
  const cause = entry.cause.trim() === '' ? l10n.t('The documentation gives no cause.') : sentence(entry.cause);
  const groups = entry.groups.map((group) => escapeMarkdown(group)).join(', ');
  const docs = entry.docs ?? catalogue.docs;
  const last = [
    ...(groups === '' ? [] : [groups]),
    ...footer,
    ...(docs === undefined ? [] : [markdownLink(l10n.t('Documentation'), docs)]),
  ];
  return [
    title,
    escapeMarkdown(cause),
    ...retirement(entry),
    ...guidance(entry),
    ...sources(entry),
    ...(last.length > 0 ? [last.join(' · ')] : []),
  ].join('\n\n');
}

function retirement({ retired, replacedBy, inferred }: CatalogueEntry['entry']): string[] {
  if (!retired) return [];
  const successors = replacedBy.map((code) => `**${escapeMarkdown(code)}**`).join(', ');
  if (successors === '') return [l10n.t('*Retired:* the documentation no longer lists this code.')];
  return inferred.includes('replacedBy')
    ? [l10n.t('*Retired:* the documentation no longer lists this code. Likely successor (inferred): {0}.', successors)]
    : [l10n.t('*Retired:* the documentation no longer lists this code. Successor: {0}.', successors)];
}

function guidance({ remedy, retry, inferred }: CatalogueEntry['entry']): string[] {
  const parts = [
    { field: 'remedy', text: remedy },
    { field: 'retry', text: retry && describeRetry(retry) },
  ].flatMap(({ field, text }) => (text === undefined ? [] : [{ documented: !inferred.includes(field), text }]));
  // A remedy that mentions retrying is better than the general sentence.
  const told =
    remedy !== undefined && /retry|try again|send the request again|back off/i.test(remedy) ? parts.slice(0, 1) : parts;
  const render = (label: string, texts: readonly string[]): string[] =>
    texts.length === 0
      ? []
      : [`*${label}:* ${escapeMarkdown(sentence(texts.map((text) => text.replace(/\.$/, '')).join('; ')))}`];
  return [
    ...render(
      l10n.t('Remedy'),
      told.filter(({ documented }) => documented).map(({ text }) => text),
    ),
    ...render(
      l10n.t('Guidance'),
      told.filter(({ documented }) => !documented).map(({ text }) => text),
    ),
  ];
}

function sources({ source, inferred, formerStatus }: CatalogueEntry['entry']): string[] {
  const unstated = inferred.filter((field) => field === 'status' || field === 'cause');
  return [
    ...(formerStatus.length > 0 ? [l10n.t('Formerly documented with status {0}.', escapeMarkdown(formerStatus.join(', ')))] : []),
    ...(unstated.length > 0 ? [l10n.t('Not stated by the documentation itself: {0}.', escapeMarkdown(unstated.join(', ')))] : []),
    ...(source === undefined ? [] : [l10n.t('Read in {0}.', escapeMarkdown(source))]),
  ];
}

/** A text that ends as a sentence does. */
export function sentence(text: string): string {
  const trimmed = text.trim();
  return /[.!?…]$/.test(trimmed) ? trimmed : `${trimmed}.`;
}
