/**
 * Where the entries of a block map begin that is the value of a part of a text. A line of an entry's value is indented more, or
 * the value is broken. None where the part is anything else, or has documents, complex or merged keys in it.
 * @param start the beginning of a line
 * @returns offsets in the text, each of the beginning of a line; the first one is `start`
 */
export function entriesIn(text: string, start: number, end: number): readonly number[] {
  const first = firstLine(text, start, end);
  if (!first || !/^[\p{L}\p{N}_/"'$]/u.test(first.content)) return [];
  const { indent } = first;
  const map = text.slice(first.start, end);
  const others = new RegExp(`^ {${indent}}[?:<&*!{}[\\]|>@\`]|${indent === 0 ? '^(?:---|\\.\\.\\.|%)' : '(?!)'}`, 'm');
  if (others.test(map)) return [];
  const keys = map.matchAll(new RegExp(`^ {${indent}}[\\p{L}\\p{N}_/"'$][^\\n]*:\\s`, 'gmu'));
  return [start, ...Array.from(keys, ({ index }) => first.start + index).slice(1)];
}

/**
 * The line at which the value of an entry begins.
 * @param start the beginning of the entry's line
 * @returns an offset in the text; undefined where the value begins beside its key or has a name or a tag
 */
export function valueLineOf(text: string, start: number, end: number): number | undefined {
  const head = /^ *(?:[^\s"'#&*!:]+|"[^"\\\n]*"|'[^'\n]*'):[ \t]*(?:#[^\n]*)?\r?\n/.exec(
    text.slice(start, Math.min(end, start + longestHead)),
  );
  if (!head) return undefined;
  const at = start + head[0].length;
  const own = head[0].length - head[0].trimStart().length;
  const first = firstLine(text, at, end);
  return first && (first.indent > own || /^-\s/.test(first.content)) ? at : undefined;
}

/** Characters of a line with nothing but a key. */
const longestHead = 500;

/** The first line with content. */
function firstLine(
  text: string,
  start: number,
  end: number,
): { readonly start: number; readonly indent: number; readonly content: string } | undefined {
  for (let at = start; at < end; ) {
    const next = text.indexOf('\n', at);
    const line = text.slice(at, Math.min(end, next === -1 ? end : next, at + longestHead));
    const content = line.trimStart();
    if (content !== '' && !/^(?:#|---\s*$|%)/.test(content)) return { start: at, indent: line.length - content.length, content };
    if (next === -1) return undefined;
    at = next + 1;
  }
  return undefined;
}
