/** Which row is chosen, and whether it or one of its cells has the focus. */
export interface GridFocus {
  /** The chosen row; undefined when none is shown. */
  readonly row: () => HTMLTableRowElement | undefined;
  /** Chooses a row; the one nearest to the last when it is hidden. */
  readonly choose: (row: HTMLTableRowElement | undefined, options: { readonly focus: boolean }) => void;
  /** After rows were hidden, shown or added. */
  readonly update: () => void;
}

const page = 10;

/**
 * Moves through the rows of a grid with the arrow keys, Home, End and the page keys; right and left go through the cells of a
 * row. One element at a time takes part in the order of the Tab key.
 * @param chosen called with the row that is chosen
 */
export function createGridFocus(
  body: HTMLTableSectionElement,
  chosen: (row: HTMLTableRowElement | undefined) => void,
): GridFocus {
  let row: HTMLTableRowElement | undefined;
  let stop: HTMLElement | undefined;
  const shown = (): HTMLTableRowElement[] => [...body.rows].filter((candidate) => !candidate.hidden);
  const moveTo = (target: HTMLElement | undefined, focus: boolean): void => {
    stop?.setAttribute('tabindex', '-1');
    stop = target;
    target?.setAttribute('tabindex', '0');
    if (focus) target?.focus();
  };
  const choose = (next: HTMLTableRowElement | undefined, { focus }: { readonly focus: boolean }, column = -1): void => {
    if (next !== row) {
      row?.setAttribute('aria-selected', 'false');
      next?.setAttribute('aria-selected', 'true');
      row = next;
      chosen(next);
    }
    moveTo(next?.cells[column] ?? next, focus);
  };
  body.addEventListener('keydown', (event) => {
    if (row === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    const rows = shown();
    const at = rows.indexOf(row);
    const column = stop instanceof HTMLTableCellElement ? stop.cellIndex : -1;
    const steps: Readonly<Record<string, number>> = {
      ArrowDown: at + 1,
      ArrowUp: at - 1,
      PageDown: at + page,
      PageUp: at - page,
      Home: 0,
      End: rows.length - 1,
    };
    const target = steps[event.key];
    if (target !== undefined) choose(rows[Math.max(0, Math.min(rows.length - 1, target))], { focus: true }, column);
    else if (event.key === 'ArrowRight') choose(row, { focus: true }, Math.min(column + 1, row.cells.length - 1));
    else if (event.key === 'ArrowLeft') choose(row, { focus: true }, column - 1);
    else return;
    event.preventDefault();
  });
  body.addEventListener('mousedown', (event) => {
    const target = event.target instanceof Element ? event.target.closest('tr') : undefined;
    if (target) choose(target, { focus: true });
  });
  return {
    row: () => row,
    choose,
    update: () => {
      if (row !== undefined && row.isConnected && !row.hidden) return;
      choose(shown()[0], { focus: false });
    },
  };
}
