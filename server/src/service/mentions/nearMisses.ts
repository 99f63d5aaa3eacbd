import { distance } from 'fastest-levenshtein';
import type { CatalogueSet } from '../catalogue/catalogueSet.ts';
import { vocabularies } from '../catalogue/vocabularies.ts';
import type { Catalogue, Evidence } from '../types.ts';
import type { CodeHit } from './codeMatcher.ts';

const quoted = /(["'`])([^\s"'`\\]{4,64})\1/g;

/** Quoted words that are no code but nearly one of an API that shows: what a misspelt label looks like. */
export function findNearMisses(text: string, set: CatalogueSet, shown: Evidence): CodeHit[] {
  const catalogues = set.catalogues.filter(({ id }) => shown.has(id));
  const misses: CodeHit[] = [];
  const known = new Map<string, boolean>();
  for (const match of text.matchAll(quoted)) {
    const word = match[2] ?? '';
    let near = known.get(word);
    if (near === undefined) {
      near = set.entriesOf(word).length === 0 && catalogues.some((catalogue) => nearestCode(word, catalogue) !== undefined);
      known.set(word, near);
    }
    if (near) misses.push({ code: word, start: match.index + 1, end: match.index + 1 + word.length });
  }
  return misses;
}

/**
 * The code that somebody who wrote this word most likely meant: the same but for case or separators, or for a slip of one
 * or two letters within its words. Undefined when none is near, or when the word is another vocabulary's.
 */
export function nearestCode(word: string, catalogue: Catalogue): string | undefined {
  if (vocabularies.some(({ codes }) => codes.has(word))) return undefined;
  let best: string | undefined;
  let bestDistance = 3;
  for (const code of catalogue.codes.keys()) {
    if (Math.abs(code.length - word.length) > 2) continue;
    const apart = fold(code) === fold(word) ? 0 : distance(code, word);
    if (apart < bestDistance && (apart === 0 || isSlip(word, code))) {
      best = code;
      bestDistance = apart;
    }
  }
  return best;
}

/** A slip changes letters within words: another word in a word's place is another code. */
function isSlip(word: string, code: string): boolean {
  const [a, b] = [wordsOf(word), wordsOf(code)];
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
