import { describeCodes, listCodes } from './codeDescriptions.ts';
import { codeIn, readText } from './codeText.ts';
import { canBeCode } from './page/codeShape.ts';
import type { Located, References } from './openapiReferences.ts';
import { listAt, mapAt, textAt, valueAt } from './placedAccess.ts';
import type { Placed, PlacedList } from './placed.ts';

/** A value that a schema lists. */
export interface ListedValue {
  readonly code: string | number;
  /** Empty when the schema describes nothing. */
  readonly cause: string;
  readonly place: number;
  /** The name of a number. */
  readonly name?: string;
  /** The status that is fixed beside it. */
  readonly status?: number;
}

/** The values of one list: `owner` is that list, even when several schemas share it. */
export interface ValueList {
  readonly owner: Placed;
  readonly values: readonly ListedValue[];
}

/** The values in a property's schema. */
export interface PropertyValues {
  readonly lists: readonly ValueList[];
  /** Single values in `example`, `examples` and `default`. */
  readonly examples: readonly ListedValue[];
  /** Whether its value is a text or a number, and no object. */
  readonly scalar: boolean;
}

/** Schemas inside each other that are looked into. */
const deepest = 100;

/** Reads `enum`, `const` and their relatives in a property's schema, through `$ref`, `allOf`, `oneOf`, `anyOf` and `items`. */
export function readPropertyValues(references: References, schema: Located, allowed: () => boolean): PropertyValues {
  const lists: ValueList[] = [];
  const examples: ListedValue[] = [];
  const seen = new Set<Placed>();
  let scalar = false;
  const visit = (given: Located, described: string, depth: number): void => {
    const located = references.follow(given);
    if (!located || seen.has(located.node) || depth > deepest || !allowed()) return;
    seen.add(located.node);
    const { node } = located;
    if (node.kind !== 'map') return;
    const type = valueAt(node, 'type');
    if (type?.kind === 'scalar' && type.value !== 'object' && type.value !== 'array') scalar = true;
    const own = textAt(node, 'description') ?? '';
    const outer = given.node === node ? '' : (textAt(given.node, 'description') ?? '');
    const description = [own, outer, described].filter((text) => text !== '').join('\n\n');
    const list = readEnum(references, located, description) ?? readDescribedList(located, own === '' ? outer : own);
    if (list && list.values.length > 0) lists.push(list);
    for (const key of ['example', 'default', 'examples']) {
      const value = references.child(located, key);
      const values = value?.node.kind === 'list' ? references.children(value).map(([, each]) => each) : value ? [value] : [];
      for (const each of values) {
        const code = codeIn(each.node);
        if (code !== undefined) examples.push({ code, cause: '', place: each.place });
      }
    }
    for (const key of ['allOf', 'oneOf', 'anyOf']) {
      const branches = references.child(located, key);
      if (!branches) continue;
      const constants = key === 'allOf' ? undefined : readConstants(references, branches);
      if (constants) lists.push(constants);
      else for (const [, branch] of references.children(branches)) visit(branch, description, depth + 1);
    }
    const items = references.child(located, 'items');
    // A list of codes. A list of objects is read where its properties are asked for.
    if (items && !mapAt(items.node, 'properties')) visit(items, description, depth + 1);
  };
  visit(schema, '', 0);
  return { lists, examples, scalar };
}

