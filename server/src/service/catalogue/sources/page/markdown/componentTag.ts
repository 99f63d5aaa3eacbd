/** A tag of HTML or of a component in a page. */
export interface ComponentTag {
  readonly name: string;
  readonly closing: boolean;
  readonly selfClosing: boolean;
  readonly attributes: readonly TagAttribute[];
  /** Line and column right after the tag. */
  readonly endLine: number;
  readonly endColumn: number;
}

export interface TagAttribute {
  readonly name: string;
  readonly value: string;
  readonly line: number;
  readonly column: number;
}

const lineLimit = 60;

/** Reads the tag that begins at a place; undefined for other text. A tag may go over several lines. */
export function readTag(lines: readonly string[], line: number, column: number): ComponentTag | undefined {
  const opening = /^<(\/?)([A-Za-z][\w.:-]{0,60})(?=[\s/>]|$)/.exec((lines[line] ?? '').slice(column, column + 80));
  if (!opening) return undefined;
  const attributes: TagAttribute[] = [];
  let at = { line, column: column + opening[0].length };
  const tag = { name: opening[2] ?? '', closing: opening[1] === '/', attributes };
  while (at.line < lines.length && at.line < line + lineLimit) {
    const rest = (lines[at.line] ?? '').slice(at.column);
    const space = /^\s*/.exec(rest)?.[0].length ?? 0;
    const text = rest.slice(space, space + 4000);
    const here = at.column + space;
    const end = /^\/?>/.exec(text);
    if (end) return { ...tag, selfClosing: end[0] === '/>', endLine: at.line, endColumn: here + end[0].length };
    const attribute =
      /^([A-Za-z_@:][\w.:-]{0,60})(?:=(?:"([^"]{0,2000})"|'([^']{0,2000})'|\{\s*[`"']([^`"'{}]{0,2000})[`"']\s*\}|([^\s"'{}<>=]{1,500})))?/.exec(
        text,
      );
    if (text === '') at = { line: at.line + 1, column: 0 };
    else if (attribute && text[attribute[0].length] !== '=') {
      const value = attribute[2] ?? attribute[3] ?? attribute[4] ?? attribute[5];
      if (value !== undefined) {
        const offset = attribute[0].indexOf(value, (attribute[1]?.length ?? 0) + 1);
        attributes.push({ name: attribute[1] ?? '', value, line: at.line, column: here + Math.max(0, offset) });
      }
      at = { line: at.line, column: here + attribute[0].length };
    } else {
      // `={…}` and `{...rest}` may contain anything, over several lines.
      const brace = text.indexOf('{');
      const end = brace === -1 ? undefined : closingBrace(lines, at.line, here + brace);
      if (end === undefined) return undefined;
      at = end;
    }
  }
  return undefined;
}

function closingBrace(lines: readonly string[], line: number, column: number): { line: number; column: number } | undefined {
  let depth = 0;
  for (let at = line; at < lines.length && at < line + lineLimit; at++) {
    const text = (lines[at] ?? '').slice(0, 20_000);
    for (let index = at === line ? column : 0; index < text.length; index++) {
      if (text[index] === '{') depth++;
      else if (text[index] === '}' && --depth === 0) return { line: at, column: index + 1 };
    }
  }
  return undefined;
}
