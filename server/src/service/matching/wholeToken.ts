const wordCharacter = /[\p{L}\p{N}_$]/u;

/** Whether no part of a word touches the stretch: `NOT_FOUND` in `NOT_FOUND_HERE` is not a whole token. */
export function isWholeToken(text: string, start: number, end: number): boolean {
  const before = start === 0 ? '' : text.charAt(start - 1);
  const after = text.charAt(end);
  const touchesBefore = wordCharacter.test(before) && wordCharacter.test(text.charAt(start));
  const touchesAfter = wordCharacter.test(after) && wordCharacter.test(text.charAt(end - 1));
  return !touchesBefore && !touchesAfter;
}
