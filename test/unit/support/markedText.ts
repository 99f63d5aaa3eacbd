import type { Span } from '../../../server/src/service/types.ts';

/** A text without its markers, and their places. */
export interface MarkedText {
  readonly text: string;
  /** The place of `⟦|⟧`; -1 without one, when none was asked for. */
  readonly cursor: number;
  /** The ranges that `⟦…⟧` surrounded. */
  readonly ranges: readonly Span[];
}

/**
 * Reads `⟦|⟧` as the cursor and `⟦…⟧` as a range.
 * @throws when the number of cursors or ranges is not the expected one
 */
export function readMarkedText(
  source: string,
  expected: { readonly cursors?: number; readonly ranges?: number } = { cursors: 1 },
): MarkedText {
  let text = '';
  const cursors: number[] = [];
  const ranges: Span[] = [];
  const open: number[] = [];
  for (let index = 0; index < source.length; index += 1) {
    if (source.startsWith('⟦|⟧', index)) {
      cursors.push(text.length);
      index += 2;
    } else if (source[index] === '⟦') {
      open.push(text.length);
    } else if (source[index] === '⟧') {
      const start = open.pop();
      if (start === undefined) throw new Error(`A ⟧ without its ⟦ at ${index}.`);
      ranges.push({ start, end: text.length });
    } else {
      text += source[index];
    }
  }
  if (open.length > 0) throw new Error('A ⟦ without its ⟧.');
  if (cursors.length !== (expected.cursors ?? 0))
    throw new Error(`${cursors.length} cursors instead of ${expected.cursors ?? 0}.`);
  if (ranges.length !== (expected.ranges ?? 0)) throw new Error(`${ranges.length} ranges instead of ${expected.ranges ?? 0}.`);
  return { text, cursor: cursors[0] ?? -1, ranges };
}
