import * as l10n from '@vscode/l10n';
import { showNumber } from '../../service/render/numbers.ts';
import type { CatalogueDiff, CodeChange } from '../../service/catalogue/diffCatalogues.ts';
import { escapeMarkdown } from '../../service/render/markdown.ts';
import { withoutControls } from '../../service/render/plainText.ts';
import { describeStatus, showStatus } from '../../service/render/status.ts';
import type { ErrorCode } from '../../service/types.ts';
import { renderJson } from '../../service/render/json.ts';

export const diffFormats = ['text', 'json', 'markdown'] as const;
export type DiffFormat = (typeof diffFormats)[number];

/** The kinds of changes, of which `--fail-on` names some. */
export const diffChanges = ['added', 'removed', 'changed'] as const;
export type DiffChange = (typeof diffChanges)[number];

/** A difference of catalogues as `catalogue diff` prints it. */
export function formatDiff(diff: CatalogueDiff, format: DiffFormat): string {
  if (format === 'json') return renderJson(toJson(diff));
  return format === 'markdown' ? toMarkdown(diff) : toText(diff);
}

function toJson({ added, removed, changed, parts }: CatalogueDiff): unknown {
  const entry = ({ code, statuses, cause }: ErrorCode): unknown => ({ code, status: statuses, cause });
  return { version: 1, added: added.map(entry), removed: removed.map(entry), changed, parts };
}

function toText({ added, removed, changed, parts }: CatalogueDiff): string {
  const entry = (sign: string, { code, statuses, cause }: ErrorCode): string =>
    withoutControls(
      `${sign} ${code}${statuses.length > 0 ? ` (${showStatus(statuses)})` : ''}${cause === '' ? '' : `: ${cause}`}`,
    );
  const lines = [
    ...added.map((code) => entry('+', code)),
    ...removed.map((code) => entry('-', code)),
    ...changed.map((change) => withoutControls(`~ ${change.code}: ${describeChange(change)}`)),
    ...parts.map(({ part, name, change }) => withoutControls(`${signs[change]} ${part} ${name}`)),
    summarise({ added, removed, changed, parts }),
  ];
  return `${lines.join('\n')}\n`;
}

const signs = { added: '+', removed: '-', changed: '~' } as const;

function describeChange({ field, before, after }: CodeChange): string {
  const name = (value: string): string => (value === '' ? l10n.t('none') : value);
  return field === 'status'
    ? l10n.t('status {0} is now {1}', name(before), name(after))
    : l10n.t('cause "{0}" is now "{1}"', before, after);
}

function summarise({ added, removed, changed, parts }: CatalogueDiff): string {
  if (added.length + removed.length + changed.length + parts.length === 0) return l10n.t('Nothing has changed.');
  const codes = new Set(changed.map(({ code }) => code)).size;
  const further = parts.length === 0 ? '' : ` ${l10n.t('Of classes and operations: {0} changed.', showNumber(parts.length))}`;
  const counts = [added.length, removed.length, codes].map((each) => showNumber(each));
  return `${l10n.t('{0} added, {1} removed, {2} changed.', ...counts)}${further}`;
}

function toMarkdown(diff: CatalogueDiff): string {
  const { added, removed, changed, parts } = diff;
  const cell = (text: string): string => escapeMarkdown(withoutControls(text)).replaceAll('|', '\\|');
  const mark = (code: string): string => `\`${withoutControls(code).replaceAll('`', '').replaceAll('|', '\\|')}\``;
  const listing = (title: string, codes: readonly ErrorCode[]): string[] =>
    codes.length === 0
      ? []
      : [
          `### ${title}`,
          [
            '| Code | Status | Cause |',
            '| --- | --- | --- |',
            ...codes.map(({ code, statuses, cause }) => `| ${mark(code)} | ${cell(describeStatus(statuses))} | ${cell(cause)} |`),
          ].join('\n'),
        ];
  const changes =
    changed.length === 0
      ? []
      : [
          '### Changed',
          [
            '| Code | Field | Before | After |',
            '| --- | --- | --- | --- |',
            ...changed.map(({ code, field, before, after }) => `| ${mark(code)} | ${field} | ${cell(before)} | ${cell(after)} |`),
          ].join('\n'),
        ];
  const others =
    parts.length === 0
      ? []
      : ['### Classes and operations', parts.map(({ part, name, change }) => `- ${change}: ${part} ${mark(name)}`).join('\n')];
  return `${[summarise(diff), ...listing('Added', added), ...listing('Removed', removed), ...changes, ...others].join('\n\n')}\n`;
}
