/** The places of keywords in a text, in the order in which they end. */
export interface KeywordPlaces {
  /** Indexes of the keywords, one for each place. */
  readonly keywords: readonly number[];
  readonly starts: readonly number[];
}

/** Finds every place of every keyword, in any case, in one pass whose time does not depend on how many keywords there are. */
export type KeywordFinder = (text: string) => KeywordPlaces;

/** Builds a finder: the automaton of Aho and Corasick. Only letters with one upper-case form of one code unit are folded. */
export function createKeywordFinder(keywords: readonly string[]): KeywordFinder {
  const { classes, count } = classify(keywords);
  // A row for each state, with the next state for each class.
  const next: number[] = Array.from({ length: count }, () => 0);
  const ends: number[][] = [[]];
  for (const [index, keyword] of keywords.entries()) {
    let state = 0;
    for (let at = 0; at < keyword.length; at++) {
      const cell = state * count + (classes[keyword.charCodeAt(at)] ?? 0);
      if (next[cell] === 0) {
        next[cell] = ends.length;
        ends.push([]);
        for (let column = 0; column < count; column++) next.push(0);
      }
      state = next[cell] ?? 0;
    }
    ends[state]?.push(index);
  }
  const table = completeTable(Int32Array.from(next), ends, count);
  const lengths = keywords.map(({ length }) => length);
  return (text) => {
    const found: number[] = [];
    const starts: number[] = [];
    let state = 0;
    for (let at = 0; at < text.length; at++) {
      state = table[state + (classes[text.charCodeAt(at)] as number)] as number;
      if (state < 0) {
        state = -state;
        for (const keyword of ends[state / count] ?? []) {
          found.push(keyword);
          starts.push(at + 1 - (lengths[keyword] ?? 0));
        }
      }
    }
    return { keywords: found, starts };
  };
}

/** A number for each character of the keywords, the same for both cases; 0 is any other. */
function classify(keywords: readonly string[]): { readonly classes: Uint8Array; readonly count: number } {
  const classes = new Uint8Array(65_536);
  let count = 1;
  for (const keyword of keywords)
    for (let at = 0; at < keyword.length; at++) {
      const letter = keyword.charAt(at);
      if (classes[letter.charCodeAt(0)] !== 0) continue;
      for (const form of [letter, letter.toLowerCase(), letter.toUpperCase()])
        if (form.length === 1) classes[form.charCodeAt(0)] = count;
      count++;
    }
  return { classes, count };
}

/**
 * Adds the ways back from a text that no longer fits, states multiplied by the width of a row. A state that ends a keyword is
 * negative wherever it is named.
 */
function completeTable(table: Int32Array, ends: number[][], count: number): Int32Array {
  const back = new Int32Array(ends.length);
  const queue = [0];
  for (const state of queue) {
    const from = back[state] ?? 0;
    if (state !== 0) ends[state]?.push(...(ends[from] ?? []));
    for (let column = 0; column < count; column++) {
      const cell = state * count + column;
      const target = table[cell] ?? 0;
      const other = state === 0 ? 0 : (table[from * count + column] ?? 0);
      if (target === 0) table[cell] = other;
      else {
        back[target] = other;
        queue.push(target);
      }
    }
  }
  return table.map((state) => ((ends[state]?.length ?? 0) > 0 ? -state : state) * count);
}
