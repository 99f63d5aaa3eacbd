import type { Node } from 'web-tree-sitter';
import type { ConditionReading, LabelReading, ListReading, TableReading } from './language.ts';
import { childrenOf, comparisonOperators, isSameWord, joinPieces, named, piecesOf } from './nodes.ts';

/** The type of the nodes that `spanning` makes. */
const joined = 'joined_expression';

/** One node for an expression: the grammar has an identifier and, beside it, a selector for `e.code`. */
export function spanning(pieces: readonly Node[]): Node | undefined {
  const [first] = pieces;
  const last = pieces.at(-1);
  if (!first || !last || pieces.length === 1) return first && unwrap(first);
  return joinPieces(first, last, joined);
}

/** The pieces of the operands between the operators of an expression. */
function operandsOf(
  node: Node,
  operator: RegExp,
): { readonly operands: readonly (readonly Node[])[]; readonly operators: readonly Node[] } {
  const operands: Node[][] = [[]];
  const operators: Node[] = [];
  for (const child of named(node)) {
    if (operator.test(child.type)) {
      operators.push(child);
      operands.push([]);
    } else if (child.type !== 'comment') operands.at(-1)?.push(child);
  }
  return { operands, operators };
}

/** Takes parentheses and what patterns and arguments put around a value away, as far as one node is left. */
export function unwrap(node: Node): Node {
  let inner = node;
  while (
    (inner.type === 'parenthesized_expression' || inner.type === 'constant_pattern' || inner.type === 'argument') &&
    inner.namedChildCount === 1
  ) {
    const child = inner.firstNamedChild;
    if (!child) return inner;
    inner = child;
  }
  return inner;
}

/** Reads a literal or a reference to a constant. */
export function readLabel(wrapped: Node): LabelReading | undefined {
  const node = unwrap(wrapped);
  const span = { start: node.startIndex, end: node.endIndex };
  switch (node.type) {
    case 'string_literal': {
      const start = node.firstChild?.endIndex ?? span.start;
      const end = Math.max(start, node.lastChild?.startIndex ?? span.end);
      const value = node.text.slice(start - span.start, end - span.start);
      // More than the two quotes: a substitution, or several literals side by side.
      return node.childCount === 2 && !value.includes('\\') ? { form: 'string', value, span: { start, end }, node } : undefined;
    }
    case 'decimal_integer_literal':
      return { form: 'number', value: node.text, span, node };
    case 'identifier':
    case 'qualified':
      return node.text === '_' ? undefined : { form: 'constant', value: undefined, span, node };
    case joined:
      return /^[A-Za-z_$][\w$]*(\.[A-Za-z_$][\w$]*)+$/.test(node.text)
        ? { form: 'constant', value: undefined, span, node }
        : undefined;
    default:
      return undefined;
  }
}

const bodies = /^(class_body|enum_body|extension_body|mixin_body)$/;

/** `const x = '…'`, a class's `static const`, an enum's `timeout('…')`. */
export function readDeclaration(literal: Node): string | undefined {
  const parent = literal.parent;
  const owned = (member: Node, name: string | undefined): string | undefined => {
    const body = member.parent?.type === 'declaration' ? member.parent.parent : member.parent;
    const owner = body && bodies.test(body.type) ? body.parent?.childForFieldName('name')?.text : undefined;
    return owner === undefined || name === undefined ? name : `${owner}.${name}`;
  };
  switch (parent?.type) {
    case 'static_final_declaration':
      return parent.parent ? owned(parent.parent, parent.firstNamedChild?.text) : undefined;
    case 'initialized_variable_definition':
      return /^(const|final)\b/.test(parent.text) ? parent.childForFieldName('name')?.text : undefined;
    case 'argument': {
      const constant = parent.parent?.parent?.parent;
      return constant?.type === 'enum_constant' ? owned(constant, constant.childForFieldName('name')?.text) : undefined;
    }
    default:
      return undefined;
  }
}

function elementsOf(literal: Node): Node[] {
  return named(literal).filter(({ type }) => type !== 'comment' && type !== 'type_arguments' && type !== 'const_builtin');
}

