import { formatNumber } from './formatNumber.ts';

const units = ['KB', 'MB', 'GB', 'TB'] as const;

/**
 * An amount of data for people, in powers of ten: `812 bytes`, `2.4 KB`, `1.30 GB`.
 * @param word for amounts below 1,000, in the reader's language
 */
export function formatBytes(bytes: number, word = 'bytes'): string {
  if (bytes < 1_000) return `${bytes} ${word}`;
  // 999,950 bytes are 1.0 MB: the rounded number decides the unit.
  let shown = bytes / 1_000;
  let unit = 0;
  while (unit + 1 < units.length && shown >= 999.95) {
    shown /= 1_000;
    unit += 1;
  }
  return `${formatNumber(shown, unit < 2 ? 1 : 2)} ${units[unit]}`;
}
