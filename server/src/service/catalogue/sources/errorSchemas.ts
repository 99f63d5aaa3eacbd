import {
  codeKind,
  codeKinds,
  firstKindBesideMessage,
  firstWeakKind,
  holdsErrors,
  isErrorName,
  isMessageName,
  messageNames,
  namesErrorCode,
  statusNames,
  strongKind,
  typeKind,
} from './errorProperties.ts';
import {
  isCompound,
  isEnvelopeWord,
  isErrorStatus,
  isExampleCode,
  isReasonPhrase,
  readCode,
  readText,
  statusIn,
} from './codeText.ts';
import { type ListedValue, readPropertyValues, type ValueList } from './enumeratedValues.ts';
import type { Located, References } from './openapiReferences.ts';
import { listAt, textAt, valueAt } from './placedAccess.ts';
import type { Placed } from './placed.ts';

/** The codes in the schema of an error response. */
export interface SchemaCodes {
  readonly lists: readonly ValueList[];
  readonly examples: readonly ListedValue[];
  /** Properties that contain codes, but do not list them. */
  readonly unlisted: readonly string[];
  /** Examples of whole bodies in the schemas. */
  readonly bodies: readonly Located[];
}

interface Surroundings {
  /** Whether the schema in question is about an error. */
  readonly error: boolean;
  /** Whether a name shows this, and not only the place in an error response. */
  readonly named: boolean;
  /** Properties passed that are not about errors. */
  readonly distance: number;
  readonly inherited: ReadonlyMap<string, readonly Located[]>;
  /** The schema that this is a branch of; undefined when it is no branch. */
  readonly parent: Placed | undefined;
  readonly depth: number;
  /** Whether a text or number here is a code: right below `errors` it is, below `category` it is not. */
  readonly bare: boolean;
}

/** Properties between a response and the errors in it; farther away are resources with errors of their own. */
const farthest = 1;

/** Schemas inside each other that are looked into. */
const deepest = 100;

