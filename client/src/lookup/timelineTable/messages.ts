import type { TimelineRow, TimelineSource } from '../../../../server/src/shared/timelineRows.ts';

/** The messages between the extension and the page of the timeline's table: types and checks, for both sides. */

export type TableRow = TimelineRow;
export type TableSource = TimelineSource;

/** All that the page shows. Texts of logs among it: the page sets them as text, never as HTML. */
export interface TableContent {
  /** A new number for each content; the page's messages name it. */
  readonly id: number;
  /** The request id as it was looked up; `requestId` is for people. */
  readonly lookedUp: string;
  readonly requestId: string;
  /** How many records, over how long, how it ended; without records, the places that were searched. */
  readonly summary: string;
  /** The meanings of the marks in the table, each a sentence. */
  readonly notes: readonly string[];
  readonly texts: TableTexts;
  readonly sources: readonly TableSource[];
  readonly rows: readonly TableRow[];
}

/** Sentences and names in the language of the editor. */
export interface TableTexts {
  readonly table: string;
  readonly filter: string;
  readonly filterHint: string;
  readonly sources: string;
  readonly actions: string;
  /** `{0} of {1} records`. */
  readonly count: string;
  readonly noMatch: string;
  readonly noRecords: string;
  readonly columns: Readonly<Record<TableColumn, string>>;
  readonly buttons: Readonly<Record<TableAction, string>>;
  /** The keys and their effects. */
  readonly keys: string;
}

export const tableColumns = ['time', 'gap', 'source', 'level', 'status', 'code', 'message', 'place'] as const;
export type TableColumn = (typeof tableColumns)[number];

export const tableActions = ['open', 'context', 'handler', 'copyRow', 'copyAll'] as const;
export type TableAction = (typeof tableActions)[number];

/** From the extension. */
export interface ShowMessage {
  readonly type: 'show';
  readonly content: TableContent;
}

/** From the page: it can show something now, or a person wants something done with rows. */
export type PageMessage =
  | { readonly type: 'ready' }
  | {
      readonly type: TableAction;
      readonly content: number /** Indexes, in the order shown. */;
      readonly rows: readonly number[];
    };

/** A message of the page. @returns undefined for anything else, and for rows that the content does not have */
export function readPageMessage(value: unknown, content: TableContent | undefined): PageMessage | undefined {
  if (typeof value !== 'object' || value === null || !('type' in value)) return undefined;
  if (value.type === 'ready') return { type: 'ready' };
  const type = tableActions.find((action) => action === value.type);
  if (type === undefined || content === undefined) return undefined;
  if (!('content' in value) || value.content !== content.id || !('rows' in value) || !Array.isArray(value.rows)) return undefined;
  const rows = value.rows.filter((row): row is number => Number.isInteger(row) && content.rows[row as number] !== undefined);
  return rows.length === value.rows.length ? { type, content: content.id, rows } : undefined;
}
