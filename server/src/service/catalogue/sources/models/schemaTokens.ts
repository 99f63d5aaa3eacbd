/** A word, sign, text or comment of a schema language. */
export interface SchemaToken {
  readonly kind: 'word' | 'sign' | 'text' | 'comment';
  /** Texts and comments without their marks, on one line. */
  readonly text: string;
  readonly at: number;
  readonly line: number;
}

const mostTokens = 2_000_000;

/** Takes a text of protobuf or GraphQL apart. @param comment how a comment of one line begins */
export function tokenizeSchema(text: string, comment: '//' | '#'): readonly SchemaToken[] {
  const tokens: SchemaToken[] = [];
  const pattern = new RegExp(
    `\\r\\n|\\r|\\n|${comment === '#' ? '#' : '//+'}([^\\r\\n]*)|${comment === '#' ? '"""' : '/\\*'}|"((?:[^"\\\\\\r\\n]|\\\\.)*)"|'((?:[^'\\\\\\r\\n]|\\\\.)*)'|-?[\\w.]+|[^\\s\\w]`,
    'g',
  );
  let line = 0;
  for (let match = pattern.exec(text); match && tokens.length < mostTokens; match = pattern.exec(text)) {
    const [whole, remark, double, single] = match;
    const at = match.index;
    if (/^[\r\n]/.test(whole)) line++;
    else if (whole === '"""' || whole === '/*') {
      const close = whole === '"""' ? '"""' : '*/';
      const end = text.indexOf(close, at + 3);
      const inner = text.slice(at + whole.length, end === -1 ? text.length : end);
      tokens.push({ kind: whole === '"""' ? 'text' : 'comment', text: clean(inner), at, line });
      line += inner.match(/\r\n|\r|\n/g)?.length ?? 0;
      pattern.lastIndex = end === -1 ? text.length : end + close.length;
    } else if (remark !== undefined) tokens.push({ kind: 'comment', text: clean(remark), at, line });
    else if (double !== undefined || single !== undefined)
      tokens.push({ kind: 'text', text: clean(double ?? single ?? ''), at, line });
    else tokens.push({ kind: /^-?[\w.]/.test(whole) ? 'word' : 'sign', text: whole, at, line });
  }
  return tokens;
}

function clean(text: string): string {
  return text
    .slice(0, 20_000)
    .replace(/^[ \t]*\*+(?!\w)/gm, '')
    .replace(/\s+/g, ' ')
    .trim();
}
