import * as l10n from '@vscode/l10n';
import type { SourceNote } from '../source.ts';

/** Why a row, an item or a heading gave no code. */
type LeftReason = 'noCode' | 'success' | 'family' | 'status';

/** A row, an item or a heading that gave no code. */
export interface LeftOut {
  /** From 0. */
  readonly line: number;
  readonly reason: LeftReason;
  /** The text in the place of the code. */
  readonly text: string;
}

const mostLines = 12;
const longestText = 60;

/**
 * Says what was left out, a note for each reason, at the first line of it.
 * @param where the table or list, as the beginning of a sentence
 * @param total how many rows or items it has
 */
export function noteLeftOut(left: readonly LeftOut[], where: string, total: number): SourceNote[] {
  return (['noCode', 'success', 'family', 'status'] as const).flatMap((reason) => {
    const some = left.filter((each) => each.reason === reason);
    const [first] = some;
    if (!first) return [];
    const numbers = some.map(({ line }) => line + 1);
    const lines =
      new Set(numbers).size === 1 ? l10n.t('line {0}', String(first.line + 1)) : l10n.t('lines {0}', describeLines(numbers));
    const message = `${where}: ${sentence(reason, some.length, total, lines, first.text)}`;
    return [{ line: first.line, message, severity: 'information' as const }];
  });
}

function sentence(reason: LeftReason, count: number, total: number, lines: string, text: string): string {
  const shown = text.length > longestText ? `${text.slice(0, longestText)}…` : text;
  if (reason === 'success') return l10n.t('{0} of {1} entries mean success ({2}).', count, total, lines);
  if (reason === 'status') return l10n.t('{0} of {1} entries are HTTP statuses, not codes ({2}).', count, total, lines);
  if (reason === 'family') return l10n.t('{0} of {1} entries are families of codes, not codes ({2}).', count, total, lines);
  return l10n.t('{0} of {1} entries are not read ({2}): "{3}" is no code.', count, total, lines, shown);
}

/** `12, 15–18 and 4 more`. */
function describeLines(numbers: readonly number[]): string {
  const runs: [number, number][] = [];
  for (const line of [...new Set(numbers)].sort((one, other) => one - other)) {
    const last = runs.at(-1);
    if (last && line === last[1] + 1) last[1] = line;
    else runs.push([line, line]);
  }
  const shown = runs.slice(0, mostLines).map(([from, to]) => (from === to ? String(from) : `${from}–${to}`));
  const rest = runs.slice(mostLines).reduce((sum, [from, to]) => sum + to - from + 1, 0);
  return rest > 0 ? l10n.t('{0} and {1} more', shown.join(', '), rest) : shown.join(', ');
}
