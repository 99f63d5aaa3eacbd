import type { Node } from 'web-tree-sitter';
import type { SyntaxContext } from '../mentions/constants.ts';

/** The statement that runs after one: the next one, or the next one after the `if`s around it. */
export function statementAfter({ language }: SyntaxContext, statement: Node): Node | undefined {
  let last: Node = statement;
  for (let climbed = 0; climbed < 12; climbed += 1) {
    let next = last.nextNamedSibling;
    while (next && language.comment.nodes.has(next.type)) next = next.nextNamedSibling;
    if (next && language.blocks.has(last.parent?.type ?? '')) return next;
    const around = last.parent;
    // A loop goes on with its next turn, and a function ends.
    const isInside = around && (language.blocks.has(around.type) || isBranchOf(language, around, last));
    if (!isInside) return undefined;
    last = around;
  }
  return undefined;
}

/** Whether a node is a branch without an else, or the body of one. */
function isBranchOf(language: SyntaxContext['language'], around: Node, inner: Node): boolean {
  const branch = language.readBranch(around);
  return branch !== undefined && branch.alternative === undefined && inner.startIndex >= branch.consequence.startIndex;
}
