import { isCompound, isEnvelopeWord, isErrorStatus, readCode, toPlainText } from './codeText.ts';

/** A code that a text lists, with the text's description of it; empty when there is no description. */
export interface DescribedCode {
  readonly code: string;
  readonly cause: string;
}

/** Characters of a description that are looked into. */
const longestDescription = 100_000;

/** The descriptions of known codes in a description's lists and tables, by code. */
export function describeCodes(description: string, codes: readonly string[]): ReadonlyMap<string, string> {
  const known = new Set(codes);
  const causes = new Map<string, string>();
  if (known.size === 0 || description.length < 3) return causes;
  for (const { code, rest } of readItems(description).flatMap(({ items }) => items)) {
    if (!known.has(code) || causes.has(code)) continue;
    const cause = toPlainText(rest);
    if (cause !== '') causes.set(code, cause);
  }
  return causes;
}

/** Codes that the description of a code's own property lists: as items, in a table, or in a sentence such as `one of`. */
export function listCodes(description: string): readonly DescribedCode[] {
  const lists = readItems(description).filter(({ items, others }) => items.length >= 2 && items.length >= 4 * others);
  const listed = lists.flatMap(({ items }) => toCodes(items));
  return listed.length > 0 ? listed : listInline(description);
}

/** Codes that the description of an error response lists, where it marks them as codes. */
export function listErrorCodes(description: string): readonly DescribedCode[] {
  const labelled = listLabelled(description);
  if (labelled.length > 0) return labelled;
  return readItems(description)
    .filter(
      ({ items, others, lead }) =>
        items.length >= 3 * others && (announcesCodes.test(lead) || (others === 0 && items.length >= 2 && items.every(isMade))),
    )
    .flatMap(({ items }) => toCodes(items.filter(({ code, marked }) => marked || isCompound(code))))
    .filter(({ code }) => isCompound(code) || /^\d{3,}$/.test(code));
}

/** Written in capitals with a separator, as only codes are. */
function isMade({ code }: Item): boolean {
  return /^[A-Z][A-Z\d]*(?:_[A-Z\d]+)+$/.test(code);
}

/** The exception that a description consists of, as documents that are made from AWS models have it: `ConflictException`. */
export function readExceptionName(description: string): string | undefined {
  const name = description.trim();
  return /^[A-Z][A-Za-z\d]{2,100}(?:Exception|Fault)$/.test(name) ? name : undefined;
}

