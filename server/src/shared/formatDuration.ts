import { formatNumber } from './formatNumber.ts';

/**
 * A length of time for people, in symbols that are the same in every language: `120 ms`, `3.2 s`, `2 min 5 s`, `1 h 4 min`,
 * `2 d 3 h`.
 */
export function formatDuration(ms: number): string {
  return writeDuration(ms, formatNumber);
}

/** The same with numbers as in English, for texts that are not translated. */
export function formatEnglishDuration(ms: number): string {
  return writeDuration(ms, (value, digits) => value.toFixed(digits));
}

function writeDuration(ms: number, format: (value: number, digits: number) => string): string {
  if (ms < 999.5) return `${Math.round(ms)} ms`;
  if (ms < 59_950) return `${format(ms / 1_000, 1)} s`;
  const seconds = Math.round(ms / 1_000);
  if (seconds < 3_600) return `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
  const minutes = Math.round(seconds / 60);
  if (minutes < 1_440) return `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
  const hours = Math.round(minutes / 60);
  return `${Math.floor(hours / 24)} d ${hours % 24} h`;
}
