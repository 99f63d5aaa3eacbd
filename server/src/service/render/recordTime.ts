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

function formatOffset(minutes: number): string {
  const hours = String(Math.floor(Math.abs(minutes) / 60)).padStart(2, '0');
  return `${minutes < 0 ? '-' : '+'}${hours}:${String(Math.abs(minutes) % 60).padStart(2, '0')}`;
}
