/** What a page of the table leaves behind for when the window is loaded again: what to look up, and what was filtered for. */
export interface PageState {
  readonly requestId: string;
  readonly filter: string;
}

/** What an earlier page left, whatever that was. @returns undefined when there is nothing to show again */
export function readPageState(kept: unknown): PageState | undefined {
  if (typeof kept !== 'object' || kept === null || !('requestId' in kept)) return undefined;
  const { requestId } = kept;
  if (typeof requestId !== 'string' || requestId === '') return undefined;
  return { requestId, filter: 'filter' in kept && typeof kept.filter === 'string' ? kept.filter : '' };
}
