import type { Node } from 'web-tree-sitter';
import { readLabel, readList, unwrap } from './csharpExpressions.ts';
import type { ConditionReading } from './language.ts';
import { comparisonOperators, named } from './nodes.ts';

/** What a pattern of an arm takes. */
export interface PatternReading {
  /** The values it compares with; what cannot be read is among them as it is. */
  readonly labels: readonly Node[];
  /** It takes whatever is left: `_`, `var other`. */
  readonly takesAll: boolean;
}

/** Reads the pattern of a `case` or of a switch expression's arm. */
export function readPattern(pattern: Node | undefined): PatternReading {
  const none = { labels: [], takesAll: false };
  if (!pattern) return none;
  switch (pattern.type) {
    case 'or_pattern':
    case 'parenthesized_pattern':
      return { ...none, labels: named(pattern).flatMap((part) => readPattern(part).labels) };
    case 'discard':
    case 'var_pattern':
      return { ...none, takesAll: true };
    case 'declaration_pattern':
      return pattern.childForFieldName('type')?.type === 'implicit_type'
        ? { ...none, takesAll: true }
        : { ...none, labels: [pattern] };
    case 'constant_pattern': {
      const value = unwrap(pattern);
      return { ...none, labels: value.type === 'null_literal' ? [] : [value] };
    }
    default:
      return { ...none, labels: [pattern] };
  }
}

/** Reads comparisons, `is` with its patterns, `Equals`, `Contains` on a list, and what joins them. */
export function readCondition(wrapped: Node): ConditionReading {
  const node = unwrap(wrapped);
  switch (node.type) {
    case 'prefix_unary_expression':
    case 'unary_expression': {
      const operand = node.firstChild?.type === '!' ? node.lastNamedChild : null;
      return operand ? { kind: 'not', part: readCondition(operand) } : { kind: 'other' };
    }
    case 'invocation_expression':
      return readCall(node) ?? { kind: 'other' };
    case 'is_pattern_expression': {
      const expression = node.childForFieldName('expression');
      const pattern = node.childForFieldName('pattern');
      return expression && pattern ? readIs(unwrap(expression), pattern) : { kind: 'other' };
    }
    case 'binary_expression':
      return readBinary(node);
    default:
      return { kind: 'other' };
  }
}

function readBinary(node: Node): ConditionReading {
  const left = node.childForFieldName('left');
  const right = node.childForFieldName('right');
  if (!left || !right) return { kind: 'other' };
  const operator = node.childForFieldName('operator')?.type ?? '';
  if (operator === '&&' || operator === '||')
    return { kind: operator === '&&' ? 'and' : 'or', parts: [readCondition(left), readCondition(right)] };
  const comparison = comparisonOperators.get(operator);
  return comparison ? { kind: 'compare', operator: comparison, left: unwrap(left), right: unwrap(right) } : { kind: 'other' };
}

/** `x is "A" or "B"`, `x is not "A"`, `status is >= 400 and < 500`. */
function readIs(subject: Node, pattern: Node): ConditionReading {
  switch (pattern.type) {
    case 'negated_pattern':
      return pattern.lastNamedChild ? { kind: 'not', part: readIs(subject, pattern.lastNamedChild) } : { kind: 'other' };
    case 'and_pattern':
      return { kind: 'and', parts: named(pattern).map((part) => readIs(subject, part)) };
    case 'parenthesized_pattern':
      return pattern.firstNamedChild ? readIs(subject, pattern.firstNamedChild) : { kind: 'other' };
    case 'relational_pattern': {
      const operator = comparisonOperators.get(pattern.firstChild?.type ?? '');
      const right = pattern.lastNamedChild;
      return operator && right ? { kind: 'compare', operator, left: subject, right: unwrap(right) } : { kind: 'other' };
    }
    case 'constant_pattern':
      return { kind: 'compare', operator: '==', left: subject, right: unwrap(pattern) };
    case 'or_pattern': {
      const { labels } = readPattern(pattern);
      return labels.every((label) => readLabel(label) !== undefined)
        ? { kind: 'contains', subject, elements: labels }
        : { kind: 'or', parts: named(pattern).map((part) => readIs(subject, part)) };
    }
    default:
      return { kind: 'other' };
  }
}

/** `code.Equals("A")`, `string.Equals(code, "A", …)`, `new[] { "A" }.Contains(code)`. */
function readCall(call: Node): ConditionReading | undefined {
  const callee = call.childForFieldName('function');
  const object = callee?.type === 'member_access_expression' ? callee.childForFieldName('expression') : null;
  const name = callee?.childForFieldName('name')?.text;
  const list = call.childForFieldName('arguments');
  const [first, second] = list ? named(list).map(unwrap) : [];
  if (!object || !first) return undefined;
  if (name === 'Equals') {
    const isStatic = /^([Ss]tring|object|Object)$/.test(object.text);
    if (isStatic && !second) return undefined;
    return { kind: 'compare', operator: '==', left: isStatic ? first : unwrap(object), right: (isStatic && second) || first };
  }
  const elements = name === 'Contains' ? readList(unwrap(object))?.elements : undefined;
  return elements ? { kind: 'contains', subject: first, elements } : undefined;
}
