import { type CatalogueCoverage, type CodeCoverage, stateOf } from './coverage.ts';
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

function describe(code: CodeCoverage): string {
  const { state } = stateOf(code);
  if (state === 'handled') return `${code.handled.length + code.caught.length} ×`;
  return state === 'never' ? '**never**' : state;
}

function listPlaces(code: CodeCoverage, nameOf: (uri: string) => string): string {
  const { state, places } = stateOf(code);
  const shown = places.slice(0, mostPlaces).map(({ uri, range }) => escapeMarkdown(`${nameOf(uri)}:${range.start.line + 1}`));
  const rest = places.length - shown.length;
  const text = [...shown, ...(rest > 0 ? [`${rest} more`] : [])].join(', ');
  return state === 'never' && text !== '' ? `only named: ${text}` : text;
}
