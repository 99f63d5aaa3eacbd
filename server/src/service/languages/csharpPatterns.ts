import type { Node } from 'web-tree-sitter';
import { comparisonOperators, named } from './nodes.ts';
import { compare, contains, otherCondition } from './reading/readCondition.ts';
import type { ConditionReading, Reader } from './reading/readings.ts';

/** The values that a pattern of an arm takes. */
export interface PatternReading {
  /** The values it compares with; among them, unchanged, those that cannot be read. */
  readonly labels: readonly Node[];
  /** It takes all remaining values: `_`, `var other`. */
  readonly takesAll: boolean;
}

/** Reads the pattern of a `case` or of a switch expression's arm. */
export function readPattern(pattern: Node | undefined, read: Reader): PatternReading {
  const none = { labels: [], takesAll: false };
  if (!pattern) return none;
  switch (pattern.type) {
    case 'or_pattern':
    case 'parenthesized_pattern':
      return { ...none, labels: named(pattern).flatMap((part) => readPattern(part, read).labels) };
    case 'discard':
    case 'var_pattern':
      return { ...none, takesAll: true };
    case 'declaration_pattern':
      return pattern.childForFieldName('type')?.type === 'implicit_type'
        ? { ...none, takesAll: true }
        : { ...none, labels: [pattern] };
    case 'constant_pattern': {
      const value = read.unwrap(pattern);
      return { ...none, labels: value.type === 'null_literal' ? [] : [value] };
    }
    default:
      return { ...none, labels: [pattern] };
  }
}

/** `x is "A" or "B"`, `x is not "A"`, `status is >= 400 and < 500`. */
export function readIs(node: Node, read: Reader): ConditionReading | undefined {
  const expression = node.childForFieldName('expression');
  const pattern = node.childForFieldName('pattern');
  return expression && pattern ? readMatch(expression, pattern, read) : undefined;
}

function readMatch(subject: Node, pattern: Node, read: Reader): ConditionReading {
  const readPart = (part: Node): ConditionReading => readMatch(subject, part, read);
  switch (pattern.type) {
    case 'negated_pattern':
      return pattern.lastNamedChild ? { kind: 'not', part: readPart(pattern.lastNamedChild) } : otherCondition;
    case 'and_pattern':
      return { kind: 'and', parts: named(pattern).map(readPart) };
    case 'parenthesized_pattern':
      return pattern.firstNamedChild ? readPart(pattern.firstNamedChild) : otherCondition;
    case 'relational_pattern': {
      const operator = comparisonOperators.get(pattern.firstChild?.type ?? '');
      return operator && pattern.lastNamedChild ? compare(subject, pattern.lastNamedChild, read, operator) : otherCondition;
    }
    case 'constant_pattern':
      return compare(subject, pattern, read);
    case 'or_pattern': {
      const { labels } = readPattern(pattern, read);
      return labels.every((label) => read.readLabel(label) !== undefined)
        ? { kind: 'contains', subject: read.unwrap(subject), elements: labels }
        : { kind: 'or', parts: named(pattern).map(readPart) };
    }
    default:
      return otherCondition;
  }
}

/** `code.Equals("A")`, `string.Equals(code, "A", …)`, `new[] { "A" }.Contains(code)`. */
export function readCall(call: Node, read: Reader): ConditionReading | undefined {
  const callee = call.childForFieldName('function');
  const object = callee?.type === 'member_access_expression' ? callee.childForFieldName('expression') : null;
  const name = callee?.childForFieldName('name')?.text;
  const list = call.childForFieldName('arguments');
  const [first, second] = list ? named(list) : [];
  if (!object || !first) return undefined;
  if (name === 'Contains') return contains(first, object, read);
  if (name !== 'Equals') return undefined;
  const isStatic = /^([Ss]tring|object|Object)$/.test(object.text);
  if (isStatic && !second) return undefined;
  return compare(isStatic ? first : object, (isStatic && second) || first, read);
}
