import type { Node } from 'web-tree-sitter';
import type { ConditionReading, ListReading } from './language.ts';
import { childrenOf, comparisonOperators, joinNodes, named } from './nodes.ts';

/** Takes parentheses, references and dereferences away. */
export function unwrap(node: Node): Node {
  let inner = node;
  while (
    inner.type === 'parenthesized_expression' ||
    inner.type === 'reference_expression' ||
    (inner.type === 'unary_expression' && inner.firstChild?.type === '*') ||
    (inner.type === 'match_pattern' && inner.namedChildCount === 1)
  ) {
    const child = inner.lastNamedChild;
    if (!child) return inner;
    inner = child;
  }
  return inner;
}

const conversions = new Set(['to_string', 'to_owned', 'into']);

/** The literal in `"A".to_string()` and `String::from("A")`; any other expression as it is. */
export function withoutConversion(node: Node): Node {
  if (node.type !== 'call_expression') return node;
  const callee = node.childForFieldName('function');
  const receiver = callee?.type === 'field_expression' ? callee.childForFieldName('value') : undefined;
  if (receiver?.type === 'string_literal' && conversions.has(callee?.childForFieldName('field')?.text ?? '')) return receiver;
  return callee?.text === 'String::from' ? (node.childForFieldName('arguments')?.firstNamedChild ?? node) : node;
}

/** Whether a pattern matches whatever is left: `_`, `other`, `Some(_)`, `Some(other)`. */
export function takesRest(pattern: Node): boolean {
  return /^(Some\s*\(\s*)?(ref\s+)?(_|[a-z]\w*)\s*\)?(\s+if\b.*)?$/s.test(pattern.text);
}

/** What a pattern compares with; one that cannot be read stays as it is, so that the match counts as open. */
export function readPattern(pattern: Node): Node[] {
  if (pattern.type === 'or_pattern') return named(pattern).flatMap(readPattern);
  if (pattern.type === 'captured_pattern') return named(pattern).slice(-1).flatMap(readPattern);
  const [name, inner] = named(pattern);
  if (pattern.type === 'tuple_struct_pattern' && name?.text === 'Some' && inner?.type === 'or_pattern') return readPattern(inner);
  return pattern.text === 'None' ? [] : [pattern];
}

/** Reads comparisons, `contains`, `matches!`, `if let` and what joins them. */
export function readCondition(wrapped: Node): ConditionReading {
  const node = unwrap(wrapped);
  switch (node.type) {
    case 'unary_expression': {
      const operand = node.firstChild?.type === '!' ? node.firstNamedChild : undefined;
      return operand ? { kind: 'not', part: readCondition(operand) } : { kind: 'other' };
    }
    case 'let_chain':
      return { kind: 'and', parts: named(node).map(readCondition) };
    case 'let_condition': {
      const pattern = node.childForFieldName('pattern');
      const value = node.childForFieldName('value');
      if (!pattern || !value || takesRest(pattern)) return { kind: 'other' };
      return { kind: 'contains', subject: unwrap(value), elements: readPattern(pattern) };
    }
    case 'macro_invocation':
      return readMatches(node);
    case 'call_expression':
      return readCall(node);
    case 'binary_expression': {
      const left = node.childForFieldName('left');
      const right = node.childForFieldName('right');
      const operator = node.childForFieldName('operator')?.type ?? '';
      if (!left || !right) return { kind: 'other' };
      if (operator === '&&') return { kind: 'and', parts: [readCondition(left), readCondition(right)] };
      if (operator === '||') return { kind: 'or', parts: [readCondition(left), readCondition(right)] };
      const comparison = comparisonOperators.get(operator);
      if (!comparison) return { kind: 'other' };
      return {
        kind: 'compare',
        operator: comparison,
        left: withoutConversion(unwrap(left)),
        right: withoutConversion(unwrap(right)),
      };
    }
    default:
      return { kind: 'other' };
  }
}

/** `["A", "B"].contains(&code)`, `(400..500).contains(&status)`, `code.eq("A")`. */
function readCall(call: Node): ConditionReading {
  const callee = call.childForFieldName('function');
  const receiver = callee?.type === 'field_expression' ? callee.childForFieldName('value') : undefined;
  const argument = call.childForFieldName('arguments')?.firstNamedChild;
  const method = callee?.childForFieldName('field')?.text;
  if (!receiver || !argument) return { kind: 'other' };
  if (method === 'eq' || method === 'eq_ignore_ascii_case')
    return { kind: 'compare', operator: '==', left: unwrap(receiver), right: unwrap(argument) };
  if (method !== 'contains') return { kind: 'other' };
  const list = unwrap(receiver);
  if (list.type === 'range_expression') return { kind: 'contains', subject: unwrap(argument), elements: [list] };
  const elements = readList(list)?.elements;
  return elements ? { kind: 'contains', subject: unwrap(argument), elements } : { kind: 'other' };
}

/** `matches!(code.as_str(), "A" | "B")`, of which the tree has nothing but tokens. */
function readMatches(macro: Node): ConditionReading {
  const tree = named(macro).at(-1);
  if (macro.childForFieldName('macro')?.text !== 'matches' || tree?.type !== 'token_tree') return { kind: 'other' };
  const tokens = childrenOf(tree).slice(1, -1);
  const comma = tokens.findIndex(({ type }) => type === ',');
  const subject = joinNodes(tokens.slice(0, Math.max(0, comma)), tree);
  if (!subject) return { kind: 'other' };
  const guard = tokens.findIndex(({ type }, index) => index > comma && type === 'if');
  const patterns = tokens.slice(comma + 1, guard === -1 ? undefined : guard);
  const elements = patterns.flatMap((token) => (token.type === 'token_tree' ? named(token) : token.isNamed ? [token] : []));
  const labels = elements.filter(({ text }) => text !== 'Some');
  const contains: ConditionReading = { kind: 'contains', subject, elements: labels };
  return guard === -1 ? contains : { kind: 'and', parts: [contains, { kind: 'other' }] };
}

/** Reads an array or slice, `vec![…]` and `HashSet::from([…])`. */
export function readList(wrapped: Node): ListReading | undefined {
  const node = unwrap(wrapped);
  if (node.type === 'array_expression') return { node, elements: named(node).filter(({ type }) => !type.endsWith('_comment')) };
  if (node.type === 'macro_invocation' && node.childForFieldName('macro')?.text === 'vec') {
    const tokens = named(node).at(-1);
    return tokens?.type === 'token_tree' ? { node, elements: named(tokens) } : undefined;
  }
  if (node.type !== 'call_expression') return undefined;
  const list = node.childForFieldName('arguments')?.firstNamedChild;
  return /Set(::<.*>)?::from$/s.test(node.childForFieldName('function')?.text ?? '') && list?.type === 'array_expression'
    ? readList(list)
    : undefined;
}