/** Finds the lists of error codes in the schema of an error response. `allowed` answers false once enough was looked at. */
export function readErrorSchema(references: References, schema: Located, allowed: () => boolean): SchemaCodes {
  const lists: ValueList[] = [];
  const examples: ListedValue[] = [];
  const unlisted = new Set<string>();
  const bodies: Located[] = [];
  const seen = new Map<Placed, Map<Placed | undefined, number>>();

  const visit = (given: Located, around: Surroundings): void => {
    const { error: outer, named: outerNamed, distance, inherited, parent, depth, bare } = around;
    if (depth > deepest) return;
    const shape = readShape(references, given, allowed);
    if (!shape) return;
    const named = outerNamed || shape.names.some(isErrorName);
    const error = outer || named;
    // A schema that was first met far away, or as something else, is worth a second look.
    const rank = (error ? 0 : 10) + distance;
    const ranks = seen.get(shape.node) ?? new Map<Placed | undefined, number>();
    if ((ranks.get(parent) ?? Number.POSITIVE_INFINITY) <= rank) return;
    seen.set(shape.node, ranks.set(parent, rank));
    if (error && distance === 0) bodies.push(...shape.bodies);
    const properties = new Map(inherited);
    for (const [name, schemas] of shape.properties) properties.set(name, [...(properties.get(name) ?? []), ...schemas]);
    if (shape.properties.size > 0) readObject(properties, shape, error, named);
    else if (error && bare && !shape.branches.length) readScalar(given);
    const handed = shape.branches.length > 0 ? properties : new Map<string, readonly Located[]>();
    const alone = { inherited: new Map<string, never>(), parent: undefined, depth: depth + 1 };
    for (const branch of shape.branches)
      visit(branch, { ...around, error, named, inherited: handed, parent: shape.node, depth: depth + 1 });
    for (const item of shape.items) visit(item, { error, named, distance, bare, ...alone });
    for (const [name, schemas] of shape.properties) {
      // Far inside, `details` are those of a resource.
      const about = holdsErrors(name) && (distance === 0 || isErrorName(name));
      if (!about && distance >= farthest) continue;
      // The values of `error_type` are read with the object, where its code is looked for first.
      const isOfErrors = (codeKind(name) ?? 0) < firstWeakKind;
      for (const child of schemas)
        visit(child, { error: about, named: about, distance: distance + (about ? 0 : 1), bare: about && isOfErrors, ...alone });
    }
  };

  const readObject = (
    properties: ReadonlyMap<string, readonly Located[]>,
    shape: Shape,
    error: boolean,
    named: boolean,
  ): void => {
    const names = [...properties.keys()];
    const hasMessage = names.some(isMessageName);
    // A resource that a refusal answers with has types, names and descriptions as well.
    const isError = named || names.some((name) => /mess|msg|detail|err/i.test(name));
    const weak: ListedValue[] = [];
    let open: string | undefined;
    for (let kind = 0; kind < codeKinds; kind++) {
      if (kind >= firstWeakKind && !isError) break;
      // Beside a code that is not listed, a type is the class that it is in.
      if (kind === typeKind && open !== undefined) continue;
      if (kind >= firstKindBesideMessage && !(hasMessage && error)) break;
      const found: ValueList[] = [];
      for (const [name, schemas] of properties) {
        if (codeKind(name) !== kind || !(error || namesErrorCode(name))) continue;
        for (const schema of schemas) {
          const read = readPropertyValues(references, schema, allowed);
          for (const list of read.lists) {
            const values = keepCodes(list.values, kind);
            if (values.length > 0) found.push({ owner: list.owner, values: describeSingle(values, shape, properties, name) });
          }
          if (weak.length === 0) weak.push(...read.examples.filter(({ code }) => isCodeInExample(code, name, hasMessage)));
          if (read.scalar && kind < firstWeakKind) open ??= name;
        }
      }
      if (shape.mapping && codeKind(shape.mapping.property) === kind && error && found.length === 0) {
        const values = keepCodes(shape.mapping.values, kind);
        if (values.length > 0) found.push({ owner: shape.mapping.owner, values });
      }
      if (found.length > 0) {
        lists.push(...found);
        return;
      }
    }
    if (error) examples.push(...weak);
    if (open !== undefined) unlisted.add(open);
  };

  /** A list of codes right below `errors`, or a body that is nothing but a code. */
  const readScalar = (schema: Located): void => {
    for (const { owner, values } of readPropertyValues(references, schema, allowed).lists) {
      const kept = keepCodes(values, firstWeakKind);
      if (kept.length > 0) lists.push({ owner, values: kept });
    }
  };

  visit(schema, { error: true, named: false, distance: 0, inherited: new Map(), parent: undefined, depth: 0, bare: true });
  return { lists, examples, unlisted: [...unlisted], bodies };

  function readFixedStatus(schema: Located): number | undefined {
    const status = statusIn(fixedValue(references.follow(schema)?.node));
    return typeof status === 'number' && status >= 400 ? status : undefined;
  }

  /** The one value of a schema is described by its message beside it, or by the schema. */
  function describeSingle(
    values: readonly ListedValue[],
    shape: Shape,
    properties: ReadonlyMap<string, readonly Located[]>,
    own: string,
  ): readonly ListedValue[] {
    const [only] = values;
    if (values.length !== 1 || !only) return values;
    const fixedStatus = statusNames
      .flatMap((name) => properties.get(name) ?? [])
      .map(readFixedStatus)
      .find((each) => each !== undefined);
    const status = fixedStatus === undefined ? {} : { status: fixedStatus };
    if (only.cause !== '') return [{ ...only, ...status }];
    for (const name of messageNames) {
      if (name === own) continue;
      for (const schema of properties.get(name) ?? []) {
        const node = references.follow(schema)?.node;
        const text = readText(fixedValue(node) ?? valueAt(node, 'example') ?? valueAt(node, 'default'));
        if (text !== undefined && text !== String(only.code)) return [{ ...only, ...status, cause: text }];
      }
    }
    const description = shape.description ?? '';
    return [{ ...only, ...status, cause: genericDescription.test(description) ? '' : description }];
  }
}

/** The only value that a schema allows. */
function fixedValue(schema: Placed | undefined): Placed | undefined {
  const values = listAt(schema, 'enum')?.items;
  return values?.length === 1 ? values[0] : valueAt(schema, 'const');
}

/** Descriptions that fit any error, and so describe no certain one. */
const genericDescription =
  /^(?:an?|the|this|details?|information|standard|generic|common|default|base|api)?\b[^.]{0,40}\b(?:error|errors|problem|response|object)\b[^.]{0,60}\.?$/i;

