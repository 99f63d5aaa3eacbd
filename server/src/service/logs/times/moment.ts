/**
 * Milliseconds from 1970 to a date and a time of that day, in UTC; undefined when there is no such day.
 * @param monthIndex from 0
 */
export function toMoment(year: number, monthIndex: number, day: number, timeOfDay: number): number | undefined {
  if (!(monthIndex >= 0 && monthIndex < 12 && day >= 1 && day < 32)) return undefined;
  // Programs write the year 1 for no time at all; Date would turn it into 1901.
  if (year < 100) return undefined;
  const date = Date.UTC(year, monthIndex, day);
  return day < 29 || new Date(date).getUTCDate() === day ? date + timeOfDay : undefined;
}
