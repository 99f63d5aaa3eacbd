import { onceFor } from '../../../../../shared/onceFor.ts';
import type { TableBlock } from '../pageBlocks.ts';
import { plainTextOf } from '../richText.ts';
import { isReason, isRegistered, isStatusText, readStatuses } from '../statusText.ts';
import { normaliseHeader } from './headerWords.ts';
import type { Column } from './tableColumn.ts';

const mostPeers = 2_000;

/**
 * Whether the numbers of a column are HTTP statuses: its header or the heading above says so, or nearly all of them are
 * statuses that HTTP has. The tables with the same header count together: 410 beside 213 is a code as well.
 */
export function holdsStatuses(
  column: Column,
  columns: readonly Column[],
  { peers, title }: { readonly peers: readonly TableBlock[]; readonly title: string },
): boolean {
  if (column.statuses < 0.5) return false;
  if (column.role === 'status') return true;
  if (column.registered >= 0.85 && titlesStatuses(title)) return true;
  // No list of statuses has those of information only: 101 to 103 are an API's own numbers.
  if (column.texts.every((text) => /^1\d\d$/.test(text))) return false;
  const reasons = columns.some((other) => other !== column && mostlyReasons(other));
  if (column.registered >= 0.6 && (reasons || column.texts.filter(hasReason).length * 2 >= column.texts.length)) return true;
  return (peers.length > 1 ? registeredOf(peers, column.index) : column.registered) >= 0.85;
}

/** Whether a heading is that of HTTP's statuses: `HTTP codes`, `HTTP response status codes`. */
function titlesStatuses(title: string): boolean {
  return /^(?:common |list of |standard )?http(?: \w+){0,3} ?(?:codes?|status(?:es)?)$/.test(normaliseHeader(title));
}

/** `404 Not Found`, `404 (NOT FOUND)`. */
function hasReason(text: string): boolean {
  const reason = /^(?:HTTP )?[1-5](?:\d\d|xx)\W{1,4}(\w.{1,60})$/i.exec(text)?.[1];
  return reason !== undefined && isReason(reason);
}

/** Whether the texts of a column are HTTP's own: `Bad Request`, `Bad Request - the body is no JSON`. */
function mostlyReasons({ texts }: Column): boolean {
  return texts.length > 0 && texts.filter(startsWithReason).length * 2 >= texts.length;
}

/** Whether a text begins with a reason phrase of HTTP. */
export function startsWithReason(text: string): boolean {
  return isReason(text.split(/\s[-–—]{1,3}\s|[:.,;(–—]/)[0] ?? '');
}

const shares = onceFor((_tables: readonly TableBlock[]) => new Map<number, number>());

/** The part of a column's cells that are registered statuses, over several tables. */
function registeredOf(tables: readonly TableBlock[], index: number): number {
  const known = shares(tables).get(index);
  if (known !== undefined) return known;
  let all = 0;
  let registered = 0;
  for (const { rows } of tables) {
    for (const row of rows) {
      const text = plainTextOf(row[index] ?? []);
      if (text === '' || all >= mostPeers) continue;
      all++;
      if (isStatusText(text) && readStatuses(text).every(isRegistered)) registered++;
    }
  }
  const share = registered / Math.max(1, all);
  shares(tables).set(index, share);
  return share;
}