const announcesCodes =
  /\b(?:error|reason|failure)s?[\s_-]*(?:codes?|types?|names?|identifiers?|keys?)\b|\b(?:possible|following|these)\s+(?:errors?|error codes?|codes|reasons)\b|^[\s#*|]*(?:errors?|codes?)\b|\bcodes?\b[^.\n]{0,30}[:：]\s*$/i;

interface Item {
  readonly code: string;
  readonly marked: boolean;
  readonly rest: string;
}

interface ItemList {
  readonly items: readonly Item[];
  /** Items that begin with no code. */
  readonly others: number;
  /** The text before the list. */
  readonly lead: string;
}

/** The lists and tables of a text, each item with the word that it begins with. */
function readItems(description: string): readonly ItemList[] {
  const lines = description
    .slice(0, longestDescription)
    .replace(/<li\b[^<>]{0,200}>/gi, '\n- ')
    .replace(/<br\s{0,9}\/?>|<\/?(?:ul|ol|p)\b[^<>]{0,200}>/gi, '\n')
    .replace(/<\/?(?:code|tt)>/gi, '`')
    .replace(/<\/?(?:b|strong)>/gi, '**')
    .split(/\r?\n/);
  const lists: { items: Item[]; others: number; lead: string }[] = [];
  let list: (typeof lists)[number] | undefined;
  let last: { code: string; marked: boolean; rest: string } | undefined;
  let columns: { code: number; text: number } | undefined;
  let before = '';
  for (const line of lines) {
    const trimmed = line.trim();
    if (trimmed === '') {
      last = undefined;
      columns = undefined;
      continue;
    }
    if (trimmed.startsWith('|')) {
      const cells = readCells(trimmed);
      if (!columns) {
        columns = findColumns(cells);
        list = { items: [], others: 0, lead: `${before}\n${trimmed}`.slice(-200) };
        lists.push(list);
      } else if (!/^[\s|:-]+$/.test(trimmed)) {
        const item = readItem(cells[columns.code] ?? '', true);
        if (item && item.rest === '') list?.items.push({ ...item, rest: cells[columns.text] ?? '' });
        else if (list) list.others++;
      }
      continue;
    }
    columns = undefined;
    const bullet = /^(?:[-*+•]|\d{1,4}[.)])\s+(\S.*)$/.exec(trimmed)?.[1];
    if (bullet === undefined) {
      // A line of an item goes on wherever it begins.
      if (last && !/^(?:#|```|<)/.test(trimmed)) last.rest += ` ${trimmed}`;
      else {
        list = undefined;
        last = undefined;
        before = `${before}\n${trimmed}`.slice(-200);
      }
      continue;
    }
    if (!list) {
      list = { items: [], others: 0, lead: before };
      lists.push(list);
    }
    last = readItem(bullet, false);
    if (last) list.items.push(last);
    else list.others++;
  }
  return lists;
}

const marks: readonly RegExp[] = [
  /^\**`([^`\s]{1,200})`\**/,
  /^\*\*`?([^*\s`]{1,200}?)`?:?\*\*/,
  /^["'“]([^"'”\s]{1,200})["'”]/,
  /^\[`?([^\]\s`]{1,200})`?\]\([^()\s]{0,500}\)/,
];

function readItem(text: string, alone: boolean): { code: string; marked: boolean; rest: string } | undefined {
  const trimmed = text.trim();
  const marked = marks.map((mark) => mark.exec(trimmed)).find((match) => match !== null);
  const match = marked ?? /^([A-Za-z\d][\w./-]{0,199}?)(?=\s*$|\s*:|\s+[-–—=(])/.exec(trimmed);
  if (!match?.[1]) return undefined;
  const rest = trimmed.slice(match[0].length).replace(/^\s{0,9}(?:[:=–—-]>?)?\s{0,9}/, '');
  // A plain `code` may begin a sentence of a list that is about something else: `param` must be set.
  const said = trimmed.slice(match[0].length).trim();
  if (!alone && said !== '' && !/^[:=–—(-]/.test(said) && !/^\*\*.*:\*\*$/.test(match[0])) return undefined;
  return { code: match[1].replace(/:$/, ''), marked: marked !== undefined, rest };
}

function toCodes(items: readonly Item[]): DescribedCode[] {
  return items.flatMap(({ code, rest }) => {
    const read = readCode(code);
    if (read === undefined || isErrorStatus(read) || isEnvelopeWord(read)) return [];
    return [{ code: String(read), cause: toPlainText(rest) }];
  });
}

function readCells(row: string): string[] {
  return row
    .replace(/^\||\|$/g, '')
    .split(/(?<!\\)\|/)
    .map((cell) => cell.trim());
}

/**
 * Finds the columns of a table. A table whose head names no code gives no codes: `code` is then -1, a column that does not
 * exist.
 */
function findColumns(cells: readonly string[]): { code: number; text: number } {
  const names = cells.map((cell) => toPlainText(cell).toLowerCase());
  const code = names.findIndex((name) =>
    /^(?:error ?)?(?:code|name|type|key|id|slug|identifier|value|enum|issue|error|reason)s?$/.test(name),
  );
  const text = names.findIndex(
    (name, index) => index !== code && /desc|mean|message|cause|reason|detail|explan|when|text/.test(name),
  );
  return { code, text: text === -1 ? code + 1 : text };
}

/** Two words or more in marks, one after the other, where the text introduces them as the values. */
function listInline(description: string): readonly DescribedCode[] {
  const text = description.slice(0, longestDescription);
  const words = [...text.matchAll(/`([^`\s]{2,200})`|"([^"\s]{2,200})"/g)];
  const found: DescribedCode[] = [];
  let run: typeof words = [];
  const close = (): void => {
    const first = run[0];
    const lead = first ? text.slice(Math.max(0, first.index - 80), first.index) : '';
    if (run.length >= 2 && /\b(?:one of|values?|codes?|either|can be|may be)\b[^.]*$/i.test(lead)) {
      found.push(...toCodes(run.map((match) => ({ code: match[1] ?? match[2] ?? '', marked: true, rest: '' }))));
    }
    run = [];
  };
  for (const word of words) {
    const last = run.at(-1);
    const gap = last ? text.slice(last.index + last[0].length, word.index) : '';
    if (last && (gap.length > 12 || !/^[\s,|/]*(?:or|and)?[\s,]*$/.test(gap))) close();
    run.push(word);
  }
  close();
  return found;
}

/** `Error Code: 1010` with its text behind it, once or several times. */
function listLabelled(description: string): readonly DescribedCode[] {
  const text = description.slice(0, longestDescription).replace(/<br\s{0,9}\/?>/gi, '\n');
  const labels = [...text.matchAll(/\berror[ _-]?codes?\**[ \t]?:[ \t]?\**[ \t]?[`"'*]{0,3}([\w./-]{2,200})[`"'*]{0,3}/gi)];
  return labels.flatMap((label, index) => {
    const code = label[1] ?? '';
    if (!/^\d{2,}$/.test(code) && !isCompound(code)) return [];
    const from = label.index + label[0].length;
    const until = Math.min(labels[index + 1]?.index ?? text.length, from + 2_000);
    const [paragraph = ''] = text
      .slice(from, until)
      .trim()
      .replace(/^[-:,.–—\s]{0,9}/, '')
      .split(/\n\s*\n|\*\*\s*$/);
    return toCodes([{ code, marked: true, rest: paragraph.replace(/\*\*\s*$/, '') }]);
  });
}
