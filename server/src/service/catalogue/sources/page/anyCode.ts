import type { CodeCell, CodeWord } from './tables/codeCell.ts';
import { canBeCode, isNumberCode, isUnmistakable, strengthOf } from './codeShape.ts';
import { locationIn, plainTextOf, type RichText, type Run } from './richText.ts';

/** A cell of a column of codes: its code, and the words beside it that name or describe it. */
export interface AnyCode {
  readonly word: CodeWord;
  readonly beside: string;
}

/**
 * Reads a cell of a column that is known to be one of codes, where the code's look does not show it: any word without white
 * space, or a number or an unmistakable code with words behind it. Undefined for other text.
 */
export function readAnyCode(cell: RichText, read: CodeCell): AnyCode | undefined {
  const text = plainTextOf(cell);
  const alone = text.replace(/^["'“‘«`(]+|["'”’»`)]+$/g, '').replace(/[.:]$/, '');
  if (!/\s/.test(alone)) return canBeCode(alone) ? found(cell, alone, '') : undefined;
  const [first, rest] = cut(text);
  const marked = cell.find((run) => run.text.trim() !== '');
  // A run of several words is a phrase: `Payment failed`.
  const isMarked = marked?.code === true && !/\s/.test(marked.text.trim());
  if (isNumberCode(first) && rest !== '' && !/^(?:%|ms|s|seconds?|minutes?|hours?|days?|[kmg]?b|x)\b/i.test(rest))
    return found(cell, first, rest);
  if (read.words.length === 0 && (isUnmistakable(first) || (isMarked && canBeCode(first)))) return found(cell, first, rest);
  return undefined;
}

/** The first word and the text behind it, without what separates them: `1001 - Unknown key`, `NO_KEY (deprecated)`. */
function cut(text: string): [string, string] {
  const match = /^["'`(]?([^\s"'`(),:;]+)["'`)]?[\s:;,–—=>|-]*(.*)$/s.exec(text.slice(0, 500));
  return match ? [match[1] ?? '', match[2] ?? ''] : ['', ''];
}

function found(cell: RichText, code: string, beside: string): AnyCode | undefined {
  const run = cell.find((each) => each.text.includes(code));
  const place: Run | undefined = run ?? cell.find((each) => each.text.trim() !== '');
  if (!place) return undefined;
  const at = run ? run.text.indexOf(code) : 0;
  const location = locationIn(place, at);
  return { word: { word: code, strength: strengthOf(code) ?? 'plain', quoted: place.code, location }, beside };
}
