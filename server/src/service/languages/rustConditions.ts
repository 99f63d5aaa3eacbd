import type { Node } from 'web-tree-sitter';
import { childrenOf, comparisonOperators, joinNodes, joinPieces, named, textAround } from './nodes.ts';
import { compare, contains, otherCondition } from './reading/readCondition.ts';
import type { PatternForms } from './reading/readingTable.ts';
import type { ConditionReading, Reader } from './reading/readings.ts';

const conversions = new Set(['to_string', 'to_owned', 'into']);

/** The literal in `"A".to_string()` and `String::from("A")`; any other expression as it is. */
export function withoutConversion(node: Node): Node {
  if (node.type !== 'call_expression') return node;
  const callee = node.childForFieldName('function');
  const receiver = callee?.type === 'field_expression' ? callee.childForFieldName('value') : undefined;
  if (receiver?.type === 'string_literal' && conversions.has(callee?.childForFieldName('field')?.text ?? '')) return receiver;
  return callee?.text === 'String::from' ? (node.childForFieldName('arguments')?.firstNamedChild ?? node) : node;
}

/** `Some("A")`, `Err("A")`: the pattern of the value in it. */
function readWrapped(pattern: Node): readonly Node[] | undefined {
  // `_` has no name in the grammar.
  const [name, ...values] = childrenOf(pattern).filter(({ isNamed, type }) => isNamed || type === '_');
  if (name?.text === 'Ok') return [];
  return (name?.text === 'Some' || name?.text === 'Err') && values.length === 1 ? values : undefined;
}

/** The text that `readWrapped` looks behind, for further patterns beside the given one. */
export function wrapperOf(pattern: Node): readonly [before: string, after: string] | undefined {
  const [first] = pattern.type === 'or_pattern' ? named(pattern) : [pattern];
  const [compared] = first?.type === 'tuple_pattern' ? (readTuple(first) ?? []) : [];
  if (first && compared) {
    const [before, after] = wrapperOf(compared) ?? ['', ''];
    // Among the children are brackets and commas.
    const values = childrenOf(first).filter(({ type }) => !/^[(),]$/.test(type));
    const at = values.findIndex(({ id }) => id === compared.id);
    return [`(${'_, '.repeat(at)}${before}`, `${after}${', _'.repeat(values.length - at - 1)})`];
  }
  const [value] = first?.type === 'tuple_struct_pattern' ? (readWrapped(first) ?? []) : [];
  return first && value && textAround(first, value);
}

/** `(Some("A"), Some(table))`: the one of several values that is compared with. */
function readTuple(tuple: Node): readonly Node[] | undefined {
  const values = named(tuple);
  if (values.length === 1) return /,\s*\)$/.test(tuple.text) ? undefined : values;
  const compared = values.filter(({ text }) => /"|\w::\w/.test(text));
  return compared.length === 1 ? compared : undefined;
}

/** Whether one of several values is compared beside the code: `(Some("A"), None)` takes that code only sometimes. */
export function comparesMore(pattern: Node): boolean {
  const tuples = pattern.type === 'or_pattern' ? named(pattern) : [pattern];
  return tuples.some(
    (tuple) => tuple.type === 'tuple_pattern' && named(tuple).filter(({ text }) => !/^[a-z]\w*$/.test(text)).length > 1,
  );
}

/** The patterns of a `match`. A bare name in small letters takes every value. */
export const patterns: PatternForms = {
  around: {
    or_pattern: true,
    captured_pattern: 'last',
    reference_pattern: 'last',
    tuple_pattern: readTuple,
    tuple_struct_pattern: readWrapped,
  },
  takesAll: ({ type, text }) => /^(?:ref\s+|mut\s+)*(?:_|[a-z]\w*)$/.test(text) && type !== 'scoped_identifier',
};

/** `if let Some("A" | "B") = code` */
export function readLet(node: Node, read: Reader): ConditionReading {
  const pattern = node.childForFieldName('pattern');
  const value = node.childForFieldName('value');
  if (!pattern || !value) return otherCondition;
  const { labels, takesRest } = read.readPatterns([pattern]);
  return takesRest ? otherCondition : { kind: 'contains', subject: read.unwrap(value), elements: labels };
}

/** Comparisons with a string that is converted first. */
export function readBinary(node: Node, read: Reader): ConditionReading | undefined {
  const left = node.childForFieldName('left');
  const right = node.childForFieldName('right');
  const operator = comparisonOperators.get(node.childForFieldName('operator')?.type ?? '');
  return operator && left && right
    ? compare(withoutConversion(read.unwrap(left)), withoutConversion(read.unwrap(right)), read, operator)
    : undefined;
}

/** `["A", "B"].contains(&code)`, `(400..500).contains(&status)`, `code.eq("A")`, `err.is_no_such_key()`. */
export function readCall(call: Node, read: Reader): ConditionReading | undefined {
  const callee = call.childForFieldName('function');
  const receiver = callee?.type === 'field_expression' ? callee.childForFieldName('value') : undefined;
  const argument = call.childForFieldName('arguments')?.firstNamedChild;
  const method = callee?.childForFieldName('field')?.text;
  if (callee && receiver && !argument && method?.startsWith('is_'))
    return { kind: 'type', subject: read.unwrap(receiver), types: [callee] };
  if (!receiver || !argument) return undefined;
  if (method === 'eq' || method === 'eq_ignore_ascii_case') return compare(receiver, argument, read);
  return method === 'contains' || method === 'starts_with' ? contains(argument, receiver, read, 'range_expression') : undefined;
}

