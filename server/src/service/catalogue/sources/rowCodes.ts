import { firstWeakKind, strongKind } from './errorProperties.ts';
import { isCompound, isEnvelopeWord, readCode, readStatus } from './codeText.ts';

/** Whether the values of a list are codes. @param kind of the property that they are below */
export function areCodes(codes: readonly (string | number)[], kind: number): boolean {
  if (codes.length === 0 || areStatuses(codes)) return false;
  if (kind === strongKind) return true;
  const shaped = codes.filter(
    (code) => isCompound(code) || (kind < firstWeakKind && typeof code === 'string') || /^\d{3,}$/.test(String(code)),
  );
  return shaped.length * 2 >= codes.length;
}

/** Whether nearly all values are HTTP statuses. */
export function areStatuses(codes: readonly (string | number)[]): boolean {
  if (codes.length === 0) return false;
  return (
    codes.filter((code) => /^[1-9](?:\d\d|xx)$/i.test(String(code)) && readStatus(code) !== undefined).length * 10 >=
    codes.length * 9
  );
}

/** Whether keys are codes. Nearly all of them are words for programs, or they are in capitals where no word mentions errors. */
export function areKeys(keys: readonly string[], about: boolean): boolean {
  const codes = keys.filter((key) => readCode(key) !== undefined && !isEnvelopeWord(key));
  const shaped = codes.filter((key) =>
    about ? isCompound(key) || /^[A-Z\d]+$|^-\d+$/.test(key) : /^[A-Z][A-Z\d_]*_[A-Z\d_]+$|^\d{3,}$|^[A-Z]+\d+$/.test(key),
  );
  return keys.length > 0 && shaped.length * 5 >= keys.length * 4;
}

/** Whether a code is a number, also one that is written as a text. */
export function isNumber(code: string | number): boolean {
  return typeof code === 'number' || /^-?\d+$/.test(code);
}

/** The code that a text is, as a number if it is one. */
export function toCode(text: string): string | number {
  return /^-?[1-9]\d{0,14}$/.test(text) ? Number(text) : text.trim();
}
