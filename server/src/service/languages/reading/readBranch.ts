import type { Node } from 'web-tree-sitter';
import { byType } from './byType.ts';
import { readPart } from './readParts.ts';
import type { BranchForm, Part } from './readingTable.ts';
import type { BranchReading, Reader } from './readings.ts';

/** Reads branches according to a table. */
export function createBranchReader(forms: readonly BranchForm[], read: Reader) {
  const byNode = byType(forms, (all) => all.map((form) => [form.node, form] as const));
  return (node: Node): BranchReading | undefined => {
    const form = byNode.get(node.type);
    const whole = form && (form.within === undefined ? node : readPart(node, form.within, read));
    const condition = whole && readPart(whole, form.condition, read);
    const consequence = condition && readPart(whole, form.consequence, read);
    if (!form || !condition || !consequence) return undefined;
    const { braces, declares } = form;
    return {
      node,
      condition: read.unwrap(condition),
      consequence,
      alternative: readPart(whole, form.otherwise, read),
      ...(declares === undefined ? {} : { declares: declares(whole) }),
      braces: typeof braces === 'boolean' ? braces : consequence.type === braces,
      form: typeof form.form === 'string' ? form.form : form.form(node, consequence, read),
    };
  };
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