/** The names and literals among the tokens of a macro: `Code`, `::` and `A` are one name, and what is in brackets behind it is left out. */
function joinPaths(tokens: readonly Node[]): readonly Node[] {
  const joined: Node[] = [];
  let first: Node | undefined;
  for (const [index, token] of tokens.entries()) {
    if (!token.isNamed) continue;
    if (tokens[index + 1]?.type === '::') {
      first ??= token;
      continue;
    }
    // `N::A(_)`, `N::A { .. }`: the contents are no codes, unlike those of `Some("A")`. A kind may be one: `N::A(Kind::B, _)`.
    if (token.type === 'token_tree' && tokens[index - 2]?.type === '::') {
      joined.push(...joinPaths(childrenOf(token)).filter(({ type }) => type === 'scoped_identifier'));
      continue;
    }
    joined.push(first ? joinPieces(first, token, 'scoped_identifier') : token);
    first = undefined;
  }
  return joined;
}

/** `matches!(code.as_str(), "A" | "B")`, of which the tree has nothing but tokens. */
export function readMatches(macro: Node): ConditionReading {
  const tree = named(macro).at(-1);
  if (macro.childForFieldName('macro')?.text !== 'matches' || tree?.type !== 'token_tree') return { kind: 'other' };
  const tokens = childrenOf(tree).slice(1, -1);
  const comma = tokens.findIndex(({ type }) => type === ',');
  const subject = joinNodes(tokens.slice(0, Math.max(0, comma)), tree);
  if (!subject) return { kind: 'other' };
  const guard = tokens.findIndex(({ type }, index) => index > comma && type === 'if');
  const patterns = tokens.slice(comma + 1, guard === -1 ? undefined : guard);
  const elements = joinPaths(patterns).flatMap((token) => (token.type === 'token_tree' ? joinPaths(childrenOf(token)) : [token]));
  const labels = elements.filter(({ text }) => text !== 'Some');
  const contains: ConditionReading = { kind: 'contains', subject, elements: labels };
  return guard === -1 ? contains : { kind: 'and', parts: [contains, readGuard(tokens.slice(guard + 1), tree)] };
}

/** `matches!(e, E::Database(d) if d.code().as_deref() == Some("A"))`, `if d.is_duplicate()` */
function readGuard(tokens: readonly Node[], tree: Node): ConditionReading {
  const [first, dot, method, call, ...behind] = tokens;
  if (first && dot?.type === '.' && method?.text.startsWith('is_') && call?.text === '()' && behind.length === 0)
    return { kind: 'type', subject: first, types: [joinPieces(first, method, 'field_expression')] };
  const sign = tokens.findIndex(({ type }) => type === '==');
  const subject = joinNodes(tokens.slice(0, Math.max(0, sign)), tree);
  const last = tokens.at(-1);
  const [value, ...more] = last?.type === 'token_tree' ? named(last) : [last];
  const isOther = tokens.some(({ type }) => type === '&&' || type === '||');
  if (!subject || !value || more.length > 0 || isOther) return otherCondition;
  return { kind: 'compare', operator: '==', left: subject, right: value };
}

/** `vec!["A", "B"]` */
export function readVec(node: Node): readonly Node[] | undefined {
  const tokens = node.childForFieldName('macro')?.text === 'vec' ? named(node).at(-1) : undefined;
  return tokens?.type === 'token_tree' ? named(tokens) : undefined;
}

/** `HashSet::from(["A", "B"])` */
export function readListCall(node: Node, read: Reader): readonly Node[] | undefined {
  const list = node.childForFieldName('arguments')?.firstNamedChild;
  return /Set(::<.*>)?::from$/s.test(node.childForFieldName('function')?.text ?? '') && list?.type === 'array_expression'
    ? read.readList(list)?.elements
    : undefined;
}

/** Methods that give a closure the value in what they are called on. */
const giving = /^(?:map|map_or|map_or_else|is_some_and|is_ok_and|is_none_or|filter|and_then)$/;

/** `code` of `code.is_some_and(|c| c == "A")` for the `c` in the closure. */
export function readGiven({ type, text, parent }: Node): Node | undefined {
  if (type !== 'identifier') return undefined;
  for (let around = parent; around && around.type !== 'function_item'; around = around.parent) {
    const parameters = around.type === 'closure_expression' ? around.childForFieldName('parameters') : null;
    if (!parameters?.text.match(/\w+/g)?.includes(text)) continue;
    const callee = around.parent?.parent?.childForFieldName('function');
    const isGiven = parameters.namedChildCount === 1 && giving.test(callee?.childForFieldName('field')?.text ?? '');
    return isGiven ? (callee?.childForFieldName('value') ?? undefined) : undefined;
  }
  return undefined;
}
