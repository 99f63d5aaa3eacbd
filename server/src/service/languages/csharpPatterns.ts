import type { Node } from 'web-tree-sitter';
import { comparisonOperators, named } from './nodes.ts';
import { compare, contains, otherCondition } from './reading/readCondition.ts';
import { propertiesOf, propertyOf } from './csharpProperties.ts';
import type { PatternForms } from './reading/readingTable.ts';
import type { ConditionReading, Reader } from './reading/readings.ts';

/** The patterns of a `case` and of a switch expression's arm. */
export const patterns: PatternForms = {
  around: { or_pattern: true, parenthesized_pattern: true, constant_pattern: 'last' },
  types: { declaration_pattern: 'type', type_pattern: 'type' },
  takesAll: ({ type, text }) =>
    type === 'discard' || type === 'var_pattern' || /^(?:var\s+\w+|\{\s*\}|not\s+null)(?:\s+\w+)?$/.test(text),
};

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
    case 'declaration_pattern':
    case 'recursive_pattern':
    case 'type_pattern': {
      const type = pattern.childForFieldName('type');
      const isOf = type ? ([{ kind: 'type', subject: read.unwrap(subject), types: [type] }] as const) : [];
      const properties = propertiesOf(pattern) ?? [];
      const parts = [...isOf, ...properties.map(({ name, pattern: inner }) => readMatch(propertyOf(subject, name), inner, read))];
      const [only] = parts;
      return only ? (parts.length === 1 ? only : { kind: 'and', parts }) : otherCondition;
    }
    case 'or_pattern': {
      const { labels } = read.readPatterns([pattern]);
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
  if (name === 'Contains' || name === 'StartsWith') return contains(first, object, read);
  if (name !== 'Equals') return undefined;
  const isStatic = /^([Ss]tring|object|Object)$/.test(object.text);
  if (isStatic && !second) return undefined;
  return compare(isStatic ? first : object, (isStatic && second) || first, read);
}
