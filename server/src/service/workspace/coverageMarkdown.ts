import { type CatalogueCoverage, type CodeCoverage, listedCodes, stateOf } from './coverage.ts';
import { escapeMarkdown } from '../render/markdown.ts';
import { showOnOneLine } from '../render/plainText.ts';
import { describeStatus } from '../render/status.ts';

const mostPlaces = 5;

/** A catalogue's coverage as Markdown: a heading, the handled codes, and a table of all. @param nameOf a file by its address */
export function renderCoverage(coverage: CatalogueCoverage, nameOf: (uri: string) => string): string {
  const { catalogue, codes, handled, total } = coverage;
  const listed = listedCodes(coverage);
  const rows = listed.map(
    (code) =>
      `| \`${code.code.replaceAll('`', '').replaceAll('|', '\\|')}\` | ${describeStatus(code.statuses)} | ${describe(code)} | ${listPlaces(code, nameOf)} |`,
  );
  return [
    `## ${escapeMarkdown(showOnOneLine(catalogue.title))}`,
    `${handled} of ${total} error codes are handled.${describeUnnamed(codes.length - listed.length)}`,
    ['| Code | Status | Handled | Where |', '| --- | --- | --- | --- |', ...rows].join('\n'),
  ].join('\n\n');
}

/** A sentence about the codes that have no row; empty without any. */
function describeUnnamed(codes: number): string {
  if (codes === 0) return '';
  return ` ${codes} ${codes === 1 ? 'code that nothing names is' : 'codes that nothing names are'} not listed.`;
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
