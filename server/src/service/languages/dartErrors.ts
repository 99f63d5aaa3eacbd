import type { Node } from 'web-tree-sitter';
import { childrenOf, joinPieces, named } from './nodes.ts';
import type { ClauseParts } from './reading/readingTable.ts';
import type { ConditionReading } from './reading/readings.ts';

/** `on A catch (e) { … }`, `on p.A { … }`, `catch (e) { … }`: the grammar puts their pieces side by side. */
export function readClauses(statement: Node): readonly ClauseParts[] {
  const body = statement.childForFieldName('body');
  const clauses: ClauseParts[] = [];
  let pieces: Node[] = [];
  let first: Node | undefined;
  for (const piece of childrenOf(statement)) {
    if (piece.startIndex < (body?.endIndex ?? 0) || piece.type === 'comment' || piece.type === 'finally_clause') continue;
    first ??= piece;
    if (piece.type !== 'block') {
      if (piece.type !== 'catch_clause' && piece.type !== 'on' && piece.type !== 'on_builtin') pieces.push(piece);
      continue;
    }
    const [type, last] = [pieces[0], pieces.at(-1)];
    clauses.push({
      node: joinPieces(first, piece, 'joined_clause'),
      types: type && last ? [type.id === last.id ? type : joinPieces(type, last, 'joined_type')] : [],
      body: piece,
    });
    pieces = [];
    first = undefined;
  }
  return clauses;
}

/** `e is A`, `e is! A` */
export function readTypeTest(node: Node): ConditionReading | undefined {
  const [subject] = named(node);
  const test = named(node).find(({ type }) => type === 'type_test');
  const types = test ? named(test).filter(({ type }) => type !== 'is_operator') : [];
  const [type, last] = [types[0], types.at(-1)];
  if (!subject || !test || !type || !last) return undefined;
  const part: ConditionReading = {
    kind: 'type',
    subject,
    types: [type.id === last.id ? type : joinPieces(type, last, 'joined_type')],
  };
  return /^is\s*!/.test(test.text) ? { kind: 'not', part } : part;
}
