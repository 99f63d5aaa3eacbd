import { onceFor } from '../../../shared/onceFor.ts';
import type { Node } from 'web-tree-sitter';
import { readPlainString } from '../nodes.ts';
import { readInteger } from './readInteger.ts';
import { readPart } from './readParts.ts';
import type { LabelForms } from './readingTable.ts';
import type { LabelReading, Reader } from './readings.ts';

type Read = (node: Node, read: Reader) => LabelReading | undefined;

/** Reads literals and references to constants according to a table. */
export function createLabelReader(labels: LabelForms, read: Reader) {
  const readers = readersOf(labels);
  return (wrapped: Node): LabelReading | undefined => {
    const node = read.unwrap(wrapped);
    return readers.get(node.type)?.(node, read);
  };
}

const readersOf = onceFor(
  ({ strings = {}, numbers, signs = {}, constants = [], keys = [], others = {} }: LabelForms): ReadonlyMap<string, Read> =>
    new Map<string, Read>([
      ...Object.entries(strings).map(([type, content]): [string, Read] => [type, (node) => readPlainString(node, content)]),
      ...numbers.map((type): [string, Read] => [type, readNumber]),
      ...keys.map((type): [string, Read] => [type, (node) => readWord(node, 'key')]),
      ...constants.map((type): [string, Read] => [type, readConstant]),
      ...Object.entries(others),
      ...Object.entries(signs).map(([type, operand]): [string, Read] => [
        type,
        (node, read) => {
          const number = node.text.startsWith('-') ? readPart(node, operand, read) : undefined;
          return number && numbers.includes(number.type) ? readNumber(node) : others[type]?.(node, read);
        },
      ]),
    ]),
);

/** A reference, which is resolved by its name. */
export function readConstant(node: Node): LabelReading {
  return { form: 'constant', value: undefined, span: { start: node.startIndex, end: node.endIndex }, node };
}

/** A literal without quotes. */
export function readWord(node: Node, form: 'number' | 'key'): LabelReading {
  return { form, value: node.text, span: { start: node.startIndex, end: node.endIndex }, node };
}

/** A number, with its sign. */
export function readNumber(node: Node): LabelReading {
  const reading = readWord(node, 'number');
  return { ...reading, value: readInteger(node.text) ?? node.text };
}
