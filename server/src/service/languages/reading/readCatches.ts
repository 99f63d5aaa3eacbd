import type { Node } from 'web-tree-sitter';
import { named } from '../nodes.ts';
import { byNode } from './byType.ts';
import type { BranchForm, CatchForm, ClauseParts } from './readingTable.ts';
import type { CatchReading, Reader } from './readings.ts';

/** The classes from which every error descends, and those of which all errors of the usual libraries are. */
const everyError =
  /^(?:[\w.\\:]*[.\\:])?(?:Exception|BaseException|Throwable|Error|StandardError|RuntimeException|NonFatal|NSError|object|dynamic|error|exception)?$/;

/** Whether a clause for a class takes every error. @param name of the class; empty: the clause names none */
export function takesEvery(name: string): boolean {
  return everyError.test(name);
}

/** Reads the statements that take errors by their classes, according to a table. */
export function createCatchReader(forms: readonly CatchForm[] | undefined, read: Reader) {
  const formOf = byNode(forms ?? []);
  return (node: Node): CatchReading | undefined => {
    const form = formOf.get(node.type);
    const clauses = form?.clauses(node, read) ?? [];
    if (!form || clauses.length === 0) return undefined;
    return { node, clauses: clauses.map((clause) => ({ guarded: false, ...clause })), form: form.form };
  };
}

/**
 * A statement whose clauses are among its children.
 * @param types the names of a clause's classes, or the field that lists them; none: it takes every error
 */
export function catchForm(
  node: string,
  clause: string,
  types: string | ((clause: Node, read: Reader) => readonly Node[]),
  parts: { readonly guard?: string; readonly form?: string } = {},
): CatchForm {
  const typesOf = (each: Node, read: Reader): readonly Node[] => {
    if (typeof types === 'function') return types(each, read);
    const list = each.childForFieldName(types);
    return list ? read.partsOf(list) : [];
  };
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

/**
 * A function that a framework calls for errors of some classes: `@ExceptionHandler(CardException.class)`. It takes them, and is no
 * choice between them.
 * @param handlerOf the names of the classes, and the function; undefined: the node declares no such function
 */
export function handlerForm(
  node: string,
  handlerOf: (node: Node, read: Reader) => { readonly types: readonly Node[]; readonly body?: Node | null } | undefined,
): CatchForm {
  return {
    node,
    clauses(declaration, read) {
      const { types = [], body } = handlerOf(declaration, read) ?? {};
      return types.length === 0 ? [] : [{ node: declaration, types, body: body ?? declaration }];
    },
    form: 'handler',
  };
}

/**
 * Clauses with filters decide as a chain of `if`s does: `catch (E e) when (e.Code == "A")`. A clause of the same name without a
 * filter takes the rest.
 * @param filterOf the filter's condition
 * @param nameOf the class that a clause takes; empty: it takes every error
 */
export function filterForm(
  clause: string,
  filterOf: (clause: Node) => Node | null | undefined,
  nameOf: (clause: Node) => string,
  body: (clause: Node) => Node | null | undefined = (each) => each.childForFieldName('body'),
): BranchForm {
  const beside = (node: Node, next: (node: Node) => Node | null): Node | undefined => {
    for (let other = next(node); other; other = next(other)) if (other.type === clause && filterOf(other)) return other;
    return undefined;
  };
  const restOf = (node: Node): Node | undefined => {
    for (let other = node.nextNamedSibling; other; other = other.nextNamedSibling) {
      if (other.type !== clause || filterOf(other)) continue;
      const name = nameOf(other);
      if (name === nameOf(node) || takesEvery(name)) return body(other) ?? other;
    }
    return undefined;
  };
  return {
    node: clause,
    condition: filterOf,
    consequence: body,
    otherwise: (node) => beside(node, ({ nextNamedSibling }) => nextNamedSibling) ?? restOf(node),
    previous: (node) => beside(node, ({ previousNamedSibling }) => previousNamedSibling),
    declares: () => true,
    braces: true,
    form: 'filter',
  };
}
