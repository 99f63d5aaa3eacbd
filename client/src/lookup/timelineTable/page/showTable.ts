import { type PageMessage, type TableAction, tableActions, type TableContent } from '../messages.ts';
import { fitsFilter } from '../rowText.ts';
import { createPage } from './createPage.ts';
import { createRow } from './createRow.ts';
import { createGridFocus } from './gridFocus.ts';

/** So many rows are put into the page at a time; keys and clicks have their turn in between. */
const chunk = 200;

/** The parts of the page that the table needs. */
export interface TableSurroundings {
  readonly send: (message: PageMessage) => void;
  /** The filter at first. */
  readonly filter: string;
  /** Called whenever the filter has changed. */
  readonly onFilter: (filter: string) => void;
}

/** Shows a content in an element. @returns stops adding rows, for when a new content follows */
export function showTable(into: HTMLElement, content: TableContent, { send, ...surroundings }: TableSurroundings): () => void {
  const { filter, count, noMatch, body, buttons } = createPage(into, content);
  filter.value = surroundings.filter;
  let stopped = false;

  const isShown = (index: number): boolean => content.rows.slice(index, index + 1).some((row) => fitsFilter(row, filter.value));
  const showCount = (): void => {
    const fitting = content.rows.filter((row) => fitsFilter(row, filter.value)).length;
    const text = content.texts.count.replace('{0}', String(fitting)).replace('{1}', String(content.rows.length));
    if (count.textContent !== text) count.textContent = text;
    noMatch.hidden = fitting > 0;
  };
  const enableButtons = (row: HTMLTableRowElement | undefined): void => {
    const hasCode = row !== undefined && content.rows[indexOf(row)]?.code !== '';
    for (const [action, button] of buttons) button.disabled = row === undefined || (action === 'handler' && !hasCode);
  };
  enableButtons(undefined);
  const focus = createGridFocus(body, enableButtons);
  const act = (type: TableAction): void => {
    const row = focus.row();
    const fitting = (): number[] => content.rows.flatMap((_, index) => (isShown(index) ? [index] : []));
    const rows = type === 'copyAll' ? fitting() : row === undefined ? [] : [indexOf(row)];
    if (rows.length > 0) send({ type, content: content.id, rows });
  };
  const addRows = (from: number): void => {
    if (stopped) return;
    const rows = content.rows.slice(from, from + chunk).map((row, index) => {
      const element = createRow(row, from + index, content.sources);
      element.hidden = !isShown(from + index);
      return element;
    });
    body.append(...rows);
    focus.update();
    if (from === 0 && document.hasFocus()) focus.choose(focus.row(), { focus: true });
    if (from + chunk < content.rows.length) requestAnimationFrame(() => addRows(from + chunk));
  };

  filter.addEventListener('input', () => {
    for (const row of body.rows) row.hidden = !isShown(indexOf(row));
    showCount();
    focus.update();
    surroundings.onFilter(filter.value);
  });
  filter.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && filter.value !== '') {
      filter.value = '';
      filter.dispatchEvent(new Event('input'));
    } else if (event.key === 'ArrowDown' || event.key === 'Enter') focus.choose(focus.row(), { focus: true });
    else return;
    event.preventDefault();
  });
  body.addEventListener('keydown', (event) => {
    const isCopy = event.key.toLowerCase() === 'c' && (event.ctrlKey || event.metaKey) && getSelection()?.isCollapsed !== false;
    if (event.key === 'Enter') act('open');
    else if (event.key === ' ') act('context');
    else if (isCopy) act('copyRow');
    else if (event.key === '/') filter.focus();
    else return;
    event.preventDefault();
  });
  body.addEventListener('dblclick', () => act('open'));
  for (const action of tableActions) buttons.get(action)?.addEventListener('click', () => act(action));
  const takeFocus = (): void => {
    if (document.activeElement === document.body) focus.choose(focus.row(), { focus: true });
  };
  window.addEventListener('focus', takeFocus);
  showCount();
  addRows(0);
  return () => {
    stopped = true;
    window.removeEventListener('focus', takeFocus);
  };
}

function indexOf(row: HTMLTableRowElement): number {
  return Number(row.dataset['row']);
}
