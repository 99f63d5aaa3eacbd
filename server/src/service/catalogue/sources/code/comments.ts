import type { Node } from 'web-tree-sitter';
import { withoutRemark } from './literals.ts';

/** A declaration's documentation. */
export interface CodeComment {
  readonly text: string;
  readonly isDeprecated: boolean;
  /** It is above the declaration, and not written as documentation. */
  readonly isPlain: boolean;
}

const mostLines = 50;

/** Whether comments of one line above declarations title those that follow: twice as many have no comment at all. */
export function holdTitles(nodes: readonly Node[]): boolean {
  const above = nodes.map(linesAbove);
  const titled = above.filter((lines) => lines.length > 0 && lines.every(isPlain)).length;
  const bare = nodes.filter((node, index) => above[index]?.length === 0 && behind(node) === undefined).length;
  return titled > 0 && bare >= titled * 2;
}

/** Whether the comment above constants says that they are error codes. @param isOne above a single one: `LATE is the error code for …` */
export function saysCodes(node: Node, isOne = false): boolean {
  const text = linesAbove(node).join('\n').slice(0, 2_000);
  const pattern = isOne ? /\berror code\b/i : /\berror (?:codes?|numbers?)\b|错误码|错误代码|エラーコード|에러 ?코드|коды? ошиб/i;
  return pattern.test(text);
}

/** The comments right above a declaration, or behind it on its line. @param areTitles whether those above may be titles of several */
export function commentOf(node: Node, name = '', areTitles = false): CodeComment {
  const above = linesAbove(node);
  const after = behind(node);
  const isTitle =
    above.every(isPlain) &&
    (after !== undefined ||
      (areTitles && titles(clean(above.join('\n')), name)) ||
      /^(?:\w+ ){0,3}(?:errors|codes|constants)(?: \([^()]*\))?$/i.test(clean(above.join('\n'))));
  const whole = isTitle ? (after ?? '') : above.join('\n');
  const isDeprecated = /@deprecated\b|\bdeprecated\b[.:]/i.test(whole);
  return { text: clean(whole), isDeprecated, isPlain: !isTitle && above.length > 0 && above.every(isPlain) };
}

/** The comment behind a declaration on its line. */
function behind(node: Node): string | undefined {
  const statement = statementOf(node);
  // A macro contains the comment on its line.
  if (node.type === 'preproc_def') {
    const own = node.text.slice(withoutRemark(node.text).length).trim();
    return own === '' ? undefined : own;
  }
  let next = statement.nextSibling;
  if (next && /^[,;]$/.test(next.type)) next = next.nextSibling;
  return next && /comment/.test(next.type) && next.startPosition.row === statement.endPosition.row ? next.text : undefined;
}

/** `Payment errors`, `Codes of the shop and what they mean.` */
function titles(text: string, name: string): boolean {
  if (name !== '' && text.includes(name)) return false;
  return (
    (!/[.。]$/.test(text) && text.split(/\s+/).length <= 6) ||
    /^(?:\w+ ){0,3}(?:errors|codes|types|constants|exceptions)\b/i.test(text)
  );
}

/** A comment of one line, and not one that documents what follows. */
function isPlain(comment: string): boolean {
  return /^\s*(?:\/\/(?![/!])|#(?!:)|\/\*(?!\*))/.test(comment);
}

/** In a block with one constant, those within the block go before those above it. */
function linesAbove(node: Node): string[] {
  const own = linesBefore(node);
  return own.length > 0 ? own : linesBefore(statementOf(node));
}

function linesBefore(node: Node): string[] {
  const lines: string[] = [];
  let at = node;
  for (let count = 0; count < mostLines; count++) {
    // The first comment of a block is before the block in Python.
    const before = at.previousSibling ?? (at.parent?.type === 'block' ? at.parent.previousSibling : null);
    if (!before) break;
    if (/comment/.test(before.type)) {
      if (at.startPosition.row - endRow(before) > 1 || isBehindOther(before)) break;
      lines.unshift(before.text);
    } else if (!/attribute|annotation|decorator/.test(before.type)) break;
    at = before;
  }
  return lines;
}

/** The statement that consists of a declaration: comments are siblings of it. */
function statementOf(node: Node): Node {
  let at = node;
  for (let depth = 0; depth < 5; depth++) {
    const { parent } = at;
    const own = at.type;
    if (!parent || !statements.test(parent.type) || parent.namedChildren.filter((child) => child?.type === own).length > 1) break;
    at = parent;
  }
  return at;
}

const statements =
  /^(?:expression_statement|variable_declaration|property_declaration|field_declaration|constant_declaration|const_declaration|lexical_declaration|static_final_declaration_list|declaration|export_statement)$/;

/** A comment of a line may hold the line's end. */
function endRow({ text, startPosition, endPosition }: Node): number {
  return text.endsWith('\n') ? Math.max(startPosition.row, endPosition.row - 1) : endPosition.row;
}

/** Whether the comment is on the line of what is before it. */
function isBehindOther(comment: Node): boolean {
  const before = comment.previousSibling;
  return (
    before !== null && !/comment/.test(before.type) && before.endPosition.row === comment.startPosition.row && before.text !== '{'
  );
}

function clean(comment: string): string {
  return comment
    .slice(0, 20_000)
    .split('\n')
    .map((line) => line.replace(/^\s*(?:\/\*[*!]?<?|\*\/|\*(?!\w)|\/\/[/!]?<?|#+:?|--)\s?/, '').replace(/\s*\*\/\s*$/, ''))
    .map((line) => line.replace(/^\s*@[Mm]essage\(\s{0,9}["'](.{1,2000})["']\s{0,9}\)\s*$/, '$1'))
    .filter((line) => !/^\s*@\w/.test(line))
    .join(' ')
    .replace(/<\/?[a-zA-Z][^<>]{0,200}>/g, ' ')
    .replace(/\{@\w+\s([^{}]{0,200})\}/g, '$1')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 5_000);
}
