import { mentionsTerm } from './headerTerms.ts';
import { normaliseHeader } from './headerWords.ts';
import type { Column } from './tableColumn.ts';

/** The column with the values of constants: `late_map` under `Value`, beside `LateMap` under `Name`. */
export function valueOf(names: Column, columns: readonly Column[]): Column | undefined {
  const plain = ({ texts }: Column): readonly string[] => texts.map((text) => text.toLowerCase().replace(/[^a-z\d]/g, ''));
  const known = plain(names);
  const isSame = (column: Column): boolean =>
    plain(column).filter((text, index) => text === known[index]).length >= known.length * 0.8;
  return columns.find((column) => column !== names && /^values?$/.test(normaliseHeader(column.header)) && isSame(column));
}

/** Whether a second column of statuses has numbers of the API's own: `4001` under `Status code`, beside `400` under `HTTP status`. */
export function holdsOwnNumbers(column: Column, status: Column | undefined): boolean {
  const isOwn = column.role === 'status' && column.numbers >= 0.6 && column.registered < 0.3 && column.distinct >= 0.9;
  return isOwn && status !== undefined && status.registered >= 0.85;
}

/** The numbers that the words of a column are the names of: `Code` beside `Error`. Undefined where the words are the codes. */
export function numberBeside(words: Column, candidates: readonly Column[], columns: readonly Column[]): Column | undefined {
  if (words.numbers + words.statuses > 0.3) return undefined;
  const isSure = /\b(string|machine|symbolic|text) |\bstring$|\bcodes?$/.test(normaliseHeader(words.header));
  const value =
    words.unmistakable >= 0.9 && words.strength >= 2
      ? columns.find((column) => column !== words && holdsValues(column, words))
      : undefined;
  return (
    value ??
    candidates.find(
      (column) =>
        column !== words &&
        column.strength >= 2 &&
        !(isSure && words.strength >= column.strength) &&
        column.numbers + column.statuses >= 0.8 &&
        column.filled >= words.filled * 0.8 &&
        column.distinct >= 0.9,
    )
  );
}

/** Whether a column has the numbers of constants: `Value` beside `Error code`, over -100 and -101. */
function holdsValues({ header, numbers, statuses, filled, distinct }: Column, words: Column): boolean {
  const said = normaliseHeader(header);
  return (
    (/^(?:(?:numeric|integer|int|decimal|hex) )?(?:values?|numbers?|numeric)$|^(?:numeric|integer|int|decimal) codes?$/.test(
      said,
    ) ||
      mentionsTerm(said, 'value')) &&
    numbers + statuses >= 0.9 &&
    filled >= words.filled * 0.9 &&
    distinct >= 0.9
  );
}
