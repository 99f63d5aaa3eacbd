/** How many bits each character of a text carries, by how often each occurs in it. */
export function entropyOf(text: string): number {
  const counts = new Map<string, number>();
  for (const character of text) counts.set(character, (counts.get(character) ?? 0) + 1);
  let bits = 0;
  for (const count of counts.values()) bits -= (count / text.length) * Math.log2(count / text.length);
  return bits;
}

/** Whether a text may have been drawn by chance. Words that happen to begin like a key have no digit. */
export function looksRandom(text: string, least = 2): boolean {
  const entropy = entropyOf(text);
  return entropy > least && (/\d/.test(text) || (text.length > 30 && entropy > 4.15));
}

/** Whether a text is only in the place of a key: `ghp_xxxxxxxxxxxx`. */
export function isPlaceholder(text: string): boolean {
  return /[xX]{8}/.test(text) && text.length < 500;
}
