import type { Node } from 'web-tree-sitter';

/** A declaration's documentation. */
export interface CodeComment {
  readonly text: string;
  readonly isDeprecated: boolean;
}

const mostLines = 50;

/** The comments right above a declaration, or behind it on its line. */
export function commentOf(node: Node): CodeComment {
  const lines: string[] = [];
  const statement = statementOf(node);
  let at = statement;
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
  if (lines.length === 0) {
    let behind = statement.nextSibling;
    if (behind && /^[,;]$/.test(behind.type)) behind = behind.nextSibling;
    if (behind && /comment/.test(behind.type) && behind.startPosition.row === statement.endPosition.row) lines.push(behind.text);
  }
  const whole = lines.join('\n');
  return { text: clean(whole), isDeprecated: /@deprecated\b|\bdeprecated\b[.:]/i.test(whole) };
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
  /^(?:expression_statement|variable_declaration|field_declaration|const_declaration|lexical_declaration|static_final_declaration_list|declaration|export_statement)$/;

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
    .map((line) => line.replace(/^\s*(?:\/\*\*?|\*\/|\*(?!\w)|\/\/[/!]?|#+:?|--)\s?/, '').replace(/\s*\*\/\s*$/, ''))
    .filter((line) => !/^\s*@\w/.test(line))
    .join(' ')
    .replace(/<\/?[a-zA-Z][^<>]{0,200}>/g, ' ')
    .replace(/\{@\w+\s([^{}]{0,200})\}/g, '$1')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 5_000);
}