function readEnum(references: References, located: Located, description: string): ValueList | undefined {
  const { node } = located;
  const constant = references.child(located, 'const');
  const microsoft = listAt(valueAt(node, 'x-ms-enum'), 'values');
  const values =
    references.child(located, 'enum') ?? references.child(located, 'x-extensible-enum') ?? references.child(located, 'x-enum');
  if (constant) {
    const code = codeIn(constant.node);
    if (code === undefined) return undefined;
    const cause = describeCodes(description, [String(code)]).get(String(code)) ?? '';
    return { owner: constant.node, values: [{ code, cause, place: constant.place }] };
  }
  if (values?.node.kind !== 'list') return undefined;
  const listed = references.children(values).flatMap(([index, each]) => {
    const code = codeIn(each.node);
    return code === undefined ? [] : [{ code, place: each.place, index: Number(index) }];
  });
  const words = listed.map(({ code }) => String(code));
  const told = describeCodes(description, words);
  const extension = extensionOf(node);
  const causes = new Map<string, string>();
  for (const item of microsoft?.items ?? []) {
    const value = valueAt(item, 'value');
    const text = readText(valueAt(item, 'description'));
    if (value?.kind === 'scalar' && text) causes.set(String(value.value), text);
  }
  const names = valueAt(node, 'x-enum-varnames');
  return {
    owner: values.node,
    values: listed.map(({ code, place, index }) => {
      const given = extension?.kind === 'list' ? itemOf(extension, code, index) : valueAt(extension, String(code));
      const name = typeof code === 'number' && names?.kind === 'list' ? readText(names.items[index]) : undefined;
      return {
        code,
        cause: readDescribed(given) ?? causes.get(String(code)) ?? told.get(String(code)) ?? '',
        place,
        ...named(name),
      };
    }),
  };
}

function named(name: string | undefined): Pick<ListedValue, 'name'> {
  return name !== undefined && canBeCode(name) ? { name } : {};
}

/** The extension that describes an enum's values: `x-enum-descriptions`, `x-enumNames`, `x-enum-elements` and the like. */
function extensionOf(node: Placed): Placed | undefined {
  if (node.kind !== 'map') return undefined;
  const ranks = [/descriptions?$/, /elements|values|details|metadata|meta|labels|members$/, /names?$/];
  for (const rank of ranks) {
    for (const [key, { value }] of node.entries) {
      const name = key.toLowerCase().replaceAll('-', '');
      if (name.startsWith('xenum') && !name.endsWith('varnames') && rank.test(name) && value.kind !== 'scalar') return value;
    }
  }
  return undefined;
}

/** The description of a value among objects that name it, else the one at its place. */
function itemOf({ items }: PlacedList, code: string | number, index: number): Placed | undefined {
  const named = items.find((item) =>
    ['value', 'code', 'key', 'name', 'const', 'enum'].some((key) => codeIn(valueAt(item, key)) === code),
  );
  return named ?? items[index];
}

/** A text, or the text in an object. */
function readDescribed(node: Placed | undefined): string | undefined {
  if (node?.kind !== 'map') return readText(node);
  return ['description', 'message', 'summary', 'text', 'title', 'label', 'detail']
    .map((key) => readText(valueAt(node, key)))
    .find((text) => text !== undefined);
}

/**
 * `oneOf: [{ const, description }, …]`, as JSON Schema describes the values of an enum; undefined when a branch is no constant.
 */
function readConstants(references: References, branches: Located): ValueList | undefined {
  const values: ListedValue[] = [];
  for (const [, branch] of references.children(branches)) {
    const located = references.follow(branch);
    const single = references.child(located, 'const') ?? singleOf(references, references.child(located, 'enum'));
    const code = codeIn(single?.node);
    if (!located || !single || code === undefined) return undefined;
    const cause = readText(valueAt(located.node, 'description')) ?? readText(valueAt(located.node, 'title')) ?? '';
    values.push({ code, cause: cause === String(code) ? '' : cause, place: single.place });
  }
  return values.length > 0 ? { owner: branches.node, values } : undefined;
}

function singleOf(references: References, list: Located | undefined): Located | undefined {
  const items = references.children(list);
  return list?.node.kind === 'list' && items.length === 1 ? items[0]?.[1] : undefined;
}

/** Codes that are only listed in the property's description. */
function readDescribedList(located: Located, description: string): ValueList | undefined {
  const node = valueAt(located.node, 'description');
  if (description === '' || !node) return undefined;
  const place = located.place === located.node.offset ? node.offset : located.place;
  const values = listCodes(description).map(({ code, cause }) => ({ code, cause, place }));
  return { owner: node, values };
}
