import { Lexer } from 'yaml';
import { limits } from './limits.ts';

// The signs that the lexer puts before a document, a mode of flow and a scalar; see `yaml`'s documentation on its lexer.
const marks = ['\u0002', '\u0018'];
const scalarFollows = '\u001f';

/**
 * Whether a YAML text is nested more deeply than any text of a person. Its parser follows the nesting by calling itself: where
 * the stack ends, an engine may end the whole process, and the failure cannot be caught. The lexer does not.
 */
export function isYamlTooDeep(text: string): boolean {
  /** The columns at which blocks begin, and how many brackets are open. */
  const blocks: number[] = [];
  let open = 0;
  let column = 0;
  let isScalar = false;
  let isStart = true;
  const begin = (at: number): void => {
    while ((blocks.at(-1) ?? -1) >= at) blocks.pop();
    blocks.push(at);
  };
  for (const token of new Lexer().lex(text)) {
    if (marks.includes(token)) continue;
    if (token === scalarFollows) {
      isScalar = true;
      continue;
    }
    const isIndent: boolean = isStart && /^[ \t]/.test(token);
    if (isScalar) isScalar = false;
    else if (token === '[' || token === '{') open += 1;
    else if (token === ']' || token === '}') open -= 1;
    if (open <= 0 && isStart && !isIndent && !/^[\n\r]/.test(token)) begin(column);
    else if (open <= 0 && (token === '-' || token === '?')) begin(column);
    if (open + blocks.length > limits.documentDepth) return true;
    if (/^\r?\n$/.test(token)) [column, isStart] = [0, true];
    else {
      column += token.length;
      isStart = isIndent;
    }
  }
  return false;
}

/** The same for JSON, with comments or without. */
export function isJsonTooDeep(text: string): boolean {
  let open = 0;
  // Brackets, and the texts in which brackets are only text. Each alternative ends where another begins, so that nothing is
  // tried again.
  for (const [token] of text.matchAll(/[[{\]}]|"(?:[^"\\\n]|\\[^\n])*"?|\/\/[^\n]*|\/\*(?:[^*]|\*(?!\/))*/g)) {
    if (token === '[' || token === '{') open += 1;
    else if (token === ']' || token === '}') open -= 1;
    if (open > limits.jsonDepth) return true;
  }
  return false;
}
