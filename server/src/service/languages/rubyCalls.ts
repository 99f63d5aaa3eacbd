import type { Node } from 'web-tree-sitter';
import { compare, contains } from './reading/readCondition.ts';
import type { ConditionReading, Reader } from './reading/readings.ts';

/** `code.eql?("A")`, `%w[A B].include?(code)`, `(400..499).cover?(status)`, `code.in?(%w[A B])`. */
export function readCallCondition(call: Node, read: Reader): ConditionReading | undefined {
  const receiver = call.childForFieldName('receiver');
  const argument = call.childForFieldName('arguments')?.firstNamedChild;
  if (!receiver || !argument) return undefined;
  switch (call.childForFieldName('method')?.text) {
    case 'eql?':
    case 'equal?':
      return compare(receiver, argument, read);
    case 'include?':
    case 'start_with?':
    case 'member?':
    case 'cover?':
    case 'between?':
      return contains(argument, receiver, read, 'range');
    case 'is_a?':
    case 'kind_of?':
    case 'instance_of?':
      return { kind: 'type', subject: read.unwrap(receiver), types: [argument] };
    case 'in?':
      return contains(receiver, argument, read);
    default:
      return undefined;
  }
}

/** `%w[A B].freeze`, `Set.new(["A"])` */
export function readListCall(node: Node, read: Reader): readonly Node[] | undefined {
  const receiver = node.childForFieldName('receiver');
  const method = node.childForFieldName('method')?.text;
  if (receiver && (method === 'freeze' || method === 'to_set')) return read.readList(receiver)?.elements;
  const argument = node.childForFieldName('arguments')?.firstNamedChild;
  return receiver?.text === 'Set' && method === 'new' && argument ? read.readList(argument)?.elements : undefined;
}
