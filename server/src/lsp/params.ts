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
  const { textDocument } = readObject(params);
  const uri = typeof textDocument === 'object' && textDocument !== null && 'uri' in textDocument ? textDocument.uri : undefined;
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
  const { range } = readObject(params);
  if (typeof range !== 'object' || range === null || !('start' in range) || !('end' in range))
    throw invalid('range must have a start and an end.');
  if (!isPosition(range.start) || !isPosition(range.end)) throw invalid('range.start and range.end must be positions.');
  return { start: range.start, end: range.end };
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
  return (
    typeof value === 'object' &&
    value !== null &&
    'line' in value &&
    'character' in value &&
    isIndex(value.line) &&
    isIndex(value.character)
  );
}

function isIndex(value: unknown): boolean {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}
