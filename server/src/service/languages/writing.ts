import { type Insertion, labelHole } from './insertion.ts';
import type { NewCode } from './language.ts';
import type { TextForms } from './textForms.ts';
import { writeString } from './writeText.ts';

/** Writes a string literal; the quote is one of the language's. */
export type QuoteString = (text: string, quote: string) => string;

/** Strings as a language's table writes them. A text that cannot be written becomes an empty one, which reading back refuses. */
export function quoteWith(forms: TextForms): QuoteString {
  return (text, quote) => writeString(forms, quote, text) ?? quote + quote;
}

/** How a new arm names its code: the neighbours' kind of constant, a number or a string. */
export function labelFor(code: string, insertion: Insertion, quoteString: QuoteString): string {
  const { constants, quote, numbers, around: [before, after] = ['', ''] } = insertion;
  return before + (constants.get(code) ?? writeNumber(code, numbers) ?? quoteString(code, quote)) + after;
}

function writeNumber(code: string, notation: Insertion['numbers']): string | undefined {
  if (notation === undefined || !/^-?\d+$/.test(code)) return undefined;
  return notation === 'decimal' || code.startsWith('-') ? code : `0x${BigInt(code).toString(16).toUpperCase()}`;
}

/** Ends the message of a new arm. */
export const stubMessage = 'is not handled yet';

/** The message of a new arm's failure: `A, B or C is not handled yet`. */
export function notHandled(codes: readonly NewCode[]): string {
  const names = codes.map(({ code }) => code);
  return `${names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} or ${names.at(-1)}`} ${stubMessage}`;
}

/** A condition in the form of the neighbours; `compare` writes it where they have no condition. */
export function conditionFor(
  label: string,
  { comparison, subject }: Insertion,
  compare = (left: string, right: string): string => `${left} == ${right}`,
): string {
  return comparison === '' ? compare(subject, label) : comparison.replace(labelHole, () => label);
}

/** Puts each code on an arm of its own, or all on one where the neighbours do so. */
export function groupCodes(codes: readonly NewCode[], { grouped }: Insertion): readonly (readonly NewCode[])[] {
  return grouped && codes.length > 1 ? [codes] : codes.map((code) => [code]);
}
