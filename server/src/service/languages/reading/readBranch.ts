import type { Node } from 'web-tree-sitter';
import { byNode } from './byType.ts';
import { readPart } from './readParts.ts';
import type { BranchForm, Part } from './readingTable.ts';
import type { BranchReading, Reader } from './readings.ts';

/** Nodes around a block's one statement in some grammars. */
const aroundStatements = new Set(['statement_block', 'statements', 'statement_list', 'expression_statement']);
/** Deeper blocks around a statement do not occur in practice, in nodes. */
const deepestBlock = 4;

/**
 * Reads branches according to a table.
 * @param blocks node types of blocks: an else block of nothing but an `if` goes on with the chain
 */
export function createBranchReader(forms: readonly BranchForm[], blocks: readonly string[], read: Reader) {
  const formOf = byNode(forms);
  const isStatement = ({ type }: Node): boolean => {
    const form = formOf.get(type)?.form;
    return form !== undefined && !['ternary', 'modifier', 'cases', 'expressions', 'filter'].includes(String(form));
  };
  const isBlock = ({ type }: Node): boolean => blocks.includes(type) || aroundStatements.has(type);
  const inBlock = (part: Node | undefined): Node | undefined => {
    let inner = part;
    for (let depth = 0; depth < deepestBlock && inner && isBlock(inner); depth += 1) {
      const [only, ...more] = read.partsOf(inner);
      inner = more.length === 0 ? only : undefined;
      if (inner && isStatement(inner)) return inner;
    }
    return part;
  };
  return (node: Node): BranchReading | undefined => {
    const form = formOf.get(node.type);
    const whole = form && (form.within === undefined ? node : readPart(node, form.within, read));
    const condition = whole && readPart(whole, form.condition, read);
    const consequence = condition && readPart(whole, form.consequence, read);
    if (!form || !condition || !consequence) return undefined;
    const { braces, declares } = form;
    const previous = readPart(whole, form.previous, read);
    return {
      node,
      condition: read.unwrap(condition),
      consequence,
      alternative: inBlock(readPart(whole, form.otherwise, read)),
      ...(declares === undefined ? {} : { declares: declares(whole) }),
      ...(previous && { previous }),
      braces: typeof braces === 'boolean' ? braces : consequence.type === braces,
      form: typeof form.form === 'string' ? form.form : form.form(node, consequence, read),
    };
  };
}

/**
 * An `if` with its parts in fields of the usual names.
 * @param parts those that are elsewhere
 */
export function ifForm(node: string, braces: BranchForm['braces'], parts: Partial<BranchForm> = {}): BranchForm {
  return { node, condition: 'condition', consequence: 'consequence', otherwise: 'alternative', braces, form: 'chain', ...parts };
}

/** The statement in the clause that an `else` is. */
export function inElseClause(node: Node, read: Reader): Node | null | undefined {
  const clause = node.childForFieldName('alternative');
  return clause && read.partsOf(clause)[0];
}

/** A ternary expression: `code === 'A' ? a : b`. One in the last part goes on with the chain, in parentheses or not. */
export function ternaryForm(
  node: string,
  parts: { readonly condition?: Part; readonly consequence?: Part; readonly otherwise?: Part } = {},
): BranchForm {
  const { condition = 'condition', consequence = 'consequence', otherwise = 'alternative' } = parts;
  return {
    node,
    condition,
    consequence,
    otherwise(ternary, read) {
      const part = readPart(ternary, otherwise, read);
      const inner = part && read.unwrap(part);
      // Its type is enough: reading it would read all that are nested in it.
      return inner?.type === node ? inner : part;
    },
    braces: false,
    form: 'ternary',
  };
}
