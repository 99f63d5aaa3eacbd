import * as l10n from '@vscode/l10n';
import type { SourceLocation, StatusPattern } from '../../types.ts';
import type { CatalogueFileCode } from '../catalogueFile.ts';
import { count } from '../../../shared/count.ts';
import { mostCodes, noteTooMany } from './createReading.ts';
import { findWord } from './findWord.ts';
import { listErrorCodes, readExceptionName } from './codeDescriptions.ts';
import { isExampleCode, isReasonPhrase, joinSentences, readText } from './codeText.ts';
import { readErrorExample } from './errorExamples.ts';
import { readErrorSchema, type SchemaCodes } from './errorSchemas.ts';
import type { ListedValue } from './enumeratedValues.ts';
import { readErrorCodeLists, readNamedSchemas } from './namedSchemas.ts';
import type { Located, References } from './openapiReferences.ts';
import { createExamplePins, type ExamplePin } from './examplePins.ts';
import { type ErrorResponse, findErrorResponses } from './openapiResponses.ts';
import { valueAt } from './placedAccess.ts';
import { toCode } from './rowCodes.ts';
import type { Placed } from './placed.ts';
import type { FoundCode, SourceNote } from './source.ts';
import reasonPhrases from '../../../generated/reasonPhrases.json' with { type: 'json' };

/** The codes of the error responses. */
export interface DescriptionReading {
  readonly codes: readonly FoundCode[];
  readonly from: readonly string[];
  readonly notes: readonly SourceNote[];
}

/** Schemas and values looked at before the rest is left out. */
const mostSteps = 1_000_000;
/** A single response that is described as `RestException` names a class of the server's, not a code. */
const fewestExceptions = 3;

/** A list of codes with the statuses that its responses have. */
interface Listing {
  readonly values: readonly ListedValue[];
  readonly statuses: Set<StatusPattern>;
  /** Statuses under which there is no other code. */
  readonly alone: Set<StatusPattern>;
  /** The description of a response that has no other code. */
  description: string | undefined;
}

function listingOf(values: readonly ListedValue[], statuses: Set<StatusPattern>): Listing {
  return { values, statuses, alone: new Set(), description: undefined };
}

