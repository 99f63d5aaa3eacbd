import type { Language } from '../languages/language.ts';
import { quotesOf } from '../languages/textForms.ts';

const pairs: Readonly<Record<string, string>> = { '{': '}', '(': ')', '[': ']' };

/**
 * The brackets that are open at the end of a text, closed in their order. The language's strings and comments are passed over.
 */
export function closersOf(text: string, language: Pick<Language, 'comment' | 'text'>): string {
  const open: string[] = [];
  for (const [piece] of text.matchAll(passedOver(language))) {
    const closer = pairs[piece];
    if (closer !== undefined) open.push(closer);
    else if (piece === open.at(-1)) open.pop();
  }
  return open.reverse().join('');
}

/** Comments, strings that end on their line, and brackets. */
function passedOver({ comment: { line, block }, text }: Pick<Language, 'comment' | 'text'>): RegExp {
  const comments = block ? [`${escape(block[0])}[\\s\\S]*?${escape(block[1])}`] : [];
  // The sign of a comment may be part of a word: `$#`, `a#b`.
  const lines = line === '#' ? '(?<![^\\s;(])#[^\\n]*' : `${escape(line)}[^\\n]*`;
  return new RegExp(
    [lines, ...comments, `([${quotesOf(text).join('')}])(?:\\\\.|(?!\\1)[^\\\\\\n])*\\1`, '[{}()[\\]]'].join('|'),
    'g',
  );
}

function escape(text: string): string {
  return text.replace(/[*+?^$.{}()|[\]\\/]/g, '\\$&');
}
