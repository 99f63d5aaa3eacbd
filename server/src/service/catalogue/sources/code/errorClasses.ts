import type { Node } from 'web-tree-sitter';

/** The call in which the class of an error hands its code to the class that it extends. */
export interface ErrorClass {
  readonly call: Node;
  /** The name of the class that it extends. */
  readonly base: string;
}

const calls =
  /^(?:call|call_expression|explicit_constructor_invocation|constructor_initializer|constructor_invocation|scoped_call_expression)$/;
const toBase = /^(?:super\s*\(|super\(\)\s*\.\s*__init__\s*\(|:?\s*base\s*\(|parent::__construct\s*\()/;
const bases = /superclass|extends|heritage|base_list|base_clause|argument_list|delegation_specifiers?/;
const mostNodes = 400;

/** Reads `class NoMap extends ApiError { constructor() { super('No map', 404, 'NO_MAP') } }`; undefined for other classes. */
export function errorClassOf(node: Node): ErrorClass | undefined {
  const above = node.namedChildren.find((child) => child !== null && bases.test(child.type));
  const base = /(?:^|[\s:(.\\])([A-Z]\w{2,60})\s*[({)]?/.exec(above?.text.slice(0, 200) ?? '')?.[1];
  if (!above || base === undefined || !/(?:Error|Exception|Fault|Failure|Problem)$/.test(base)) return undefined;
  const waiting: Node[] = [node];
  for (let looked = 0; looked < mostNodes; looked++) {
    const next = waiting.pop();
    if (!next) break;
    const isKotlin = next.type === 'constructor_invocation' && next.text.startsWith(base);
    if (calls.test(next.type) && (toBase.test(next.text.slice(0, 40)) || isKotlin)) return { call: next, base };
    for (const child of next.namedChildren.toReversed()) if (child && !/comment/.test(child.type)) waiting.push(child);
  }
  return undefined;
}
