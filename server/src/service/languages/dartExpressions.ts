import type { Node } from 'web-tree-sitter';
import { childrenOf, comparisonOperators, joinPieces, named, piecesOf, readPlainString } from './nodes.ts';
import { contains, otherCondition } from './reading/readCondition.ts';
import { readConstant } from './reading/readLabel.ts';
import type { TableParts } from './reading/readingTable.ts';
import type { ConditionReading, LabelReading, Reader } from './reading/readings.ts';

/** The type of the nodes that `spanning` makes. */
export const joined = 'joined_expression';

/** One node for an expression: the grammar has an identifier and, beside it, a selector for `e.code`. */
export function spanning(pieces: readonly Node[], read: Reader): Node | undefined {
  const [first] = pieces;
  const last = pieces.at(-1);
  if (!first || !last || pieces.length === 1) return first && read.unwrap(first);
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

/** A string of one literal; its content has no node. */
export function readPlain(node: Node): LabelReading | undefined {
  // More than the two quotes: a substitution, or several literals side by side.
  return node.childCount === 2 && !node.text.includes('\\') ? readPlainString(node, '') : undefined;
}

/** `ErrorCode.timeout` */
export function readJoined(node: Node): LabelReading | undefined {
  return /^[A-Za-z_$][\w$]*(\.[A-Za-z_$][\w$]*)+$/.test(node.text) ? readConstant(node) : undefined;
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

function elementsOf(literal: Node, read: Reader): Node[] {
  const groups: Node[][] = [[]];
  for (const child of childrenOf(literal)) {
    if (child.type === ',') groups.push([]);
    else if (child.isNamed && child.type !== 'type_arguments' && child.type !== 'const_builtin') groups.at(-1)?.push(child);
  }
  const own = new Set(read.partsOf(literal).map(({ id }) => id));
  return groups.flatMap(
    (pieces) =>
      spanning(
        pieces.filter(({ id }) => own.has(id)),
        read,
      ) ?? [],
  );
}

/** `{'A': a, …}` */
export function readMap(node: Node, read: Reader): TableParts {
  return {
    elements: elementsOf(node, read),
    entry(pair) {
      const keys = pair.type === 'pair' ? pair.childrenForFieldName('key').filter((piece) => piece !== null) : [];
      const key = spanning(keys, read);
      const value = pair.childForFieldName('value');
      const pieces = named(pair).filter(({ startIndex }) => value !== null && startIndex >= value.startIndex);
      return key ? [key, spanning(pieces, read)] : undefined;
    },
    form: 'map',
  };
}

/** `['A', 'B']` and `{'A', 'B'}` */
export function readElements(node: Node, read: Reader): readonly Node[] | undefined {
  const elements = elementsOf(node, read);
  return elements.length > 0 && elements.every(({ type }) => type !== 'pair') ? elements : undefined;
}

/** Reads the content of parentheses, which is several pieces. */
export function readParenthesized(node: Node, read: Reader): ConditionReading {
  return readPieces(named(node), read);
}

/** Operators, whose operands may be several pieces each. */
export function readOperators(node: Node, read: Reader): ConditionReading {
  switch (node.type) {
    case 'unary_expression': {
      const [prefix, ...rest] = named(node);
      return prefix?.text === '!' ? { kind: 'not', part: readPieces(rest, read) } : otherCondition;
    }
    case 'logical_or_expression':
    case 'logical_and_expression': {
      const { operands } = operandsOf(node, /^logical_(or|and)_operator$/);
      const parts = operands.map((pieces) => readPieces(pieces, read));
      return { kind: node.type === 'logical_or_expression' ? 'or' : 'and', parts };
    }
    default: {
      const { operands, operators } = operandsOf(node, /^(equality|relational)_operator$/);
      const [left, right] = operands.map((pieces) => spanning(pieces, read));
      const operator = comparisonOperators.get(operators[0]?.text ?? '');
      return operator && left && right && operators.length === 1 ? { kind: 'compare', operator, left, right } : otherCondition;
    }
  }
}

function readPieces(pieces: readonly Node[], read: Reader): ConditionReading {
  const node = spanning(pieces, read);
  return node ? read.readCondition(node) : otherCondition;
}

/** `['A', 'B'].contains(code)`: the list, or all of it. */
export function readContains(node: Node, read: Reader): ConditionReading | undefined {
  const [first = node] = node.type === joined ? piecesOf(node) : [];
  const list = read.readList(first);
  const method = first.nextNamedSibling;
  const call = method?.nextNamedSibling;
  if (!list) return readTextSearch(node, read);
  if (!method || !call || !/^\.\s*contains$/.test(method.text)) return undefined;
  const subject = argumentOf(call, read);
  return subject ? { kind: 'contains', subject, elements: list.elements } : undefined;
}

/** `e.message.startsWith('auth/wrong-password')` */
function readTextSearch(node: Node, read: Reader): ConditionReading | undefined {
  const pieces = node.type === joined ? piecesOf(node) : [];
  const [method, call] = pieces.slice(-2);
  const text = spanning(pieces.slice(0, -2), read);
  if (!method || !call || !text || !/^\??\.\s*(?:contains|startsWith)$/.test(method.text)) return undefined;
  const argument = argumentOf(call, read);
  return argument && contains(argument, text, read);
}

/** The first argument of a call's brackets. */
function argumentOf(call: Node, read: Reader): Node | undefined {
  const brackets = call.firstNamedChild?.firstNamedChild;
  const argument = brackets?.type === 'arguments' ? brackets.firstNamedChild : null;
  return argument ? spanning(named(argument), read) : undefined;
}

/** The pieces between an `if`'s parentheses; undefined for `if (x case …)`. */
export function conditionOf(statement: Node, read: Reader): Node | undefined {
  const consequence = statement.childForFieldName('consequence');
  const inside = childrenOf(statement).filter(({ endIndex }) => consequence !== null && endIndex <= consequence.startIndex);
  if (inside.some(({ type }) => type === 'case')) return undefined;
  return spanning(
    inside.filter(({ isNamed, type }) => isNamed && type !== 'comment'),
    read,
  );
}
