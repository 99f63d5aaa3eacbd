/** How times of log records are shown. */
export type TimeZoneSetting = 'local' | 'utc';

/**
 * A moment for people, to the millisecond: `2026-05-04 13:02:11.120 UTC`, or with the machine's own offset.
 * @param ms milliseconds since 1970
 */
export function formatRecordTime(ms: number, zone: TimeZoneSetting): string {
  const offset = zone === 'utc' ? 0 : -new Date(ms).getTimezoneOffset();
  const shown = new Date(ms + offset * 60_000);
  if (Number.isNaN(shown.getTime())) return '';
  return `${shown.toISOString().slice(0, 23).replace('T', ' ')} ${zone === 'utc' ? 'UTC' : formatOffset(offset)}`;
}

/** A length of time for people: `120 ms`, `3.2 s`, `2 min 5 s`, `1 h 4 min`, `2 d 3 h`. */
export function formatDuration(ms: number): string {
  if (ms < 1_000) return `${Math.round(ms)} ms`;
  if (ms < 60_000) return `${(ms / 1_000).toFixed(1)} s`;
  const seconds = Math.round(ms / 1_000);
  if (seconds < 3_600) return `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
  const minutes = Math.round(seconds / 60);
  if (minutes < 1_440) return `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
  const hours = Math.round(minutes / 60);
  return `${Math.floor(hours / 24)} d ${hours % 24} h`;
}

function formatOffset(minutes: number): string {
  const hours = String(Math.floor(Math.abs(minutes) / 60)).padStart(2, '0');
  return `${minutes < 0 ? '-' : '+'}${hours}:${String(Math.abs(minutes) % 60).padStart(2, '0')}`;
}
