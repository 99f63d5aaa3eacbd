import { withoutUndefined } from '../../../shared/withoutUndefined.ts';
import type { StatusPattern } from '../../types.ts';
import type { CatalogueFileCode } from '../catalogueFile.ts';
import { isCompound, isErrorStatus, joinSentences, readStatus, readText, statusOfPhrase } from './codeText.ts';
import { codeKind, normalizeName } from './errorProperties.ts';
import { canBeCode } from './page/codeShape.ts';
import type { Placed, PlacedMap } from './placed.ts';

const causeNames = names(
  'description message cause detail details summary explanation meaning definition text title msg error_message error_description errmsg short_message reason help content comment label phrase doc documentation name error',
);
const causesNames = names('causes possible_causes cause causes_list why');
const remedyNames = names(
  'solutions solution possible_solutions remedy remediation resolution resolutions action recommended_action actions fix how_to_fix mitigation workaround suggestion suggestions recommendation',
);
const docsNames = names(
  'docs doc doc_url docs_url documentation documentation_url url link href help_url more_info more_info_url reference',
);
const statusNames = names(
  'http_status http_status_code http_code http_response_code http status_code status statuses response_code response_status',
);
const groupNames = names('category group section domain module area');

function names(words: string): readonly string[] {
  return words.split(' ').map(normalizeName);
}

function isTranslated(row: PlacedMap): boolean {
  const entries = [...row.entries];
  return (
    entries.length > 0 &&
    entries.every(([name, { value }]) => /^[a-z]{2}(?:[-_][A-Za-z]{2})?$/.test(name) && value.kind === 'scalar')
  );
}

/** The facts of a code in an object, except for the code itself; `group` is the title above the list. */
export type CodeRow = Omit<CatalogueFileCode, 'code' | 'groups'> & { readonly group?: string };

/** Reads a row of a list of codes. `codeName` is the property with its code, undefined when the code is the row's key. */
export function readCodeRow(row: PlacedMap, codeName: string | undefined): CodeRow {
  const fields = new Map([...row.entries].map(([name, { value }]) => [normalizeName(name), value]));
  if (codeName !== undefined) fields.delete(normalizeName(codeName));
  const said = isTranslated(row) ? findText(new Map([['text', row]]), ['text']) : findText(fields, causeNames);
  const causes = findText(fields, causesNames);
  const cause = joinSentences([...new Set([said, causes])].filter((text) => text !== undefined));
  const remedy = findText(fields, remedyNames);
  const docs = findLink(fields);
  const status = findStatuses(fields, codeName);
  const group = groupNames
    .map((name) => fields.get(name))
    .map(readText)
    .find((text) => text !== undefined);
  const [first] = status;
  return {
    cause,
    ...(first === undefined ? {} : { status: status.length === 1 ? first : status }),
    ...withoutUndefined({ remedy, docs, group }),
  };
}

/** The name that a row gives to its number: `MAP_LOST` beside 1001. Undefined where the row has none. */
export function nameOfNumber(row: PlacedMap, codeName: string): string | undefined {
  for (const [name, { value }] of row.entries) {
    if (name === codeName || !/^(?:constant|symbol|name|key|identifier|enum|error|error_?(?:name|key))$/i.test(name)) continue;
    const text = value.kind === 'scalar' ? value.value : undefined;
    if (typeof text === 'string' && canBeCode(text) && isCompound(text)) return text;
  }
  return undefined;
}

/** Whether an object's properties describe a code: a text about it, one in several languages, or a status. */
export function describesCode(row: Placed): boolean {
  if (row.kind !== 'map' || isSchema(row)) return false;
  if (isTranslated(row)) return true;
  const described = new Set([...causeNames.slice(0, -4), ...causesNames, ...remedyNames, ...statusNames]);
  return [...row.entries].some(([name, { value }]) => described.has(normalizeName(name)) && value.kind !== 'map');
}

/** Whether an object is a schema of JSON, which has a title or a description as well. */
function isSchema({ entries }: PlacedMap): boolean {
  const type = entries.get('type')?.value;
  return (
    ['$ref', 'allOf', 'anyOf', 'oneOf', 'properties'].some((name) => entries.has(name)) ||
    (type?.kind === 'scalar' && /^(?:object|array|string|integer|number|boolean)$/.test(String(type.value)))
  );
}

/** Whether a property's name shows that its value is a code: `errno`, `meta_code`; not that of a currency. */
function namesCode(name: string): boolean {
  if (/^(?:http|status|country|currency|language|lang|response|region|locale|postal|zip|area|bank|color|exit)/.test(name))
    return false;
  return /^(?:value|errno|number|code(?:string|name|value|number|id)|constant|enum|symbol)$|.code$/.test(name);
}

/** The properties that may contain a row's code, the most likely first. */
export function codeProperties(row: PlacedMap): readonly string[] {
  const rank = (name: string): number | undefined => codeKind(name) ?? (namesCode(normalizeName(name)) ? 7 : undefined);
  return [...row.entries]
    .filter(([, { value }]) => value.kind === 'scalar')
    .map(([name]) => ({ name, rank: rank(name) }))
    .filter((each): each is { name: string; rank: number } => each.rank !== undefined)
    .sort((one, other) => one.rank - other.rank)
    .map(({ name }) => name);
}

function findText(fields: ReadonlyMap<string, Placed>, wanted: readonly string[]): string | undefined {
  for (const name of wanted) {
    const field = fields.get(name);
    // Texts by language: the English one, else the first.
    const text = readText(field?.kind === 'map' ? (field.entries.get('en') ?? [...field.entries.values()][0])?.value : field);
    if (text !== undefined && !/^https?:\/\/\S+$/.test(text)) return text;
  }
  return undefined;
}

function findLink(fields: ReadonlyMap<string, Placed>): string | undefined {
  for (const name of docsNames) {
    const field = fields.get(name);
    if (field?.kind === 'scalar' && typeof field.value === 'string' && /^https:\/\/\S{1,2000}$/.test(field.value))
      return field.value;
  }
  return undefined;
}

/** The statuses of a row. Beside `error_code`, a `code` that HTTP has is the status. */
function findStatuses(fields: ReadonlyMap<string, Placed>, codeName: string | undefined): readonly StatusPattern[] {
  for (const name of codeName === undefined ? statusNames : [...statusNames, 'code']) {
    const field = fields.get(name);
    if (name === 'code' && !(field?.kind === 'scalar' && isErrorStatus(String(field.value)))) continue;
    const values = field?.kind === 'list' ? field.items.slice(0, 20) : field ? [field] : [];
    const statuses = values.flatMap((value) => {
      const given = value.kind === 'scalar' ? value.value : undefined;
      return readStatus(given) ?? (typeof given === 'string' ? statusOfPhrase(given) : undefined) ?? [];
    });
    if (statuses.length > 0) return [...new Set(statuses)];
  }
  return [];
}
