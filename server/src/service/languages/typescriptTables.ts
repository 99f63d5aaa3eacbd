import type { Node } from 'web-tree-sitter';
import { named } from './nodes.ts';
import { contains } from './reading/readCondition.ts';
import type { TableParts } from './reading/readingTable.ts';
import type { ConditionReading, Reader } from './reading/readings.ts';

/** `{ A: a, 'B': b, c() {} }` */
export function readObject(node: Node): TableParts {
  const elements = named(node).filter(({ type }) => entries.has(type) || type === 'spread_element');
  return {
    elements,
    entry(element) {
      const field = entries.get(element.type);
      if (field === undefined) return undefined;
      const key = field === '' ? element : element.childForFieldName(field);
      const value = element.type === 'pair' ? element.childForFieldName('value') : element;
      return key ? [key, field === '' ? undefined : (value ?? undefined)] : undefined;
    },
    mayBeEmpty: true,
    form: 'object',
  };
}

/** Node types of an object's entries, with the field of the key. */
const entries = new Map([
  ['pair', 'key'],
  ['method_definition', 'name'],
  ['shorthand_property_identifier', ''],
]);

/** `new Map([['A', a], ['B', b]])` */
export function readMap(node: Node, read: Reader): TableParts | undefined {
  const list = argumentOf(node, 'Map');
  return (
    list && {
      elements: read.partsOf(list),
      entry(element) {
        const [key, value] = element.type === 'array' ? named(element) : [];
        return key && [key, value];
      },
      list,
      mayBeEmpty: true,
      neverDeclares: true,
      form: 'map',
    }
  );
}

/** `new Set(['A', 'B'])` */
export function readSet(node: Node, read: Reader): readonly Node[] | undefined {
  const list = argumentOf(node, 'Set');
  return list && read.partsOf(list);
}

/** The array that a collection is made of. */
function argumentOf(node: Node, constructor: string): Node | undefined {
  const list =
    node.childForFieldName('constructor')?.text === constructor && node.childForFieldName('arguments')?.firstNamedChild;
  return list && list.type === 'array' ? list : undefined;
}

/** `['A', 'B'].includes(code)`, `new Set(['A', 'B']).has(code)`, and type guards: `isCardError(error)`, `axios.isAxiosError(error)` */
export function readSearch(call: Node, read: Reader): ConditionReading | undefined {
  const callee = call.childForFieldName('function');
  const subject = call.childForFieldName('arguments')?.firstNamedChild;
  const receiver = callee?.type === 'member_expression' ? callee.childForFieldName('object') : undefined;
  const method = callee?.childForFieldName('property')?.text;
  if (callee && subject && /^is\p{Lu}/u.test(method ?? callee.text))
    return { kind: 'type', subject: read.unwrap(subject), types: [callee] };
  return receiver && subject && /^(?:includes|has|startsWith)$/.test(method ?? '')
    ? contains(subject, receiver, read)
    : undefined;
}
