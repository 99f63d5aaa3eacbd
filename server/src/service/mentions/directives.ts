import { distance } from 'fastest-levenshtein';
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
  /** A misspelt directive as it was probably meant. */
  readonly meant?: string;
}

const pattern = /error-codes:[ \t]*([^\r\n]*)/g;
/** Nearly the same, with a verb behind it. */
const nearly =
  /(?<![\p{L}\p{N}_-])error[-_]?codes?:[ \t]*(?:enforce|only|ignore(?:-file)?)(?=[ \t]*(?:$|\r|\n|\*\/|--|[A-Z0-9]))/gimu;
const verbs: ReadonlySet<string> = new Set(['enforce', 'only', 'ignore', 'ignore-file']);

/** Finds the directives of a document. `-- reason` is for people and ends the words. */
export function findDirectives(
  text: string,
  root: Node,
  language: Language,
  lineOf: (offset: number) => number,
  lineStart: (line: number) => number,
): readonly Directive[] {
  const directives: Directive[] = [];
  for (const match of text.matchAll(nearly)) {
    const node = match[0].startsWith('error-codes:') ? null : root.descendantForIndex(match.index, match.index + 1);
    if (!node || !language.comment.nodes.has(node.type)) continue;
    directives.push({
      verb: 'unknown',
      words: [],
      span: { start: match.index, end: match.index + match[0].length },
      comment: { start: node.startIndex, end: node.endIndex },
      line: appliesTo(text, node, language, lineOf, lineStart),
      meant: `error-codes:${match[0].slice(match[0].indexOf(':') + 1).toLowerCase()}`,
    });
  }
  for (const match of text.matchAll(pattern)) {
    const node = root.descendantForIndex(match.index, match.index + 1);
    if (!node || !language.comment.nodes.has(node.type)) continue;
    const end = Math.min(match.index + match[0].length, node.endIndex);
    const body = text.slice(match.index + 'error-codes:'.length, end).replace(/\*\/\s*$|--[ \t].*$|--$/s, '');
    const [verb = '', ...words] = body.split(/[\s,]+/).filter((word) => word !== '');
    const meant = verbs.has(verb) ? undefined : nearestWord(verb, verbs);
    directives.push({
      verb: verbs.has(verb) ? (verb as DirectiveVerb) : 'unknown',
      words,
      span: { start: match.index, end: match.index + 'error-codes:'.length + body.trimEnd().length },
      comment: { start: node.startIndex, end: node.endIndex },
      line: appliesTo(text, node, language, lineOf, lineStart),
      ...(meant === undefined
        ? {}
        : { meant: match[0].slice(0, body.trimEnd().length + 'error-codes:'.length).replace(verb, meant) }),
    });
  }
  return directives.sort((a, b) => a.span.start - b.span.start);
}

function appliesTo(
  text: string,
  comment: Node,
  { comment: { line: opener, block } }: Language,
  lineOf: (offset: number) => number,
  lineStart: (line: number) => number,
): number {
  const own = lineOf(comment.startIndex);
  if (text.slice(lineStart(own), comment.startIndex).trim() !== '') return own;
  // Further comments may be between a directive and its code. The text shows them: of a file that is read once, only parts are parsed.
  let line = lineOf(comment.endIndex) + 1;
  for (;;) {
    const start = lineStart(line);
    if (start >= text.length) return line;
    const rest = text.slice(start, lineStart(line + 1)).trim();
    if (block && rest.startsWith(block[0])) {
      const close = text.indexOf(block[1], start + block[0].length);
      const last = close === -1 ? -1 : lineOf(close);
      if (last === -1 || text.slice(close + block[1].length, lineStart(last + 1)).trim() !== '') return line;
      line = last + 1;
    } else if (rest.startsWith(opener)) line += 1;
    else return line;
  }
}

/** The word that a misspelt one is probably meant to be; undefined where none is near. */
export function nearestWord(word: string, candidates: Iterable<string>): string | undefined {
  let best: string | undefined;
  let least = Math.max(1, Math.floor(word.length / 3)) + 1;
  for (const candidate of candidates) {
    const apart =
      Math.abs(candidate.length - word.length) < least ? distance(candidate.toLowerCase(), word.toLowerCase()) : least;
    if (apart < least) {
      best = candidate;
      least = apart;
    }
  }
  return best;
}
