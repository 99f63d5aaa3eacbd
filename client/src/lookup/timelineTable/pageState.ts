/** The state that a page of the table keeps for when the window is loaded again: its request id and its filter. */
export interface PageState {
  readonly requestId: string;
  readonly filter: string;
}

/** Reads the state of an earlier page, which may have any shape. @returns undefined when there is nothing to show again */
export function readPageState(kept: unknown): PageState | undefined {
  if (typeof kept !== 'object' || kept === null || !('requestId' in kept)) return undefined;
  const { requestId } = kept;
  if (typeof requestId !== 'string' || requestId === '') return undefined;
  return { requestId, filter: 'filter' in kept && typeof kept.filter === 'string' ? kept.filter : '' };
}