/** `{'A': a, …}`. */
export function readTable(node: Node): TableReading | undefined {
  if (node.type !== 'set_or_map_literal') return undefined;
  const elements = elementsOf(node);
  const entries = elements.flatMap((pair) => {
    const key = pair.type === 'pair' ? pair.childForFieldName('key') : null;
    const value = pair.childForFieldName('value');
    const pieces = named(pair).filter(({ startIndex }) => value !== null && startIndex >= value.startIndex);
    return key ? [{ node: pair, key, value: spanning(pieces) }] : [];
  });
  if (entries.length === 0) return undefined;
  const declares = entries.every(
    ({ key, value }) =>
      value !== undefined && readLabel(value)?.form === 'string' && isSameWord(readLabel(key)?.value, readLabel(value)?.value),
  );
  return {
    node,
    entries,
    open: entries.length < elements.length,
    separator: ',',
    declares,
    bodyEnd: node.endIndex - 1,
    form: 'map',
  };
}

/** `['A', 'B']` and `{'A', 'B'}`. */
export function readList(node: Node): ListReading | undefined {
  if (node.type !== 'list_literal' && node.type !== 'set_or_map_literal') return undefined;
  const elements = elementsOf(node);
  return elements.length > 0 && elements.every(({ type }) => type !== 'pair') ? { node, elements } : undefined;
}

/** Reads comparisons, `contains` on a list, and what joins them. */
export function readCondition(wrapped: Node): ConditionReading {
  const node = unwrap(wrapped);
  switch (node.type) {
    case 'parenthesized_expression':
      return readPieces(named(node));
    case 'unary_expression': {
      const [prefix, ...rest] = named(node);
      return prefix?.text === '!' ? { kind: 'not', part: readPieces(rest) } : { kind: 'other' };
    }
    case 'logical_or_expression':
    case 'logical_and_expression': {
      const { operands } = operandsOf(node, /^logical_(or|and)_operator$/);
      return { kind: node.type === 'logical_or_expression' ? 'or' : 'and', parts: operands.map(readPieces) };
    }
    case 'equality_expression':
    case 'relational_expression': {
      const { operands, operators } = operandsOf(node, /^(equality|relational)_operator$/);
      const [left, right] = operands.map(spanning);
      const operator = comparisonOperators.get(operators[0]?.text ?? '');
      return operator && left && right && operators.length === 1 ? { kind: 'compare', operator, left, right } : { kind: 'other' };
    }
    default:
      return readContains(node);
  }
}

function readPieces(pieces: readonly Node[]): ConditionReading {
  const node = spanning(pieces);
  return node ? readCondition(node) : { kind: 'other' };
}

/** `['A', 'B'].contains(code)`: the list, or all of it. */
function readContains(node: Node): ConditionReading {
  const [first = node] = node.type === joined ? piecesOf(node) : [];
  const list = readList(first);
  const method = first.nextNamedSibling;
  const call = method?.nextNamedSibling;
  if (!list || !method || !call || !/^\.\s*contains$/.test(method.text)) return { kind: 'other' };
  const brackets = call.firstNamedChild?.firstNamedChild;
  const argument = brackets?.type === 'arguments' ? brackets.firstNamedChild : null;
  const subject = argument && spanning(named(argument));
  return subject ? { kind: 'contains', subject, elements: list.elements } : { kind: 'other' };
}

/** The variable, field or key that a table or list is declared under. */
export function nameOfValue(expression: Node): Node | undefined {
  const owner = expression.parent;
  switch (owner?.type) {
    case 'static_final_declaration':
    case 'initialized_identifier':
      return owner.firstNamedChild ?? undefined;
    case 'initialized_variable_definition':
      return owner.childForFieldName('name') ?? undefined;
    case 'pair':
      return owner.childForFieldName('key') ?? undefined;
    default:
      return undefined;
  }
}

/** The pieces between an `if`'s parentheses; undefined for `if (x case …)`. */
export function conditionOf(statement: Node): Node | undefined {
  const consequence = statement.childForFieldName('consequence');
  const inside = childrenOf(statement).filter(({ endIndex }) => consequence !== null && endIndex <= consequence.startIndex);
  if (inside.some(({ type }) => type === 'case')) return undefined;
  return spanning(inside.filter(({ isNamed, type }) => isNamed && type !== 'comment'));
}
