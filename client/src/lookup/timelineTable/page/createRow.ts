import { type TableColumn, tableColumns, type TableRow, type TableSource } from '../messages.ts';
import { createElement } from './createElement.ts';

/** How many colours there are for sources; the style sheet has as many. */
const sourceColours = 6;

/** A record as a row of the grid, and its cells, each of which can have the focus. */
export function createRow(row: TableRow, index: number, sources: readonly TableSource[]): HTMLTableRowElement {
  // The first row of the grid is its header.
  const attributes = { role: 'row', 'aria-rowindex': String(index + 2), 'aria-selected': 'false', tabindex: '-1' };
  const element = createElement(
    'tr',
    attributes,
    tableColumns.map((column) => createCell(column, row, sources)),
  );
  element.dataset['row'] = String(index);
  if (/^(?:ERROR|FATAL)$/.test(row.level)) element.classList.add('error');
  else if (row.level === 'WARN') element.classList.add('warning');
  return element;
}

/** The letter of a source in its colour. */
export function createBadge(index: number, { letter, name }: TableSource): HTMLElement {
  const badge = createElement('span', { class: `badge colour-${index % sourceColours}` }, [letter]);
  badge.title = name;
  return badge;
}

function createCell(column: TableColumn, row: TableRow, sources: readonly TableSource[]): HTMLTableCellElement {
  const cell = createElement('td', { role: 'gridcell', tabindex: '-1', class: column });
  const source = sources[row.source];
  if (column === 'gap') cell.append(...createGap(row));
  else if (column === 'source') {
    if (source) cell.append(createBadge(row.source, source));
  } else if (column === 'message') cell.append(...createMessage(row));
  else cell.textContent = row[column];
  if (column === 'code' && row.cause !== '') cell.title = row.cause;
  if (column === 'time' && row.timeNote !== '') cell.title = row.timeNote;
  return cell;
}

/** The record's message and the meaning of its code: the style sheet shows that meaning in the chosen row. */
function createMessage({ message, code, cause }: TableRow): HTMLElement[] {
  const lines = createElement('div', { class: 'lines' }, [message]);
  return cause === '' ? [lines] : [lines, createElement('div', { class: 'cause' }, [`${code}: ${cause}`])];
}

/** A bar for the eye; the words beside it have the same meaning. */
function createGap({ gap, gapShare, source }: TableRow): HTMLElement[] {
  if (gap === '') return [];
  const bar = createElement('span', { class: `bar colour-${source % sourceColours}` });
  // A style that a script sets is not an inline style of the document: the content security policy allows it.
  bar.style.width = `${Math.max(1, Math.round(gapShare * 100))}%`;
  return [createElement('span', { class: 'track', 'aria-hidden': 'true' }, [bar]), createElement('span', {}, [gap])];
}