/** Whether a value of an example's property is a code. The less the name reveals, the more the value's shape has to. */
export function isCodeInExample(code: string | number, name: string, hasMessage: boolean): boolean {
  const kind = codeKind(name);
  if (kind === undefined || !isExampleCode(code)) return false;
  if (kind === strongKind) return true;
  if (typeof code === 'number' || /^\d+$/.test(code)) return namesErrorCode(name);
  if (kind < firstWeakKind) return !isReasonPhrase(code) && (isCompound(code) || hasMessage);
  // A field's name looks like a code: a value of `name` has to be written like an error.
  if (kind === 4) return hasMessage && (/^[A-Z][A-Z\d_]{3,}$/.test(code) || /(?:Error|Exception)$/.test(code));
  return isCompound(code) && (kind < firstKindBesideMessage || (hasMessage && /^[A-Za-z_-]+$/.test(code)));
}

/** Leaves out values that are no codes: HTTP statuses, words of an envelope and, below names with other meanings, plain words. */
function keepCodes(values: readonly ListedValue[], kind: number): readonly ListedValue[] {
  const kept = values.filter(({ code }) => !isErrorStatus(code) && !isEnvelopeWord(code));
  if (kind === strongKind) return kept;
  const words = kept.filter(({ code }) => typeof code === 'string' && !/^\d+$/.test(code) && !isReasonPhrase(String(code)));
  if (kind < firstWeakKind) return words;
  // A `status` in capitals is a resource's state as well.
  const isMade =
    kind === codeKinds - 1
      ? (code: string | number) =>
          /\w[_-]\w|invalid|denied|error|missing|exceed|unauth|forbid|expired|not_?found/i.test(String(code))
      : isCompound;
  return words.filter(({ code }) => isMade(code)).length * 2 >= words.length ? words : [];
}

interface Shape {
  readonly node: Placed;
  readonly properties: ReadonlyMap<string, readonly Located[]>;
  readonly branches: readonly Located[];
  readonly items: readonly Located[];
  readonly names: readonly string[];
  readonly bodies: readonly Located[];
  readonly description: string | undefined;
  readonly mapping: { readonly property: string; readonly owner: Placed; readonly values: readonly ListedValue[] } | undefined;
}

/** A schema with its `allOf` merged. */
function readShape(references: References, schema: Located, allowed: () => boolean): Shape | undefined {
  const properties = new Map<string, Located[]>();
  const branches: Located[] = [];
  const items: Located[] = [];
  const names: string[] = [];
  const bodies: Located[] = [];
  const seen = new Set<Placed>();
  let description: string | undefined;
  let mapping: Shape['mapping'];
  let node: Placed | undefined;
  const merge = (given: Located, depth: number): void => {
    const reference = textAt(given.node, '$ref');
    if (reference !== undefined) names.push(reference.slice(reference.lastIndexOf('/') + 1));
    const located = references.follow(given);
    if (!located || located.node.kind !== 'map' || seen.has(located.node) || depth > deepest || !allowed()) return;
    seen.add(located.node);
    node ??= located.node;
    description ??= readText(valueAt(located.node, 'description'));
    for (const [name, property] of references.children(references.child(located, 'properties'))) {
      const known = properties.get(name);
      if (known) known.push(property);
      else properties.set(name, [property]);
    }
    for (const key of ['oneOf', 'anyOf']) branches.push(...references.children(references.child(located, key)).map(toValue));
    for (const key of ['items', 'additionalProperties']) {
      const value = references.child(located, key);
      if (value?.node.kind === 'map') items.push(value);
    }
    // Some documents refer to a whole response where a schema belongs.
    for (const [, media] of references.children(references.child(located, 'content'))) {
      const inner = references.child(media, 'schema');
      if (inner) items.push(inner);
    }
    const example = references.child(located, 'example');
    if (example?.node.kind === 'map') bodies.push(example);
    const many = references.child(located, 'examples');
    if (many?.node.kind === 'list') bodies.push(...references.children(many).map(toValue));
    mapping ??= readMapping(references, located);
    for (const [, part] of references.children(references.child(located, 'allOf'))) merge(part, depth + 1);
  };
  merge(schema, 0);
  return node && { node, properties, branches, items, names, bodies, description, mapping };
}

function readMapping(references: References, located: Located): Shape['mapping'] {
  const discriminator = references.child(located, 'discriminator');
  const property = textAt(discriminator?.node, 'propertyName');
  const mapping = references.child(discriminator, 'mapping');
  if (property === undefined || mapping?.node.kind !== 'map') return undefined;
  const values = [...mapping.node.entries].flatMap(([key, { keyOffset }]) => {
    const code = readCode(key);
    return code === undefined ? [] : [{ code, cause: '', place: located.file === '' ? keyOffset : mapping.place }];
  });
  return { property, owner: mapping.node, values };
}

function toValue([, located]: readonly [string, Located]): Located {
  return located;
}
