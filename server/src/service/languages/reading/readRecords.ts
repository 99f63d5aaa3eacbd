import type { Node } from 'web-tree-sitter';
import { named, piecesOf } from '../nodes.ts';
import type { TableParts } from './readingTable.ts';
import type { Reader } from './readings.ts';

const codeField = /^(?:error_?)?code$/i;
/** How deep the fields of a record are in its expression, in nodes. */
const deepest = 4;

/**
 * Reads a list of records with their codes in one field: `[{ code: 'A', text: a }, { code: 'B', text: b }]`. Every record has
 * something else in other fields.
 * @param types node types of a field with its value
 */
export function readRecords(node: Node, types: readonly string[], read: Reader): TableParts | undefined {
  const records = read.readList(node)?.elements ?? [];
  const fields = new Map(records.map((record) => [record.id, fieldsOf([record], types)]));
  const names = new Set<string>();
  for (const own of fields.values()) {
    const code = own.find(isCode);
    if (!code || (code.parent?.namedChildCount ?? 0) < 2) return undefined;
    names.add(nameOf(code));
  }
  const [field] = names;
  if (names.size !== 1 || field === undefined) return undefined;
  return {
    elements: records,
    entry(record) {
      const value = fields.get(record.id)?.find(isCode)?.lastNamedChild;
      return value ? [value, undefined] : undefined;
    },
    field,
    neverDeclares: true,
    form: 'records',
  };
}

/** The fields of a record: those that are the least deep. */
function fieldsOf(nodes: readonly Node[], types: readonly string[]): readonly Node[] {
  let level = nodes;
  for (let depth = 0; depth < deepest && level.length > 0; depth += 1) {
    const fields = level.filter((node) => types.includes(node.type) && node.namedChildCount > 1);
    if (fields.length > 0) return fields;
    // Some grammars put the pieces of an expression side by side.
    level = level.flatMap((node) => (node.type.startsWith('joined') ? piecesOf(node).flatMap(named) : named(node)));
  }
  return [];
}

const isCode = (field: Node): boolean => codeField.test(nameOf(field));

function nameOf(field: Node): string {
  const name = field.firstNamedChild?.text ?? '';
  return name.length > 50 ? '' : name.replace(/[^\p{L}\p{N}_]/gu, '');
}
