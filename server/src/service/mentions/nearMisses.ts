import { onceFor } from '../../shared/onceFor.ts';
import { remember } from '../../shared/remember.ts';
import { distance } from 'fastest-levenshtein';
import type { CatalogueSet } from '../catalogue/catalogueSet.ts';
import { isEverydayWord } from '../catalogue/vocabularies.ts';
import type { Catalogue, Evidence } from '../types.ts';
import type { CodeHit } from '../matching/codeHit.ts';

const quoted = /(["'`])([^\s"'`\\]{4,64})\1/g;

/** Finds quoted words that are no code but nearly one of an API that shows: possible misspelt labels. */
export function findNearMisses(text: string, set: CatalogueSet, shown: Evidence): CodeHit[] {
  const catalogues = set.catalogues.filter(({ id }) => shown.has(id));
  const misses: CodeHit[] = [];
  const known = new Map<string, boolean>();
  const lengths = new Set(catalogues.flatMap((catalogue) => [...indexOf(catalogue).lengths]));
  for (const match of text.matchAll(quoted)) {
    const word = match[2] ?? '';
    if (!lengths.has(word.length)) continue;
    const isNear = (): boolean =>
      set.entriesOf(word).length === 0 && catalogues.some((catalogue) => nearestCode(word, catalogue) !== undefined);
    if (remember(known, word, isNear)) misses.push({ code: word, start: match.index + 1, end: match.index + 1 + word.length });
  }
  return misses;
}

/** The code of any of the catalogues that is near to a word, or to the word in capitals. */
export function nearestOfAny(word: string, catalogues: readonly Catalogue[]): string | undefined {
  for (const catalogue of catalogues) {
    const near = nearestCode(word, catalogue) ?? nearestCode(word.toUpperCase(), catalogue);
    if (near !== undefined) return near;
  }
  return undefined;
}

/** The prepared data for the search among a catalogue's codes, and the answers so far. */
interface NearIndex {
  readonly codes: readonly string[];
  /** For each code: one bit for each letter or digit that it has. */
  readonly letters: Int32Array;
  readonly folded: ReadonlyMap<string, string>;
  /** The lengths that a word near to a code can have. */
  readonly lengths: ReadonlySet<number>;
  readonly answers: Map<string, string | undefined>;
}

const mostAnswers = 20_000;
const mostApart = 2;
/** A slip of two letters changes at most four of the bits. */
const mostBits = 4;

/**
 * The code that the author of this word most likely meant: the same except for case or separators, or for a slip of one or two
 * letters within its words. Undefined when no code is near, or when the word is in a vocabulary.
 */
export function nearestCode(word: string, catalogue: Catalogue): string | undefined {
  // `not-found` is the same word of a different system, not a slip for `NOT_FOUND`.
  if (isEverydayWord(word)) return undefined;
  const index = indexOf(catalogue);
  if (index.answers.size >= mostAnswers) index.answers.clear();
  return remember(index.answers, word, () => findNearest(word, index));
}

const indexOf = onceFor(({ codes }: Catalogue): NearIndex => {
  // A number is near to many others: only its name can be misspelt.
  const all = [...codes.values()].flatMap(({ code, name, numeric }) => [
    ...(numeric ? [] : [code]),
    ...(name === undefined ? [] : [name]),
  ]);
  const folded = new Map<string, string>();
  for (const code of all) if (!folded.has(fold(code))) folded.set(fold(code), code);
  const lengths = new Set<number>();
  for (const { length } of all) for (let near = length - mostApart; near <= length + mostApart; near += 1) lengths.add(near);
  return { codes: all, letters: Int32Array.from(all, lettersOf), folded, lengths, answers: new Map() };
});

function findNearest(word: string, { codes, letters, folded }: NearIndex): string | undefined {
  const same = folded.get(fold(word));
  if (same !== undefined && Math.abs(same.length - word.length) <= mostApart) return same;
  const own = lettersOf(word);
  let best: string | undefined;
  let bestDistance = mostApart + 1;
  for (let at = 0; at < codes.length; at += 1) {
    const code = codes[at] ?? '';
    if (Math.abs(code.length - word.length) > mostApart || countBits((letters[at] ?? 0) ^ own) > mostBits) continue;
    const apart = distance(code, word);
    if (apart < bestDistance && isSlip(word, code)) {
      best = code;
      bestDistance = apart;
    }
  }
  return best;
}

/** One bit for each letter in either case, one for all digits and one for everything else. */
function lettersOf(word: string): number {
  let bits = 0;
  for (let at = 0; at < word.length; at += 1) {
    const unit = word.charCodeAt(at) | 32;
    bits |= 1 << (unit >= 97 && unit <= 122 ? unit - 97 : unit >= 48 && unit <= 57 ? 26 : 27);
  }
  return bits;
}

function countBits(bits: number): number {
  let rest = bits - ((bits >>> 1) & 0x55555555);
  rest = (rest & 0x33333333) + ((rest >>> 2) & 0x33333333);
  return (((rest + (rest >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24;
}

/** Whether the difference is a slip. A slip changes letters within words; a different word makes a different code. */
function isSlip(word: string, code: string): boolean {
  const a = wordsOf(word);
  const b = wordsOf(code);
  if (a.length !== b.length) return distance(fold(word), fold(code)) <= 1;
  return a.every((part, index) => {
    const other = b[index] ?? '';
    const apart = distance(part, other);
    if (apart === 0) return true;
    if (Math.min(part.length, other.length) < 3) return false;
    const swapped = apart === 2 && part.length === other.length && sorted(part) === sorted(other);
    return swapped || apart <= (Math.min(part.length, other.length) >= 7 ? 2 : 1);
  });
}

function wordsOf(code: string): string[] {
  return code.split(/[^A-Za-z0-9]+/);
}

function fold(code: string): string {
  return code.replace(/[^A-Za-z0-9]/g, '').toUpperCase();
}

function sorted(word: string): string {
  return [...word].sort().join('');
}
