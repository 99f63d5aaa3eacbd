import type { Node } from 'web-tree-sitter';
import { named } from '../nodes.ts';
import { byType } from './byType.ts';
import type { CatchForm, ClauseParts } from './readingTable.ts';
import type { CatchReading, Reader } from './readings.ts';

/** Reads the statements that take errors by their classes, according to a table. */
export function createCatchReader(forms: readonly CatchForm[] | undefined, read: Reader) {
  const byNode = byType(forms ?? [], (all) => all.map((form) => [form.node, form] as const));
  return (node: Node): CatchReading | undefined => {
    const form = byNode.get(node.type);
    const clauses = form?.clauses(node, read) ?? [];
    if (!form || clauses.length === 0) return undefined;
    return { node, clauses: clauses.map((clause) => ({ guarded: false, ...clause })), form: form.form };
  };
}

/**
 * A statement whose clauses are among its children.
 * @param typesOf the names of a clause's classes; none: it takes every error
 */
export function catchForm(
  node: string,
  clause: string,
  typesOf: (clause: Node, read: Reader) => readonly Node[],
  parts: { readonly guard?: string; readonly form?: string } = {},
): CatchForm {
  return {
    node,
    clauses: (statement, read) =>
      named(statement)
        .filter(({ type }) => type === clause)
        .map((each): ClauseParts => {
          const guarded = parts.guard !== undefined && named(each).some(({ type }) => type === parts.guard);
          return {
            node: each,
            types: typesOf(each, read),
            body: each.childForFieldName('body') ?? each.lastNamedChild ?? each,
            guarded,
          };
        }),
    form: parts.form ?? 'catch',
  };
}
