import type { Node } from 'web-tree-sitter';
import { isSameWord } from '../nodes.ts';
import { byType } from './byType.ts';
import { readRecords } from './readRecords.ts';
import type { ReadingTable, TableParts } from './readingTable.ts';
import type { ListReading, Reader, TableReading } from './readings.ts';

/** Reads tables of codes according to the language's own table. */
export function createTableReader({ tables, recordFields }: ReadingTable, read: Reader) {
  const byNode = tables && byType(tables);
  return (node: Node): TableReading | undefined => {
    const parts = byNode?.get(node.type)?.(node, read);
    const table = parts && toTable(node, parts, read);
    if (table && (table.entries.length > 0 || recordFields === undefined)) return table;
    const records = recordFields && readRecords(node, recordFields, read);
    return records ? toTable(node, records, read) : table;
  };
}

function toTable(node: Node, parts: TableParts, read: Reader): TableReading | undefined {
  const { elements, list = node, separator = ',', capacity, field, form } = parts;
  const entries = elements.flatMap((element) => {
    const entry = parts.entry(element);
    return entry ? [{ node: element, key: entry[0], value: entry[1] }] : [];
  });
  if (entries.length === 0 && !parts.mayBeEmpty) return undefined;
  return {
    node,
    entries,
    open: parts.isOpen ?? entries.length < elements.length,
    separator,
    ...(capacity === undefined ? {} : { capacity }),
    ...(field === undefined ? {} : { field }),
    declares: !parts.neverDeclares && entries.length > 0 && entries.every((entry) => repeatsKey(entry, read)),
    bodyEnd: Math.max(list.startIndex + 1, list.endIndex - 1),
    form,
  };
}

function repeatsKey({ key, value }: TableReading['entries'][number], read: Reader): boolean {
  const label = value && read.readLabel(value);
  return label?.form === 'string' && isSameWord(read.readLabel(key)?.value, label.value);
}

/** Reads the key and the value of elements of one type, which are in fields of these names. */
export function entryOf(type: string): TableParts['entry'] {
  return (element) => {
    const key = element.type === type ? element.childForFieldName('key') : null;
    return key ? [key, element.childForFieldName('value') ?? undefined] : undefined;
  };
}

/** Reads lists according to a table. */
export function createListReader({ lists, unwrapsLists }: ReadingTable, read: Reader) {
  const byNode = byType(lists);
  return (wrapped: Node): ListReading | undefined => {
    const node = unwrapsLists ? read.unwrap(wrapped) : wrapped;
    const form = byNode.get(node.type);
    const elements = typeof form === 'function' ? form(node, read) : form && read.partsOf(node);
    return elements && { node, elements };
  };
}
