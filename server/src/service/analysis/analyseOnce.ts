import type { Node, Range, Tree } from 'web-tree-sitter';
import type { Language } from '../languages/language.ts';
import type { Pace } from '../syntax/pace.ts';
import { findParts, mayBeCode } from '../syntax/textParts.ts';
import { free, type TextParser } from '../syntax/textParser.ts';
import type { Span } from '../types.ts';
import { analyseDocument, type DocumentAnalysis, type DocumentFacts } from './documentAnalysis.ts';
import type { CodeHit } from '../matching/codeHit.ts';
import { keepLikelyNumbers } from '../matching/likelyNumbers.ts';

/** An analysis that is not kept. */
export interface PassingAnalysis {
  readonly analysis: DocumentAnalysis;
  readonly tree: Tree;
  /** Frees the tree, with which the analysis ends. */
  readonly release: () => void;
}

const mostRounds = 4;

/**
 * Analyses a text once, for no later requests, by parsing only the declarations that matter. Parsing is most of the work, and
 * most of a file has nothing to do with codes. The sites and places are the same as in an analysis of the whole file.
 * @returns undefined for a text that must be parsed whole
 */
export async function analyseOnce(
  text: string,
  parser: TextParser,
  language: Language,
  facts: DocumentFacts,
  pace: Pace,
): Promise<PassingAnalysis | undefined> {
  const { topLevel } = language;
  if (!topLevel) return undefined;
  const matters = (hit: CodeHit): boolean => mayBeCode(text, hit, topLevel);
  const hits = keepLikelyNumbers(text, facts.set.matcher.findAll(text));
  const offsets = [...hits.filter(matters).map(({ start }) => start), ...findAll(text, 'error-codes:')];
  for (let round = 0; round < mostRounds; round += 1) {
    const parts = findParts(text, offsets, topLevel);
    // No ranges would mean the whole text.
    const tree =
      parts &&
      (await (parts.spans.length === 0 ? parser.parse('') : parser.parse(text, { pace, ranges: parts.spans.map(toRange) })));
    if (!parts || !tree) return undefined;
    const release = () => free(tree);
    try {
      const analysis = tree.rootNode.hasError
        ? undefined
        : await analyseDocument(text, { tree, change: undefined }, language, facts, { hits, pace });
      // Where constants are used, and words that are nearly a code, are only known now.
      const left = analysis?.considered.filter((hit) => !parts.covers(hit.start) && matters(hit));
      if (analysis && left?.length === 0) return { analysis, tree, release };
      release();
      if (!left) return undefined;
      offsets.push(...left.map(({ start }) => start));
    } catch (error) {
      release();
      throw error;
    }
  }
  return undefined;
}

/**
 * Whether an error of the tree may affect the places that were looked at. It does so if it reaches over one of them, or if it
 * may make code of prose, as a text without an end does. Errors in other places do no harm.
 */
export function isSpoilt({ context: { root }, considered }: DocumentAnalysis, text: string, { topLevel }: Language): boolean {
  if (!root.hasError) return false;
  const errors = findErrors(root);
  let at = 0;
  return considered.some((hit) => {
    if (topLevel && !mayBeCode(text, hit, topLevel)) return true;
    while ((errors[at]?.end ?? Number.POSITIVE_INFINITY) < hit.end) at += 1;
    return (errors[at]?.start ?? Number.POSITIVE_INFINITY) <= hit.start;
  });
}

/** The outermost errors, in the order of the text. */
function findErrors(root: Node): Span[] {
  const errors: Span[] = [];
  const cursor = root.walk();
  try {
    for (;;) {
      const { currentNode: node } = cursor;
      if (node.isError) errors.push({ start: node.startIndex, end: node.endIndex });
      else if (node.hasError && cursor.gotoFirstChild()) continue;
      while (!cursor.gotoNextSibling()) if (!cursor.gotoParent()) return errors;
    }
  } finally {
    cursor.delete();
  }
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
