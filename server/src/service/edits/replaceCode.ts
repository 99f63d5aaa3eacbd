import type { Node } from 'web-tree-sitter';
import type { DocumentAnalysis } from '../analysis/documentAnalysis.ts';
import type { Language } from '../languages/language.ts';
import { isPlain, isPlainName, writeString } from '../languages/writeText.ts';
import type { Span } from '../types.ts';
import type { Edit, Written } from './edit.ts';

/**
 * The ways to write one code in the place of another, the best first: a text in quotes keeps them, a bare word stays one or
 * gets quotes. Empty where the code cannot be written there.
 * @param span the literal, the text between its quotes, or the expression around it
 */
export function replaceCode(analysis: DocumentAnalysis, span: Span, old: string, code: string): readonly Written[] {
  const { text, language, context } = analysis;
  const written = text.slice(span.start, span.end);
  if (old === '' || !written.includes(old)) return [];
  const claim = { kind: 'replaced', value: code } as const;
  const literal = literalWith(context.root, span, old, language);
  if (literal) {
    if (isPlain(code)) return [{ edits: [{ span, text: written.replace(old, () => code) }] }];
    const quote = literal.text.charAt(0);
    // A literal with a sign before its quotes, or with more than the code in it, is not replaced: its rest is not ours to
    // write.
    if (literal.text !== quote + old + quote) return [];
    return literalAt(literal, writeString(language.text, quote, code)).map((edit) => ({ edits: [edit], claim }));
  }
  const start = span.start + written.lastIndexOf(old);
  const word: Edit = { span: { start, end: start + old.length }, text: code };
  if (isBareWord(code, old) && isPlainName(code)) return [{ edits: [word] }];
  const bare = isBareWord(code, old) ? [word] : [];
  // A bare key or pattern may become a string as well; a name may not.
  const quoted =
    written === old
      ? literalAt({ startIndex: span.start, endIndex: span.end }, writeString(language.text, language.quotes[0], code))
      : [];
  return [...bare, ...quoted].map((edit) => ({ edits: [edit], claim }));
}

function literalAt({ startIndex, endIndex }: Pick<Node, 'startIndex' | 'endIndex'>, text: string | undefined): readonly Edit[] {
  return text === undefined ? [] : [{ span: { start: startIndex, end: endIndex }, text }];
}

/** Numbers stay numbers, names stay names; `__proto__` names no key. */
function isBareWord(code: string, old: string): boolean {
  if (/^\d+$/.test(old)) return /^(0|[1-9]\d*)$/.test(code);
  return /^[A-Za-z_][\w-]*$/.test(code) && code !== '__proto__';
}

/** The string literal of a code: around the span, or the only one in it. */
function literalWith(root: Node, { start, end }: Span, code: string, language: Language): Node | undefined {
  const inner = root.descendantForIndex(start, Math.max(start, end - 1));
  for (let node = inner; node !== null; node = node.parent) {
    if (language.text.nodes.has(node.type)) return node;
    if (language.functions.has(node.type) || language.blocks.has(node.type)) break;
  }
  const within = inner?.descendantsOfType([...language.text.nodes]) ?? [];
  const holding = within.filter(
    (node) => node !== null && node.startIndex >= start && node.endIndex <= end && node.text.includes(code),
  );
  return holding[0] ?? undefined;
}
