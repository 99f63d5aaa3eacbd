import type { CatalogueCoverage, CodeCoverage } from './coverage.ts';
import { escapeMarkdown } from '../render/markdown.ts';
import { showOnOneLine } from '../render/plainText.ts';
import { describeStatus } from '../render/status.ts';

const mostPlaces = 5;

/** A catalogue's coverage as Markdown: a heading, the handled codes, and a table of all. @param nameOf a file by its address */
export function renderCoverage({ catalogue, codes, handled, total }: CatalogueCoverage, nameOf: (uri: string) => string): string {
  const rows = codes.map(
    (code) =>
      `| \`${code.code.replaceAll('`', '').replaceAll('|', '\\|')}\` | ${describeStatus(code.statuses)} | ${describe(code)} | ${listPlaces(code, nameOf)} |`,
  );
  return [
    `## ${escapeMarkdown(showOnOneLine(catalogue.title))}`,
    `${handled} of ${total} error codes are handled.`,
    ['| Code | Status | Handled | Where |', '| --- | --- | --- | --- |', ...rows].join('\n'),
  ].join('\n\n');
}

function describe({ retired, handled, caught }: CodeCoverage): string {
  if (retired) return 'retired';
  const count = handled.length + caught.length;
  return count > 0 ? `${count} ×` : '**never**';
}

function listPlaces({ handled: own, caught, other }: CodeCoverage, nameOf: (uri: string) => string): string {
  const handled = [...own, ...caught];
  const places = handled.length > 0 ? handled : other;
  const named = places.slice(0, mostPlaces).map(({ uri, range }) => escapeMarkdown(`${nameOf(uri)}:${range.start.line + 1}`));
  const rest = places.length - named.length;
  const text = [...named, ...(rest > 0 ? [`${rest} more`] : [])].join(', ');
  return handled.length === 0 && text !== '' ? `only named: ${text}` : text;
}
