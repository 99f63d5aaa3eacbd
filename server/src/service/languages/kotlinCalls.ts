import type { Node } from 'web-tree-sitter';
import { childrenOf, named } from './nodes.ts';
import { compare, contains } from './reading/readCondition.ts';
import type { ConditionReading, Reader } from './reading/readings.ts';

/** The name that a call calls, its receiver and its arguments' expressions. */
export function readCall(node: Node): { name: string; receiver: Node | undefined; values: readonly Node[] } | undefined {
  if (node.type !== 'call_expression') return undefined;
  const callee = node.firstNamedChild;
  const values = named(node)
    .filter(({ type }) => type === 'value_arguments')
    .flatMap(named)
    .map((argument) => argument.lastNamedChild ?? argument);
  if (callee?.type !== 'navigation_expression') return { name: callee?.text ?? '', receiver: undefined, values };
  return { name: callee.lastNamedChild?.text ?? '', receiver: callee.firstNamedChild ?? undefined, values };
}

/** `code.equals("A")`, `listOf("A", "B").contains(code)` */
export function readCallCondition(node: Node, read: Reader): ConditionReading | undefined {
  const call = readCall(node);
  const [argument] = call?.values ?? [];
  if (!call?.receiver || !argument) return undefined;
  if (call.name === 'equals' || call.name === 'contentEquals') return compare(call.receiver, argument, read);
  return call.name === 'contains' || call.name === 'startsWith' ? readContains(argument, call.receiver, read) : undefined;
}

/** `code in listOf("A", "B")`, `status !in 400..499` */
export function readIn(node: Node, read: Reader): ConditionReading | undefined {
  const [subject, list] = named(node);
  const part = subject && list && readContains(subject, list, read);
  return part && childrenOf(node).some(({ type }) => type === '!in') ? { kind: 'not', part } : part;
}

function readContains(subject: Node, wrappedList: Node, read: Reader): ConditionReading | undefined {
  const list = read.unwrap(wrappedList);
  const isUntil = list.type === 'infix_expression' && / until /.test(list.text);
  return contains(subject, list, read, isUntil ? list.type : 'range_expression');
}

/** `listOf(…)`, `setOf(…)`, `arrayOf(…)` and their kin. */
export function readListCall(node: Node): readonly Node[] | undefined {
  const call = readCall(node);
  const isList =
    call && !call.receiver && /^(list|set|array|mutableListOf|mutableSetOf|hashSet|linkedSet)(Of)?$/i.test(call.name);
  return isList ? call.values : undefined;
}