/** Reads the codes of every error response. Files that are asked for and not loaded are left out. */
export function readDescription(
  references: References,
  root: Located,
  text: string,
  locate: (offset: number) => SourceLocation,
): DescriptionReading {
  const notes: SourceNote[] = [];
  let steps = 0;
  const allowed = (cost = 1): boolean => {
    steps += cost;
    return steps <= mostSteps;
  };
  const responses = findErrorResponses(references, root);
  const exceptions = new Set(
    responses.map(({ description }) => readExceptionName(description)).filter((name) => name !== undefined),
  );
  const namesExceptions = exceptions.size >= fewestExceptions;
  const schemas = new Map<Placed, SchemaCodes>();
  const listings = new Map<Placed, Listing>();
  const statusesOfLists = new Map<string, Set<StatusPattern>>();
  const examples = createExamplePins();
  const unlisted = new Set<string>();
  const told: FoundCode[] = [];
  let telling = 0;

  const readSchema = (schema: Located): SchemaCodes => {
    // The node behind a reference: a schema that hundreds of responses share is read once.
    const key = references.follow(schema)?.node ?? schema.node;
    const known = schemas.get(key) ?? readErrorSchema(references, schema, allowed);
    schemas.set(key, known);
    return known;
  };

  /** A list that is written out again under every status is the same list. */
  const sharedStatuses = (values: readonly ListedValue[]): Set<StatusPattern> => {
    const key = values.length === 1 ? undefined : values.map(({ code }) => code).join(' ');
    const statuses = (key !== undefined && statusesOfLists.get(key)) || new Set<StatusPattern>();
    if (key !== undefined) statusesOfLists.set(key, statuses);
    return statuses;
  };

  const readResponse = ({ response, status, description }: ErrorResponse): void => {
    if (!allowed()) return;
    const { bodies, schemas: parts } = findParts(references, response);
    const read = parts.map(readSchema);
    const lists = new Map(read.flatMap(({ lists: each }) => each).map(({ owner, values }) => [owner, values]));
    const shown = [...bodies, ...read.flatMap((each) => each.bodies)].flatMap((body) =>
      readErrorExample(references, body, allowed),
    );
    for (const example of shown) examples.add(example, status);
    for (const example of read.flatMap((each) => each.examples)) examples.add({ ...example, status: undefined }, status);
    for (const name of read.flatMap((each) => each.unlisted)) unlisted.add(name);
    const exception = namesExceptions ? readExceptionName(description) : undefined;
    const described = exception === undefined ? listErrorCodes(description) : [{ code: exception, cause: '' }];
    const place = descriptionPlace(response);
    for (const { code, cause } of described) {
      told.push(found({ code: toCode(code), cause, ...toKnownStatus(status) }, place));
    }
    const listedHere = [...lists.values()].flat();
    // The cost of a document grows with the values of each response, even if these share a few lists.
    if (!allowed(listedHere.length)) return;
    const codes = new Set(listedHere.map(({ code }) => String(code)));
    for (const [owner, values] of lists) {
      const listing = listings.get(owner) ?? listingOf(values, sharedStatuses(values));
      listings.set(owner, listing);
      if (status !== undefined) listing.statuses.add(status);
      if (codes.size !== 1) continue;
      if (status !== undefined) listing.alone.add(status);
      listing.description ??= readText(valueAt(response.node, 'description'));
    }
    if (codes.size + shown.length + described.length > 0) telling++;
  };

  const found = (entry: CatalogueFileCode, place: number): FoundCode => ({
    entry,
    location: locate(findWord(text, String(entry.code), place)),
  });

  for (const response of responses) readResponse(response);
  const from = telling > 0 ? [count(telling, 'response')] : [];
  if (listings.size === 0 && told.length === 0) {
    const named = readNamedSchemas(references, root, readSchema);
    for (const { owner, values, status } of named)
      listings.set(owner, listingOf(values, new Set(status === undefined ? [] : [status])));
    if (named.length > 0) from.push(count(named.length, 'schema'));
  }
  const apart = readErrorCodeLists(references, root, allowed).filter(({ owner }) => !listings.has(owner));
  for (const { owner, values } of apart) listings.set(owner, listingOf(values, new Set()));
  if (apart.length > 0) from.push(count(apart.length, 'enum'));

  const pins = examples.collect();
  const codes: FoundCode[] = [];
  const listed = new Set(told.map(({ entry }) => String(entry.code)));
  for (const listing of listings.values()) {
    for (const value of listing.values) {
      listed.add(String(value.code));
      const entry = describe(value, listing, pins.get(String(value.code)));
      if (!repeatsStatus(entry)) codes.push(found(entry, value.place));
    }
  }
  codes.push(...told);
  const before = codes.length;
  for (const { code, place, statuses, messages } of pins.values()) {
    if (listed.has(String(code)) || !isExampleCode(code)) continue;
    const cause = joinSentences(messages);
    const entry = { code, ...toStatus(statuses), cause, source: 'example', ...(cause === '' ? {} : { inferred: ['cause'] }) };
    if (!repeatsStatus(entry)) codes.push(found(entry, place));
  }
  notes.push(...explain(responses.length, before, codes.length, [...unlisted]));
  if (steps > mostSteps) {
    const message = l10n.t('The document is too large: not all of its schemas were read.');
    notes.push({ line: undefined, message, severity: 'error' });
  }
  notes.push(...noteTooMany(codes.length));
  return { codes: codes.slice(0, mostCodes), from, notes };
}

/**
 * The status of a listed code. If only responses with one status use its list, it has that status. `default` means any status
 * and gives none. A list that several share (one `ErrorCode` for the whole API) does not assign its codes to statuses. Then the
 * first of these counts, and without any of them the code has no status:
 * - the statuses of responses in which the code is the only one;
 * - the statuses of examples;
 * - the status whose reason phrase the code is called after, which is a conclusion and marked so.
 */
