/** The place of a code near the value that names it; that value's own place where the code is not spelled out there. */
export function findWord(text: string, word: string, place: number): number {
  const area = text.slice(place, place + 20_000);
  let index = area.indexOf(word);
  while (index > 0 && (/[\w-]/.test(area[index - 1] ?? '') || /[\w-]/.test(area[index + word.length] ?? ''))) {
    index = area.indexOf(word, index + 1);
  }
  return place + Math.max(0, index);
}
