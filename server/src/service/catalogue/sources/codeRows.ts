import * as l10n from '@vscode/l10n';
import type { StatusPattern } from '../../types.ts';
import type { CatalogueFileCode } from '../catalogueFile.ts';
import { mostCodes } from './createReading.ts';
import { type CodeRow, codeProperties, describesCode, nameOfNumber, readCodeRow } from './codeRow.ts';
import { codeIn, isEnvelopeWord, isErrorStatus, readCode, readStatus, readText, statusIn } from './codeText.ts';
import { canBeCode } from './page/codeShape.ts';
import { meansSuccess } from './page/tables/headerWords.ts';
import { codeKind, firstKindBesideMessage, firstWeakKind, normalizeName, strongKind } from './errorProperties.ts';
import { textAt, valueAt } from './placedAccess.ts';
import type { Placed, PlacedList, PlacedMap } from './placed.ts';
import { areCodes, areKeys, areStatuses, isNumber, toCode } from './rowCodes.ts';
import { isAboutCodes, isAside, isContainer, isOtherReason, nameOf, toGroupId } from './rowNames.ts';
import { readSchemaRow } from './schemaRows.ts';

/** A code of a list, with its offset. */
export interface ListedCode {
  readonly entry: CatalogueFileCode;
  readonly place: number;
}

/** The content of the lists of codes in a document. */
export interface CodeRows {
  readonly codes: readonly ListedCode[];
  readonly groups: Readonly<Record<string, string>>;
  /** How many lists and tables they come from. */
  readonly lists: number;
  /** The parts that were left out, each with its offset. */
  readonly notes: readonly { readonly place: number; readonly message: string }[];
}

/** A key and what is below it. */
type Entry = readonly [string, { readonly keyOffset: number; readonly value: Placed }];

interface Surroundings {
  /** Whether names on the way show that it is about error codes. */
  readonly about: boolean;
  readonly group: string | undefined;
  readonly status: StatusPattern | undefined;
  readonly depth: number;
}

const deepest = 12;
const mostNotes = 10;

