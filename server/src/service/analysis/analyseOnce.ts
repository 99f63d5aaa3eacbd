import type { Parser, Range, Tree } from 'web-tree-sitter';
import type { Language } from '../languages/language.ts';
import type { CodeHit } from '../mentions/codeMatcher.ts';
import { findParts, mayBeCode, type TextParts } from '../syntax/textParts.ts';
import type { Span } from '../types.ts';
import { analyseDocument, type DocumentAnalysis, type DocumentFacts } from './documentAnalysis.ts';

/** An analysis that is not kept. */
export interface PassingAnalysis {
  readonly analysis: DocumentAnalysis;
  /** Frees the tree, with which the analysis ends. */
  readonly release: () => void;
}

const mostRounds = 4;

/**
 * Analyses a text of which nothing is asked later, by parsing only the declarations that hold something: parsing is most of the
 * work, and most of a file has nothing to do with codes. What it says of sites and places is what the whole file would say.
 * @returns undefined for a text that must be parsed whole
 */
export function analyseOnce(text: string, parser: Parser, language: Language, facts: DocumentFacts): PassingAnalysis | undefined {
  const { topLevel } = language;
  if (!topLevel) return undefined;
  const matters = (hit: CodeHit): boolean => mayBeCode(text, hit, topLevel);
  const hits = facts.set.matcher.findAll(text);
  const offsets = [...hits.filter(matters).map(({ start }) => start), ...findAll(text, 'error-codes:')];
  for (let round = 0; round < mostRounds; round += 1) {
    const parts = findParts(text, offsets, topLevel);
    const tree = parts && parseParts(text, parts, parser);
    if (!parts || !tree) return undefined;
    const release = () => tree.delete();
    if (tree.rootNode.hasError) {
      release();
      return undefined;
    }
    const analysis = analyseDocument(text, { tree, change: undefined }, language, facts, { hits });
    // Where constants are used, and words that are nearly a code, are only known now.
    const left = analysis.considered.filter((hit) => !parts.covers(hit.start) && matters(hit));
    if (left.length === 0) return { analysis, release };
    release();
    offsets.push(...left.map(({ start }) => start));
  }
  return undefined;
}

/**
 * Whether an error of the tree reaches over one of the places that were looked at, or may make code of prose, as a text without an
 * end does: around others it is as good as without.
 */
export function isSpoilt({ context: { root }, considered }: DocumentAnalysis, text: string, { topLevel }: Language): boolean {
  if (!root.hasError) return false;
  return considered.some((hit) => {
    if (topLevel && !mayBeCode(text, hit, topLevel)) return true;
    for (let node = root.descendantForIndex(hit.start, hit.end); node !== null; node = node.parent) if (node.isError) return true;
    return false;
  });
}

function parseParts(text: string, { spans }: TextParts, parser: Parser): Tree | null {
  // No ranges would mean the whole text.
  return spans.length === 0 ? parser.parse('') : parser.parse(text, null, { includedRanges: spans.map(toRange) });
}

/** Only offsets matter here, and whether two places are on one line: rows need only grow. */
function toRange({ start, end }: Span): Range {
  return { startIndex: start, endIndex: end, startPosition: { row: start, column: 0 }, endPosition: { row: end, column: 0 } };
}

function findAll(text: string, word: string): number[] {
  const found: number[] = [];
  for (let at = text.indexOf(word); at !== -1; at = text.indexOf(word, at + word.length)) found.push(at);
  return found;
}
