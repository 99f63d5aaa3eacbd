import type { StatusPattern } from '../../../types.ts';
import { type CodeCell, readCodeCell } from './tables/codeCell.ts';
import { dropCharacters, joinRuns, plainTextOf, type RichText, sliceRun } from './richText.ts';
import { isReason, isStatusText, readStatuses } from './statusText.ts';

/** The beginning of an item or heading that names codes, and the text after it. */
export interface CodeHead extends CodeCell {
  /** Plain text without the sign that separates it from the head. */
  readonly rest: string;
  /** Only the markup of the code shows where the head ends. */
  readonly loose: boolean;
}

/** A head of codes that were found without their markup. @param loose where the head ends is not certain */
export function headOf(words: CodeHead['words'], rest: string, loose = false): CodeHead {
  return { words, families: [], statuses: [], prose: false, rest, loose };
}

const separator = /\s[-–—→=|]{1,3}>?\s|[:：](?=\s|$)|\n|\s->\s|：/g;

/** Reads `CODE: text`, `CODE (404) – text`, `401 — CODE`, `CODE`; undefined when the text begins with no code. */
export function readCodeHead(text: RichText): CodeHead | undefined {
  const joined = joinRuns(text).slice(0, 400);
  const codes = spansOfCode(text);
  const ends = [...joined.matchAll(separator)].filter(({ index }) => !codes.some(([from, to]) => index >= from && index < to));
  // `401 — CODE — text`: the code may be in the second part.
  for (const [at, end] of [...ends.slice(0, 2), undefined].entries()) {
    const head = end ? takeCharacters(text, end.index) : text;
    if (end === undefined && joined.length >= 400) break;
    const cell = readCodeCell(head);
    const isFamilyHead = cell.families.length > 0;
    if ((cell.words.length > 0 || isFamilyHead) && !(cell.prose && !isFamilyHead) && isHead(head)) {
      return withRest(cell, end ? plainTextOf(dropCharacters(text, end.index + end[0].length)) : '', false);
    }
    if (!isStatusText(plainTextOf(head)) && !/^(?:error|code|error code)$/i.test(plainTextOf(head)) && at === 0 && end) break;
  }
  return readLoose(text);
}

/** Only codes, statuses and words in parentheses: no sentence that mentions a code. */
function isHead(head: RichText): boolean {
  const beside = head
    .filter((run) => !run.code)
    .map((run) => run.text)
    .join(' ')
    .replace(/\([^()]{0,200}\)/g, ' ');
  if (!head.some((run) => run.code)) return true;
  if (isReason(beside.replace(/\d{3}|[-–—:|]/g, ' ').trim())) return true;
  return beside.split(/\s+/).every((word) => !/\p{L}{2}/u.test(word) || besideCodes.test(word));
}

/** Words beside a code that make no sentence. */
const besideCodes =
  /^(?:or|and|error|http|code|bad|request|not|found|unauthorized|forbidden|conflict|internal|server|too|many|requests|standard)[:：.,]?$/i;

/** `**CODE** text` and `` `CODE` text``: the code's own markup ends the head. */
function readLoose(text: RichText): CodeHead | undefined {
  const first = text.findIndex((run) => run.text.trim() !== '');
  const run = text[first];
  if (!run || !(run.code || run.strong)) return undefined;
  const cell = readCodeCell([run]);
  if (cell.words.length !== 1 || cell.prose) return undefined;
  return withRest(cell, plainTextOf(text.slice(first + 1)), true);
}

function withRest(cell: CodeCell, after: string, loose: boolean): CodeHead {
  let rest = after;
  let statuses: readonly StatusPattern[] = cell.statuses;
  // `(404) – text`, `404 - text`, `404`: the status is no part of the description.
  const enclosed = /^[([]([^()[\]]{1,60})[)\]]\s{0,3}[-–—:→]{0,2}\s{0,3}/.exec(rest);
  const leading = /^(?:HTTP )?[1-5](?:\d\d|xx)(?:\s{0,2}[/,]\s{0,2}[1-5](?:\d\d|xx))*(?:\s{0,3}[-–—:,]{1,2}\s{1,3}|$)/i.exec(
    rest,
  );
  if (enclosed && readStatuses(enclosed[1] ?? '').length > 0) {
    if (statuses.length === 0) statuses = readStatuses(enclosed[1] ?? '');
    rest = rest.slice(enclosed[0].length);
  } else if (leading) {
    if (statuses.length === 0) statuses = readStatuses(leading[0]);
    rest = rest.slice(leading[0].length);
  } else if (statuses.length === 0 && isStatusText(rest)) {
    statuses = readStatuses(rest);
    rest = '';
  }
  return { ...cell, statuses, rest: rest.replace(/^[\s\-–—:→=|.,]+/, ''), loose };
}

function spansOfCode(text: RichText): [number, number][] {
  const spans: [number, number][] = [];
  let at = 0;
  for (const run of text) {
    if (run.code) spans.push([at, at + run.text.length]);
    at += run.text.length;
    if (at > 400) break;
  }
  return spans;
}

function takeCharacters(text: RichText, count: number): RichText {
  const taken = [];
  let left = count;
  for (const run of text) {
    if (left <= 0) break;
    taken.push(run.text.length > left ? sliceRun(run, 0, left) : run);
    left -= run.text.length;
  }
  return taken;
}
