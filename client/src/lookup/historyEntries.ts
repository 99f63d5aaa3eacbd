/** A look-up that was made. */
export interface HistoryEntry {
  readonly requestId: string;
  /** When, in milliseconds since 1970. */
  readonly at: number;
  /** How many records it found. */
  readonly records: number;
  /** The error code that the request ended with. */
  readonly code: string | null;
}

const mostEntries = 20;

/** Reads the entries that an earlier session kept; entries of a different shape are left out. */
export function readHistory(kept: unknown): HistoryEntry[] {
  return Array.isArray(kept) ? kept.filter(isEntry).slice(0, mostEntries) : [];
}

/** The entries with a new one at their head: the last 20, each id once. */
export function addToHistory(entries: readonly HistoryEntry[], entry: HistoryEntry): HistoryEntry[] {
  return [entry, ...entries.filter(({ requestId }) => requestId !== entry.requestId)].slice(0, mostEntries);
}

function isEntry(value: unknown): value is HistoryEntry {
  if (typeof value !== 'object' || value === null) return false;
  const { requestId, at, records, code } = value as Partial<Record<keyof HistoryEntry, unknown>>;
  return (
    typeof requestId === 'string' &&
    typeof at === 'number' &&
    typeof records === 'number' &&
    (code === null || typeof code === 'string')
  );
}