function describe(value: ListedValue, listing: Listing, pin: ExamplePin | undefined): CatalogueFileCode {
  const { code } = value;
  const inferred: string[] = [];
  let status: StatusField = {};
  if (value.status !== undefined) status = { status: value.status };
  else if (listing.statuses.size === 1) status = toStatus(listing.statuses);
  else if (listing.alone.size > 0) status = toStatus(listing.alone);
  else if (pin && pin.statuses.size > 0) status = toStatus(pin.statuses);
  else {
    // A schema of its own for one code that is reached only through `default` is called after its status as well.
    const possible = listing.statuses.size > 0 ? listing.statuses : listing.values.length === 1 ? errorStatuses : [];
    const named = [...possible].filter((each) => isCalledAfter(code, each));
    if (named.length === 1) {
      status = toStatus(new Set(named));
      inferred.push('status');
    }
  }
  let { cause } = value;
  if (cause === '' && pin && pin.messages.length > 0) {
    cause = joinSentences(pin.messages);
    inferred.push('cause');
  }
  if (cause === '' && listing.description !== undefined) {
    cause = listing.description;
    inferred.push('cause');
  }
  const name = value.name === undefined ? {} : { name: value.name };
  return { code, ...name, ...status, cause, ...(inferred.length > 0 ? { inferred } : {}) };
}

/** Whether a code is only the number of its own status, and so adds nothing to it. */
function repeatsStatus({ code, status }: CatalogueFileCode): boolean {
  return String(code) === String(status);
}

type StatusField = Pick<CatalogueFileCode, 'status'>;

const errorStatuses: readonly number[] = Object.keys(reasonPhrases)
  .map(Number)
  .filter((status) => status >= 400);
const phrases: Readonly<Record<string, string>> = reasonPhrases;

function isCalledAfter(code: string | number, status: StatusPattern): boolean {
  const plain = (words: string): string =>
    words
      .toLowerCase()
      .replace(/[^a-z]/g, '')
      .replace(/error$/, '');
  const phrase = phrases[String(status)];
  return phrase !== undefined && isReasonPhrase(phrase) && plain(phrase) === plain(String(code));
}

/** A status that is registered, or a class: converters make others up. */
function toKnownStatus(status: StatusPattern | undefined): StatusField {
  return status === undefined || (typeof status === 'number' && !(String(status) in phrases)) ? {} : { status };
}

function toStatus(statuses: ReadonlySet<StatusPattern>): StatusField {
  const [first, ...others] = [...statuses].sort((one, other) => String(one).localeCompare(String(other)));
  if (first === undefined) return {};
  return { status: others.length === 0 ? first : [first, ...others] };
}

/** The schemas and example bodies of a response, in OpenAPI 3 and in Swagger 2. */
function findParts(references: References, response: Located): { schemas: Located[]; bodies: Located[] } {
  const schemas: Located[] = [];
  const bodies: Located[] = [];
  const content = references.children(references.child(response, 'content')).map(([, media]) => media);
  for (const given of [...content, response]) {
    const media = references.follow(given);
    if (!media) continue;
    const schema = references.child(media, 'schema');
    if (schema) schemas.push(schema);
    const example = references.follow(references.child(media, 'example'));
    if (example) bodies.push(example);
    for (const [, each] of references.children(references.child(media, 'examples'))) {
      const named = references.follow(each);
      // Swagger 2 has the body itself where OpenAPI 3 has an object with `value`.
      const body = references.follow(references.child(named, 'value') ?? (given === response ? named : undefined));
      if (body) bodies.push(body);
    }
  }
  return { schemas, bodies };
}

function descriptionPlace(response: Located): number {
  const description = valueAt(response.node, 'description');
  return description && response.place === response.node.offset ? description.offset : response.place;
}

function explain(responses: number, listed: number, all: number, unlisted: readonly string[]): readonly SourceNote[] {
  const note = (message: string): SourceNote[] => [{ line: undefined, message, severity: 'information' }];
  if (listed > 0) return [];
  if (all > 0) return note(l10n.t('The schemas list no error codes. The codes come from examples and may be incomplete.'));
  if (responses === 0)
    return note(l10n.t('The document describes no error responses (4xx, 5xx or default), and so no error codes.'));
  if (unlisted.length === 0) return note(l10n.t('None of the {0} error responses has an error code.', responses));
  const names = unlisted.slice(0, 3).join(', ');
  return note(l10n.t('None of the {0} error responses lists the values of its error code ({1}).', responses, names));
}
