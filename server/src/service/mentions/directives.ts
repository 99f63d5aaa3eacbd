import type { Node } from 'web-tree-sitter';
import type { Language } from '../languages/language.ts';
import type { Span } from '../types.ts';

export type DirectiveVerb = 'enforce' | 'only' | 'ignore' | 'ignore-file';

/** A comment with an instruction to this product at a place. */
export interface Directive {
  readonly verb: DirectiveVerb | 'unknown';
  /** The catalogue, codes, groups or statuses named. */
  readonly words: readonly string[];
  /** From `error-codes:` to the end of its words. */
  readonly span: Span;
  /** The whole comment, for its removal. */
  readonly comment: Span;
  /** The lines that it applies to, from 0: its own if there is code before it, else the next line of code. */
  readonly line: number;
}

const pattern = /error-codes:[ \t]*([^\r\n]*)/g;
const verbs: ReadonlySet<string> = new Set(['enforce', 'only', 'ignore', 'ignore-file']);

/** Finds the directives of a document. `-- reason` is for people and ends the words. */
export function findDirectives(
  text: string,
  root: Node,
  language: Language,
  lineOf: (offset: number) => number,
  lineStart: (line: number) => number,
): readonly Directive[] {
  if (!text.includes('error-codes:')) return [];
  const directives: Directive[] = [];
  for (const match of text.matchAll(pattern)) {
    const node = root.descendantForIndex(match.index, match.index + 1);
    if (!node || !language.comment.nodes.has(node.type)) continue;
    const end = Math.min(match.index + match[0].length, node.endIndex);
    const body = text.slice(match.index + 'error-codes:'.length, end).replace(/\*\/\s*$|--[ \t].*$|--$/s, '');
    const [verb = '', ...words] = body.split(/[\s,]+/).filter((word) => word !== '');
    directives.push({
      verb: verbs.has(verb) ? (verb as DirectiveVerb) : 'unknown',
      words,
      span: { start: match.index, end: match.index + 'error-codes:'.length + body.trimEnd().length },
      comment: { start: node.startIndex, end: node.endIndex },
      line: appliesTo(text, node, language, lineOf, lineStart),
    });
  }
  return directives;
}

function appliesTo(
  text: string,
  comment: Node,
  { comment: { line: opener } }: Language,
  lineOf: (offset: number) => number,
  lineStart: (line: number) => number,
): number {
  const own = lineOf(comment.startIndex);
  if (text.slice(lineStart(own), comment.startIndex).trim() !== '') return own;
  // Directives may be one above the other: the first line of code below them is meant.
  let line = lineOf(comment.endIndex) + 1;
  for (;;) {
    const start = lineStart(line);
    if (start >= text.length) return line;
    const rest = text.slice(start, lineStart(line + 1)).trim();
    if (!rest.startsWith(opener) || !rest.includes('error-codes:')) return line;
    line += 1;
  }
}
