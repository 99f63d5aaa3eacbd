import { type TableAction, tableActions, tableColumns, type TableContent } from '../messages.ts';
import { createElement } from './createElement.ts';
import { createBadge } from './createRow.ts';

/** The elements of the page that change after it was built. */
export interface PageElements {
  readonly filter: HTMLInputElement;
  readonly count: HTMLElement;
  readonly noMatch: HTMLElement;
  readonly body: HTMLTableSectionElement;
  readonly buttons: ReadonlyMap<TableAction, HTMLButtonElement>;
}

/** Builds everything but the rows into an element, in place of its old content. */
export function createPage(into: HTMLElement, { requestId, summary, notes, texts, sources, rows }: TableContent): PageElements {
  const filter = createElement('input', { id: 'filter', type: 'search', placeholder: texts.filterHint, spellcheck: 'false' });
  const buttons = new Map(
    tableActions.map((action) => [action, createElement('button', { type: 'button' }, [texts.buttons[action]])]),
  );
  // A live region: a screen reader reads how many rows are left while one types.
  const count = createElement('span', { role: 'status', 'aria-live': 'polite', class: 'count' });
  const noMatch = createElement('p', { class: 'no-match' }, [rows.length === 0 ? texts.noRecords : texts.noMatch]);
  noMatch.hidden = true;
  // Said outright: where a style sheet shows rows as boxes, browsers no longer take them for parts of a table.
  const body = createElement('tbody', { role: 'rowgroup' });
  const legend = sources.map((source, index) => createElement('li', {}, [createBadge(index, source), ` ${source.name}`]));
  const heads = tableColumns.map((column) =>
    createElement('th', { role: 'columnheader', scope: 'col', class: column }, [texts.columns[column]]),
  );
  const table = createElement('table', {
    role: 'grid',
    'aria-label': texts.table,
    'aria-describedby': 'keys',
    'aria-rowcount': String(rows.length + 1),
  });
  table.append(
    createElement('thead', { role: 'rowgroup' }, [createElement('tr', { role: 'row', 'aria-rowindex': '1' }, heads)]),
    body,
  );
  into.replaceChildren(
    createElement('header', {}, [
      createElement('h1', {}, [requestId]),
      createElement('p', {}, [summary]),
      createElement('div', { class: 'tools' }, [
        createElement('span', { class: 'filter' }, [createElement('label', { for: 'filter' }, [texts.filter]), filter, count]),
        createElement('span', { role: 'group', 'aria-label': texts.actions, class: 'actions' }, [...buttons.values()]),
      ]),
      createElement('ul', { class: 'legend', 'aria-label': texts.sources }, legend),
    ]),
    createElement('div', { class: 'scroll' }, [table, noMatch]),
    createElement('p', { id: 'keys', class: 'keys' }, [[...notes, texts.keys].join(' ')]),
  );
  return { filter, count, noMatch, body, buttons };
}
