/**
 * The month that the first letters of a name mean, from 0: English names, and those that Java writes in German, French, Spanish,
 * Italian, Portuguese and Dutch; in Chinese, Japanese and Korean they are numbers. Source: the Unicode CLDR's abbreviated months.
 */
const monthNames: Readonly<Record<string, number>> = {
  ...{ jan: 0, feb: 1, mar: 2, apr: 3, may: 4, jun: 5, jul: 6, aug: 7, sep: 8, oct: 9, nov: 10, dec: 11 },
  ...{ ene: 0, gen: 0, fév: 1, fev: 1, mär: 2, mrz: 2, mrt: 2, avr: 3, abr: 3, mai: 4, mei: 4, mag: 4, juin: 5, giu: 5 },
  ...{ juil: 6, lug: 6, aoû: 7, ago: 7, set: 8, okt: 9, out: 9, ott: 9, déc: 11, dez: 11, dic: 11 },
};
const byFirst = new Map<string, string[]>();
for (const name of Object.keys(monthNames)) byFirst.set(name.charAt(0), [...(byFirst.get(name.charAt(0)) ?? []), name.slice(1)]);
// By their first letter: engines try every alternative by itself.
const names = [...byFirst].map(([first, rests]) => `[${first}${first.toUpperCase()}](?:${rests.join('|')})`);

/** A pattern for the name of a month, whole or cut. */
export const monthName = `(?:${names.join('|')})[a-zéç]{0,6}\\.?`;
/** A pattern for a month in Chinese, Japanese and Korean. */
export const monthNumber = '1?\\d[月월]';

/** The month that a name or a number means, from 0; -1 for any other text. */
export function readMonth(text: string): number {
  if (/^\d/.test(text)) return Number.parseInt(text, 10) - 1;
  const name = text.toLowerCase();
  return monthNames[name.slice(0, 4)] ?? monthNames[name.slice(0, 3)] ?? -1;
}
