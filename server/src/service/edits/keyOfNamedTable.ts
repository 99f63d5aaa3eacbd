import type { Node } from 'web-tree-sitter';
import type { AnalysisBase } from '../analysis/documentAnalysis.ts';
import { holdsNode } from '../languages/nodes.ts';
import { literalAt, readLabelAt } from '../mentions/constants.ts';
import type { LooseLabel } from '../sites/findSites.ts';
import { readsLikeCodeList } from '../sites/subject.ts';
import type { Span } from '../types.ts';

/** The greatest distance of a key from its table, in nodes. */
const reach = 8;

/**
 * A key of a table whose name reads like error codes. Such a table need not be a site yet: the key under the cursor may be its
 * first. Undefined for a key of any other table, and for a value.
 */
export function keyOfNamedTable({ context }: AnalysisBase, span: Span): LooseLabel | undefined {
  const { language } = context;
  const literal = literalAt(context, { code: '', ...span });
  for (let node: Node | null = literal?.parent ?? null, climbed = 0; literal && node && climbed < reach; climbed += 1) {
    const table = language.readTable(node);
    const key = table?.entries.find((entry) => holdsNode(entry.key, literal));
    const name = key && table ? language.nameOfValue(table.node)?.text : undefined;
    const label = name !== undefined && readsLikeCodeList(name) ? readLabelAt(context, literal) : undefined;
    if (name !== undefined && label && table) {
      const others = table.entries.filter((entry) => entry !== key).map((entry) => entry.key);
      return { label, subject: name, context: 'list', listed: context.valuesOf(others), statuses: undefined, retries: false };
    }
    if (table || language.functions.has(node.type)) return undefined;
    node = node.parent;
  }
  return undefined;
}
