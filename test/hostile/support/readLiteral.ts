/** The value of a string literal by the rules of its language, written for these tests only; undefined where it is no literal. */
export function readLiteral(languageId: string, literal: string): string | undefined {
  const quote = literal.charAt(0);
  const body = literal.slice(1, -1);
  if (literal.length < 2 || !literal.endsWith(quote) || !['"', "'", '`'].includes(quote)) return undefined;
  if (languageId === 'shellscript') {
    if (quote === "'") return body.includes("'") ? undefined : body;
    return /(?<!\\)(?:\\\\)*["$`]/.test(body) ? undefined : body.replace(/\\([\\"$`])/g, '$1');
  }
  if (languageId === 'powershell') {
    if (quote === "'") return body.replace(/(['\u2018-\u201b])\1/gu, '$1');
    return body.replace(/`([\s\S])/gu, '$1');
  }
  if (languageId === 'go' && quote === '`') return body;
  if (quote === "'" && (languageId === 'php' || languageId === 'ruby')) return body.replace(/\\([\\'])/g, '$1');
  if (/^[\s\S]*(?<!\\)(?:\\\\)*["'`]/.test(body) && new RegExp(`(?<!\\\\)(?:\\\\\\\\)*${quote}`).test(body)) return undefined;
  if (/[\n\r]/.test(body)) return undefined;
  const hasDollars = ['kotlin', 'dart'].includes(languageId) || (languageId === 'php' && quote === '"');
  if (hasDollars && /(?<!\\)(?:\\\\)*\$/.test(body)) return undefined;
  if (languageId === 'ruby' && /(?<!\\)(?:\\\\)*#[{$@]/.test(body)) return undefined;
  if (languageId === 'swift' && /(?<!\\)(?:\\\\)*\\\(/.test(body)) return undefined;
  return body.replace(
    /\\(?:u\{([0-9a-fA-F]+)\}|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|([0-7]{3})|([\s\S]))/gu,
    (_all, braced?: string, short?: string, long?: string, octal?: string, plain?: string) =>
      plain ??
      String.fromCodePoint(octal === undefined ? Number.parseInt(braced ?? short ?? long ?? '', 16) : Number.parseInt(octal, 8)),
  );
}