/** Finds lists of codes in a document, below any key. `about`: the document's name shows that it is about errors. */
export function readCodeRows(root: Placed, about: boolean): CodeRows {
  const codes: ListedCode[] = [];
  const groups: Record<string, string> = {};
  const notes: { place: number; message: string }[] = [];
  const seen = new Set<Placed>();
  let lists = 0;
  let left = 0;

  const add = (code: string | number, place: number, row: CodeRow, around: Surroundings): void => {
    if (codes.length >= mostCodes) {
      left++;
      return;
    }
    const { group: own, ...fields } = row;
    const title = own ?? around.group;
    const id = title === undefined ? '' : toGroupId(title);
    if (title !== undefined && id !== '') groups[id] ??= title;
    const status = fields.status ?? around.status;
    codes.push({
      entry: { code, ...fields, ...(status === undefined ? {} : { status }), ...(id === '' ? {} : { groups: [id] }) },
      place,
    });
  };

  const note = (place: number, message: string): void => {
    if (notes.length < mostNotes && !notes.some((each) => each.message === message)) notes.push({ place, message });
  };

  const noteNames = ({ offset }: Placed): void =>
    note(offset, l10n.t('A list of names is left out: nothing around it mentions errors.'));
  const noteStatuses = ({ offset }: Placed): void =>
    note(offset, l10n.t('A list of HTTP statuses contains no error codes and is left out.'));

  const visit = (node: Placed, around: Surroundings): void => {
    if (around.depth > deepest || node.kind === 'scalar' || seen.has(node)) return;
    seen.add(node);
    if (node.kind === 'list') readList(node, around);
    else readMap(node, around);
  };

  const readList = (list: PlacedList, around: Surroundings): void => {
    const rows = list.items.filter((item) => item.kind === 'map');
    if (rows.length === 0) {
      const words = around.about ? list.items.flatMap((item) => codeIn(item) ?? []) : [];
      if (words.length === list.items.length && areCodes(words, firstWeakKind)) {
        lists++;
        for (const [index, code] of words.entries()) add(code, list.items[index]?.offset ?? 0, { cause: '' }, around);
      } else for (const item of list.items) visit(item, { ...around, depth: around.depth + 1 });
      return;
    }
    const name = findCodeProperty(rows, around.about);
    if (name === undefined) {
      if (!around.about && findCodeProperty(rows, true) !== undefined) noteNames(list);
      for (const row of rows) visit(row, { ...around, group: nameOf(row) ?? around.group, depth: around.depth + 1 });
      return;
    }
    const cells = rows.flatMap((row) => {
      const cell = valueAt(row, name);
      const code = codeIn(cell);
      return cell && code !== undefined ? [{ row, code, place: cell.offset }] : [];
    });
    if (areStatuses(cells.map(({ code }) => code))) {
      noteStatuses(list);
      return;
    }
    lists++;
    const without = rows.length - cells.length;
    if (without === 1) note(list.offset, l10n.t('One row of the list has no code that can be used ("{0}").', name));
    else if (without > 1) note(list.offset, l10n.t('{0} rows of the list have no code that can be used ("{1}").', without, name));
    for (const { row, code, place } of cells) {
      const named = isNumber(code) ? nameOfNumber(row, name) : undefined;
      const read = { ...readCodeRow(row, name), ...(named === undefined ? {} : { name: named }) };
      // Some APIs count from 0, most call success so.
      const isError = code === 0 ? !/^$|success|\bok\b|no error/i.test(read.cause) : !isEnvelopeWord(code);
      if (isError) add(code, place, read, around);
    }
  };

  const readMap = (map: PlacedMap, around: Surroundings): void => {
    const values = around.about || isAboutCodes(textAt(map, 'title') ?? '') ? readSchemaRow(map) : undefined;
    if (values && isOtherReason(around.group ?? '', textAt(map, 'description') ?? '')) {
      noteNames(map);
      return;
    }
    if (values) {
      const codesOfSchema = values.map(({ code }) => code);
      if (!areCodes(codesOfSchema, firstWeakKind)) return;
      lists++;
      for (const { code, cause, name, place } of values) add(code, place, { cause, ...(name !== undefined && { name }) }, around);
      return;
    }
    const own = around.depth > 0 || describesCode(map) ? findCodeProperty([map], around.about) : undefined;
    if (own !== undefined && codeKind(own) === strongKind && describesCode(map)) {
      readList({ kind: 'list', offset: map.offset, items: [map] }, around);
      return;
    }
    const entries = [...map.entries].filter(([key]) => !isAside(key));
    const about = (key: string): boolean => around.about || isAboutCodes(key);
    const rows = entries.filter(([key, { value }]) => describesCode(value) && readCode(key) !== undefined && !isContainer(key));
    const texts = entries.filter(([, { value }]) => value.kind === 'scalar');
    const keys = rows.map(([key]) => key);
    const isTable = areKeys(keys, around.about);
    if (
      isTable &&
      areStatuses(keys) &&
      rows.every(([, { value }]) => !holdsRows(value)) &&
      rows.filter(([key, { value }]) => holdsOtherStatus(key, value)).length * 5 < rows.length * 4
    ) {
      noteStatuses(map);
      return;
    }
    if (isTable) {
      lists++;
      for (const [key, { value, keyOffset }] of rows) readKeyedRow(key, keyOffset, value as PlacedMap, around);
    } else if (texts.length * 2 > entries.length) readTexts(texts, map, around);
    const taken = new Set(isTable ? keys : []);
    for (const [key, { value }] of entries) {
      if (taken.has(key)) continue;
      const status = /^[45]/.test(key) ? readStatus(key) : undefined;
      const group = status !== undefined || isContainer(key) ? around.group : key;
      visit(value, { about: about(key), group, status: status ?? around.status, depth: around.depth + 1 });
    }
  };

  /** `USER_MISSING: { code: 1001, message: … }`: answers contain the row's own code, unless it is a status. */
  const readKeyedRow = (key: string, keyOffset: number, row: PlacedMap, around: Surroundings): void => {
    const name = codeProperties(row).find((each) => codeKind(each) === strongKind);
    const cell = name === undefined ? undefined : valueAt(row, name);
    const inner = codeIn(cell);
    const status = inner === undefined ? undefined : readStatus(inner);
    if (cell && inner !== undefined && status === undefined)
      add(inner, cell.offset, { ...readCodeRow(row, name), ...(isNumber(inner) && canBeCode(key) ? { name: key } : {}) }, around);
    else {
      const read = readCodeRow(row, name);
      add(toCode(key), keyOffset, { ...(status === undefined ? {} : { status }), ...read }, around);
    }
  };

  /** `CARD_DECLINED: The card was declined`, or a status for each code. */
  const readTexts = (texts: readonly Entry[], map: PlacedMap, around: Surroundings): void => {
    const keys = texts.map(([key]) => key);
    if (areStatuses(keys)) {
      if (texts.length > 1) noteStatuses(map);
      return;
    }
    const numbers = texts.filter(([, { value }]) => value.kind === 'scalar' && Number.isSafeInteger(value.value));
    if (
      around.about &&
      numbers.length === texts.length &&
      keys.every((key) => /^[A-Za-z][\w-]*$/.test(key)) &&
      !areStatuses(numbers.map(([, { value }]) => (value.kind === 'scalar' ? String(value.value) : '')))
    ) {
      readNumbers(texts, around);
      return;
    }
    if (!areKeys(keys, around.about)) return;
    const sentences = texts.filter(([, { value }]) => /\S\s+\S/.test(readText(value) ?? ''));
    const statuses = texts.filter(([, { value }]) => value.kind === 'scalar' && isErrorStatus(String(value.value)));
    if (!around.about && (texts.length < 2 || sentences.length * 2 < texts.length)) return;
    if (sentences.length === 0 && statuses.length < texts.length && !keys.every((key) => /^-?\d+$/.test(key))) return;
    lists++;
    for (const [key, { keyOffset, value }] of texts) {
      const status = statusIn(value);
      const cause = readText(value) ?? '';
      if (/^-?\d+$/.test(key) && meansSuccess(cause)) continue;
      add(toCode(key), keyOffset, status === undefined ? { cause } : { cause: '', status }, around);
    }
  };

  /** `NOT_FOUND: -249`: numbers with their names. */
  const readNumbers = (texts: readonly Entry[], around: Surroundings): void => {
    lists++;
    for (const [name, { value }] of texts) {
      const code = codeIn(value);
      if (code === undefined || /^(?:ok|success|no_?error)$/i.test(name)) continue;
      add(code, value.offset, { cause: '', ...(canBeCode(name) ? { name } : {}) }, around);
    }
  };

  visit(root, { about, group: undefined, status: undefined, depth: 0 });
  if (left > 0) note(root.offset, l10n.t('The document has {0} codes; the first {1} are read.', codes.length + left, mostCodes));
  return { codes, groups, lists, notes };
}

