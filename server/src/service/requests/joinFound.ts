import type { FoundRecord } from './foundRecord.ts';

/** Records of several searches, each once: of two at one place the first. */
export function joinFound(records: readonly FoundRecord[]): FoundRecord[] {
  const byPlace = new Map<string, FoundRecord>();
  for (const record of records) {
    const { source, uri, file, record: read, text } = record;
    // The id's own line differs from search to search, the record does not.
    const key = JSON.stringify([source, uri ?? file, read.time?.ms, text]);
    if (!byPlace.has(key)) byPlace.set(key, record);
  }
  return [...byPlace.values()];
}
