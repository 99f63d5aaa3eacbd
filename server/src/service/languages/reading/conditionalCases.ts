import type { Node } from 'web-tree-sitter';
import { joinNodes, named } from '../nodes.ts';
import type { BranchForm } from './readingTable.ts';
import type { Reader } from './readings.ts';

/** A switch whose cases are conditions: `switch (true)`, `match (true)`, Ruby's `case` without a subject. */
export interface ConditionalCases {
  /** `expressions` cannot fail loudly, so that no cases are added. */
  readonly form?: 'cases' | 'expressions';
  /** The node of the switch, and a test whether it is such a switch. */
  readonly owner: string;
  readonly isConditional: (owner: Node, read: Reader) => boolean;
  /** The node that contains the cases; absent: the switch itself. */
  readonly body?: string;
  readonly clause: string;
  readonly rest: string;
  readonly condition: (clause: Node, read: Reader) => Node | null | undefined;
  /** The statements of a clause, or its one expression. */
  readonly statements: (clause: Node, read: Reader) => readonly Node[];
}

/** Such a switch decides as a chain of `if`s does: the switch is the first branch, and leads to the next. */
export function branchesOfCases(forms: ConditionalCases): readonly BranchForm[] {
  const bodyOf = (owner: Node): Node | null => (forms.body === undefined ? owner : owner.childForFieldName(forms.body));
  const clausesOf = (owner: Node): readonly Node[] => {
    const body = bodyOf(owner);
    return body ? named(body).filter(({ type }) => type === forms.clause) : [];
  };
  const restOf = (owner: Node): Node | undefined => {
    const body = bodyOf(owner);
    return body ? named(body).find(({ type }) => type === forms.rest) : undefined;
  };
  const ownerOf = ({ parent }: Node): Node | null | undefined => (forms.body === undefined ? parent : parent?.parent);
  /** The clause that a node represents, and the one after it. Undefined for the first, which the switch itself represents. */
  const find = (node: Node, read: Reader): { readonly owner: Node; readonly at: number } | undefined => {
    const owner = node.type === forms.clause ? ownerOf(node) : node;
    if (owner?.type !== forms.owner || !forms.isConditional(owner, read)) return undefined;
    const at = node.id === owner.id ? 0 : clausesOf(owner).findIndex(({ id }) => id === node.id);
    return at === 0 && node.id !== owner.id ? undefined : { owner, at };
  };
  const form = {
    condition(node, read) {
      const found = find(node, read);
      const clause = found && clausesOf(found.owner)[found.at];
      return clause && forms.condition(clause, read);
    },
    consequence(node, read) {
      const found = find(node, read);
      if (!found) return undefined;
      // A clause without statements shares the next one's.
      const clause = clausesOf(found.owner)
        .slice(found.at)
        .find((each) => forms.statements(each, read).length > 0);
      return clause && joinNodes(forms.statements(clause, read), clause);
    },
    otherwise(node, read) {
      const found = find(node, read);
      if (!found) return undefined;
      const rest = restOf(found.owner);
      return clausesOf(found.owner)[found.at + 1] ?? (rest && joinNodes(forms.statements(rest, read), rest));
    },
    braces: false,
    form: forms.form ?? 'cases',
  } satisfies Omit<BranchForm, 'node'>;
  return [
    { node: forms.owner, ...form },
    { node: forms.clause, ...form },
  ];
}