/** The property with the code in most rows; undefined when the rows are about something else. */
function findCodeProperty(rows: readonly PlacedMap[], about: boolean): string | undefined {
  const counts = new Map<string, number>();
  const first = rows.slice(0, 50);
  for (const row of first) for (const name of codeProperties(row)) counts.set(name, (counts.get(name) ?? 0) + 1);
  const described = about || first.filter(describesCode).length * 2 >= first.length;
  if (!described) return undefined;
  const kindOf = (name: string): number => codeKind(name) ?? 7;
  const names = [...counts]
    .filter(([name, count]) => count * 5 >= first.length * 3 && (about || isCodeAnywhere(name)))
    .sort((one, other) => kindOf(one[0]) - kindOf(other[0]));
  return names
    .map(([name]) => name)
    .find((name) => {
      const values = first.flatMap((row) => {
        const cell = row.entries.get(name)?.value;
        return cell?.kind === 'scalar' && cell.value !== null ? [cell.value] : [];
      });
      const codes = values.map(readCode).filter((code) => code !== undefined);
      if (codes.length * 5 < values.length * 3) return false;
      // Beside a different property for the code, a status is only the status.
      return areCodes(codes, kindOf(name)) || (areStatuses(codes) && kindOf(name) === strongKind && names.length === 1);
    });
}

/** Whether a property is one of codes also where nothing mentions errors: lists of anything have a `name` or an `id`. */
function isCodeAnywhere(name: string): boolean {
  const kind = codeKind(name);
  return kind === undefined ? normalizeName(name).endsWith('code') : kind < firstKindBesideMessage;
}

/** Whether a row has a status that is not its key: `"100": { "status": 404 }`. */
function holdsOtherStatus(key: string, value: Placed): boolean {
  const { status } = value.kind === 'map' ? readCodeRow(value, undefined) : {};
  return status !== undefined && String(status) !== key;
}

function holdsRows(value: Placed): boolean {
  return value.kind === 'map' && [...value.entries.values()].some((entry) => entry.value.kind !== 'scalar');
}
