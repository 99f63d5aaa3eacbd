import { onceFor } from '../../shared/onceFor.ts';
import type { Node } from 'web-tree-sitter';
import type { SyntaxContext } from '../mentions/constants.ts';
import type { Catalogue, Operation, Span } from '../types.ts';

const tries = new Set(['try_statement', 'try_with_resources_statement', 'try_expression', 'do_statement', 'begin']);
/** Longer functions do more than to call one operation, in characters. */
const longest = 20_000;
const mostCalls = 500;
const call =
  /(?<![\p{L}\p{N}_$])(?:([\p{L}_$][\p{L}\p{N}_$]{0,100})\s{0,20}(?:\?\.|!?\.|->|::)\s{0,20})?([\p{L}_$][\p{L}\p{N}_$]{0,100})\s{0,20}\(\s{0,20}(?:(['"`])([^'"`\n]{1,200})\3)?/gu;
const methods = new Set(['get', 'post', 'put', 'patch', 'delete']);

/**
 * The codes that the operations around a site can answer with: those that the `try` calls, else those of the function. Undefined
 * where no operation is called, or something that may be one and is not known.
 */
export function codesOfOperations(
  context: SyntaxContext,
  { start }: Span,
  catalogue: Catalogue,
): ReadonlySet<string> | undefined {
  if (catalogue.operations.size === 0) return undefined;
  const scope = scopeOf(context, start);
  if (!scope || scope.endIndex - scope.startIndex > longest) return undefined;
  const known = operationsOf(catalogue);
  const found = new Set<Operation>();
  const clients = new Set<string>();
  const others = new Set<string>();
  let calls = 0;
  for (const [, receiver, name = '', , text = ''] of context.text.slice(scope.startIndex, scope.endIndex).matchAll(call)) {
    calls += 1;
    if (calls > mostCalls) return undefined;
    const path = methods.has(name.toLowerCase()) ? known.get(`${name.toUpperCase()} ${text}`) : undefined;
    const operation = path ?? known.get(name);
    if (operation) {
      found.add(operation);
      if (receiver !== undefined) clients.add(receiver);
    } else if (receiver !== undefined) others.add(receiver);
  }
  if (found.size === 0 || [...clients].some((client) => others.has(client))) return undefined;
  return new Set([...found].flatMap(({ codes }) => codes));
}

const operationsOf = onceFor(
  ({ operations }: Catalogue): ReadonlyMap<string, Operation> =>
    new Map([...operations].flatMap(([name, each]) => [name, ...each.names].map((word) => [word, each] as const))),
);

/** The innermost `try` around a place, else its function. */
function scopeOf({ root, language }: SyntaxContext, start: number): Node | undefined {
  for (let node = root.descendantForIndex(start); node; node = node.parent)
    if (tries.has(node.type) || (language.functions.has(node.type) && !language.groups.has(node.type))) return node;
  return undefined;
}
