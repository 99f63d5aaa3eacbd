import { isEnvelopeWord, isErrorStatus } from './codeText.ts';
import { codeKind, normalizeName, strongKind } from './errorProperties.ts';
import { readPropertyValues, type ValueList } from './enumeratedValues.ts';
import type { SchemaCodes } from './errorSchemas.ts';
import type { Located, References } from './openapiReferences.ts';
import { textAt } from './placedAccess.ts';
import type { Placed } from './placed.ts';

/** Schemas inside each other that are looked into. */
const deepest = 30;

/** A list of codes, with the status in the name of its schema: `error_404`. */
export interface NamedList extends ValueList {
  readonly status: number | undefined;
}

/** Reads schemas that are called after errors, for documents whose error responses do not mention them. */
export function readNamedSchemas(
  references: References,
  root: Located,
  readSchema: (schema: Located) => SchemaCodes,
): readonly NamedList[] {
  return sharedSchemas(references, root).flatMap(([name, schema]) => {
    const match = named.exec(name);
    if (!match) return [];
    const status = match[1] ?? match[2];
    return readSchema(schema).lists.map((list) => ({ ...list, status: status === undefined ? undefined : Number(status) }));
  });
}

const named =
  /^(?:(?:api)?errors?(?:[-_.]?(?:code|type|name|response|object|body|details?|enum))*s?|errors?[-_.]?([45]\d\d)|([45]\d\d)[-_.]?errors?)$/i;

/**
 * Finds the lists of error codes that schemas and properties announce by their names, wherever they are used: `ErrorCode`,
 * `declineCode`, the `code` of a `last_error`.
 */
export function readErrorCodeLists(references: References, root: Located, allowed: () => boolean): readonly ValueList[] {
  const lists: ValueList[] = [];
  const seen = new Set<Placed>();
  const add = (schema: Located): void => {
    for (const { owner, values } of readPropertyValues(references, schema, allowed).lists) {
      const kept = values.filter(({ code }) => !isErrorStatus(code) && !isEnvelopeWord(code));
      if (kept.length > 1) lists.push({ owner, values: kept });
    }
  };
  const visit = (given: Located, inError: boolean, depth: number): void => {
    const located = references.follow(given);
    if (!located || located.node.kind !== 'map' || depth > deepest || seen.has(located.node) || !allowed()) return;
    // A schema behind a reference is visited by its own name.
    if (textAt(given.node, '$ref') !== undefined && !inError) return;
    seen.add(located.node);
    for (const [name, property] of references.children(references.child(located, 'properties'))) {
      if (namesErrorCodes(name) || (inError && codeKind(name) === strongKind)) add(property);
      else visit(property, holdsError(name), depth + 1);
    }
    for (const key of ['allOf', 'oneOf', 'anyOf']) {
      for (const [, branch] of references.children(references.child(located, key))) visit(branch, inError, depth + 1);
    }
    for (const key of ['items', 'additionalProperties']) {
      const inner = references.child(located, key);
      if (inner) visit(inner, inError, depth + 1);
    }
  };
  for (const [name, schema] of sharedSchemas(references, root)) {
    if (namesErrorCodes(name)) add(schema);
    else visit(schema, false, 0);
  }
  return lists;
}

function sharedSchemas(references: References, root: Located): readonly (readonly [string, Located])[] {
  const shared = references.child(references.child(root, 'components'), 'schemas');
  return references.children(shared ?? references.child(root, 'definitions'));
}

/** `ErrorCode`, `ResponseErrorCode`, `ErrorCondition`, `decline_code`; no category, severity or type. */
function namesErrorCodes(name: string): boolean {
  return /(?:err|error|decline|failure|(?<!de)fault|exception|rejection|refusal|problem)(?:code|condition|codename|codeenum|key|identifier|number)s?(?:enum|values?)?$/.test(
    normalizeName(name),
  );
}

/** `last_error`, `error`, `paymentError`. */
function holdsError(name: string): boolean {
  return /errors?$|errordetails?$|errorinfo$/.test(normalizeName(name));
}
