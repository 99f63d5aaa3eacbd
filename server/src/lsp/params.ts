import { ErrorCodes, type Position, type Range, ResponseError } from 'vscode-languageserver';

/** Reads a value from the client as an object. @throws InvalidParams for any other value */
export function readObject(params: unknown): Readonly<Record<string, unknown>> {
  if (typeof params !== 'object' || params === null || Array.isArray(params)) throw invalid('The parameters must be an object.');
  return params as Record<string, unknown>;
}

/** Reads a value from the client as an object; any other value gives an empty object. */
export function readRecord(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

/** Whether something has a start and an end, both positions. */
export function isRangeLike(value: unknown): boolean {
  const { start, end } = readRecord(value);
  return isPosition(start) && isPosition(end);
}

/** The address in `textDocument.uri`. @throws InvalidParams when it is missing */
export function readDocumentUri(params: unknown): string {
  const { uri } = readRecord(readObject(params)['textDocument']);
  if (typeof uri !== 'string') throw invalid('textDocument.uri must be a string.');
  return uri;
}

/** The position in `position`. @throws InvalidParams when it is missing */
export function readPosition(params: unknown): Position {
  const { position } = readObject(params);
  if (!isPosition(position)) throw invalid('position must have a line and a character, both whole numbers from 0.');
  return position;
}

/** The range in `range`. @throws InvalidParams when it is missing */
export function readRange(params: unknown): Range {
  const { start, end } = readRecord(readObject(params)['range']);
  if (!isPosition(start) || !isPosition(end)) throw invalid('range.start and range.end must be positions.');
  return { start, end };
}

/** A member that is a string. @throws InvalidParams */
export function readString(params: Readonly<Record<string, unknown>>, key: string): string {
  const value = readOptionalString(params, key);
  if (value === undefined) throw invalid(`${key} must be a string.`);
  return value;
}

/** A member that is a string or absent. @throws InvalidParams */
export function readOptionalString(params: Readonly<Record<string, unknown>>, key: string): string | undefined {
  const value = params[key];
  if (value !== undefined && typeof value !== 'string') throw invalid(`${key} must be a string.`);
  return value;
}

/** A member that is a list of strings or absent. @throws InvalidParams */
export function readOptionalStrings(params: Readonly<Record<string, unknown>>, key: string): readonly string[] | undefined {
  const value = params[key];
  if (value === undefined) return undefined;
  if (!Array.isArray(value) || !value.every((entry): entry is string => typeof entry === 'string'))
    throw invalid(`${key} must be a list of strings.`);
  return value;
}

/** The error that answers parameters of the wrong shape (JSON-RPC 2.0, section 5.1). */
export function invalid(message: string): ResponseError<never> {
  return new ResponseError<never>(ErrorCodes.InvalidParams, message);
}

function isPosition(value: unknown): value is Position {
  const { line, character } = readRecord(value);
  return isIndex(line) && isIndex(character);
}

/** Whether something is a whole number from 0. */
export function isIndex(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}
