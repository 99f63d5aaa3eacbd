import * as l10n from '@vscode/l10n';
import { formatNumber } from '../../shared/formatNumber.ts';
import { formatBytes } from '../../shared/formatBytes.ts';

/** The language that texts are in, as a BCP 47 tag. Each bundle of translations gives its own. */
export function languageOfTexts(): string {
  return l10n.t('en');
}

/** A number as the language of the texts writes it. */
export function showNumber(number: number): string {
  // The first format takes milliseconds, and most numbers are small.
  return number >= 0 && number < 1_000 ? String(number) : formatNumber(number);
}

/** An amount of data in the language of the texts. */
export function showBytes(bytes: number): string {
  return formatBytes(bytes, l10n.t('bytes'));
}

/** The form of a text that goes with a number: none is plural in English and singular in French. */
export function formFor(number: number, one: string, other: string): string {
  if (number > 1) return other;
  return number === 1 || new Intl.PluralRules(languageOfTexts()).select(number) === 'one' ? one : other;
}

/** `1 file`, `2 files`. */
export function countFiles(number: number): string {
  const shown = showNumber(number);
  return formFor(number, l10n.t('{0} file', shown), l10n.t('{0} files', shown));
}

/** `1 record`, `2 records`. */
export function countRecords(number: number): string {
  const shown = showNumber(number);
  return formFor(number, l10n.t('{0} record', shown), l10n.t('{0} records', shown));
}

/** `1 code`, `2 codes`. */
export function countCodes(number: number): string {
  const shown = showNumber(number);
  return formFor(number, l10n.t('{0} code', shown), l10n.t('{0} codes', shown));
}
