let language = 'en';

/**
 * Sets the language of numbers in texts for people, once at the start: that of the translations. English until then.
 * @param tag of BCP 47; nothing changes for a wrong one
 */
export function setNumberLanguage(tag: string): void {
  try {
    [language = language] = Intl.getCanonicalLocales(tag);
    formats.clear();
  } catch {
    // Numbers stay English.
  }
}

/** A number for people, as the language writes it. @param digits after the decimal mark */
export function formatNumber(value: number, digits = 0): string {
  return formatOf(digits, { minimumFractionDigits: digits, maximumFractionDigits: digits }).format(value);
}

/** A part of a whole, from 0 to 1, in per cent. */
export function formatShare(value: number): string {
  return formatOf('share', { style: 'percent', maximumSignificantDigits: 2 }).format(value);
}

/** A format costs more to make than to use. */
const formats = new Map<number | 'share', Intl.NumberFormat>();

function formatOf(key: number | 'share', options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const format = formats.get(key) ?? new Intl.NumberFormat(language, options);
  formats.set(key, format);
  return format;
}
