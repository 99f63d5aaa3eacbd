/** The letters of the source at an index: `A` to `Z`, then `AA` and so on. */
export function sourceLetter(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : sourceLetter(Math.floor(index / 26) - 1) + letter;
}
