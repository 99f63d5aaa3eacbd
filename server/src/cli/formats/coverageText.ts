import * as l10n from '@vscode/l10n';
import { formFor, showNumber } from '../../service/render/numbers.ts';
import { withoutControls } from '../../service/render/plainText.ts';
import { showStatus } from '../../service/render/status.ts';
import {
  type CatalogueCoverage,
  type CodeCoverage,
  type FilePlace,
  listedCodes,
  stateOf,
} from '../../service/workspace/coverage.ts';
import { groupBy } from '../../shared/groupBy.ts';
import { padColumns, widthOf, wrapColumns } from '../columns.ts';

const mostPlaces = 3;
/** So many codes that only the same classes take are one row. */
const leastTogether = 4;
/** Columns of a list of codes. */
const listWidth = 100;

/** The codes of each catalogue with the places that handle them, as lines for a terminal. */
export function renderCoverageText(coverage: readonly CatalogueCoverage[], nameOf: (uri: string) => string): string {
  if (coverage.length === 0) return `${l10n.t('No catalogue is in use here.')}\n`;
  return coverage.map((each) => renderCatalogue(each, nameOf)).join('\n');
}

/** How much of a whole is done; all of nothing is. */
export function percent(done: number, total: number): number {
  // Multiplied first: 29 of 100 are 29 then, not 28.999…
  return total === 0 ? 100 : (done * 100) / total;
}

function renderCatalogue(coverage: CatalogueCoverage, nameOf: (uri: string) => string): string {
  const { catalogue, codes, handled, total } = coverage;
  const shown = listedCodes(coverage);
  const rows = rowsOf(shown, nameOf);
  const words = { retired: l10n.t('retired'), compared: l10n.t('compared'), stub: l10n.t('stub'), never: l10n.t('never') };
  const wordWidth = Math.max(8, ...Object.values(words).map(widthOf));
  const width = Math.max(...rows.map(({ name }) => widthOf(name)), 0);
  const lines = rows.flatMap(({ name, code, others }) => {
    const { state, places } = stateOf(code);
    const word = state === 'handled' ? `${showNumber(code.handled.length + code.caught.length)} ×` : words[state];
    const named = placesOf(places.slice(0, mostPlaces), nameOf);
    const where = named === '' ? '' : `  ${state === 'never' ? l10n.t('only named: {0}', named) : named}`;
    const columns = [padColumns(name, width), padColumns(showStatus(code.statuses), 10), padColumns(word, wordWidth)];
    const rest = others.length === 0 ? [] : wrapColumns(others.join(', '), listWidth).split('\n');
    return [`  ${columns.join('  ')}${where}`, ...rest.map((line) => `    ${line}`)].map((line) =>
      withoutControls(line).trimEnd(),
    );
  });
  const left = codes.length - shown.length;
  const rest = left > 0 ? ` ${describeUnnamed(left)}` : '';
  const part = showNumber(Math.floor(percent(handled, total)));
  const summary = `${l10n.t('{0} of {1} error codes are handled ({2} %).', showNumber(handled), showNumber(total), part)}${rest}`;
  return `${withoutControls(catalogue.title)}\n${lines.join('\n')}\n${summary}\n`;
}

/** One code, or several that the same places handle by their class. */
interface Row {
  readonly name: string;
  readonly code: CodeCoverage;
  readonly others: readonly string[];
}

function rowsOf(codes: readonly CodeCoverage[], nameOf: (uri: string) => string): readonly Row[] {
  const together = groupBy(codes, (code) => {
    const { caught, handled, compared, statuses, retired } = code;
    const isOwn = retired || caught.length === 0 || handled.length + compared.length > 0;
    return isOwn ? code.code : `${showStatus(statuses)} ${placesOf(caught, nameOf)}`;
  });
  const rowOf = (code: CodeCoverage, others: readonly string[] = []): Row => {
    const name = others.length === 0 ? code.code : l10n.t('{0} and {1} more', code.code, showNumber(others.length));
    return { name, code, others };
  };
  const rows = [...together.values()].flatMap(([first, ...others]) => {
    if (!first || others.length < leastTogether - 1) return [first, ...others].flatMap((code) => (code ? rowOf(code) : []));
    return rowOf(
      first,
      others.map(({ code }) => code),
    );
  });
  return rows.sort((a, b) => codes.indexOf(a.code) - codes.indexOf(b.code));
}

function placesOf(places: readonly FilePlace[], nameOf: (uri: string) => string): string {
  return places.map(({ uri, range }) => `${nameOf(uri)}:${range.start.line + 1}`).join(', ');
}

function describeUnnamed(codes: number): string {
  const shown = showNumber(codes);
  return formFor(
    codes,
    l10n.t('{0} code that nothing names is not listed.', shown),
    l10n.t('{0} codes that nothing names are not listed.', shown),
  );
}
