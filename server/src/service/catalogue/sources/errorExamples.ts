import type { StatusPattern } from '../../types.ts';
import { isReasonPhrase, readCode, readText, statusIn } from './codeText.ts';
import { codeKind, codeKinds, holdsErrors, isMessageName, messageNames, namesErrorCode, statusNames } from './errorProperties.ts';
import { isCodeInExample } from './errorSchemas.ts';
import type { Located, References } from './openapiReferences.ts';
import { placeValue, valueAt } from './placedAccess.ts';
import type { Placed } from './placed.ts';

/** A code in an example of an error response. */
export interface ExampleCode {
  readonly code: string | number;
  /** The example's message; empty when it has no message. */
  readonly cause: string;
  readonly place: number;
  /** The status that the example itself gives. */
  readonly status: StatusPattern | undefined;
}

const deepest = 20;

/** Finds the error codes in an example of an error response's body. */
export function readErrorExample(references: References, body: Located, allowed: () => boolean): readonly ExampleCode[] {
  const found: ExampleCode[] = [];
  const visit = (located: Located, error: boolean, depth: number): void => {
    if (depth > deepest || !allowed()) return;
    const { node } = located;
    if (node.kind === 'list') for (const [, item] of references.children(located)) visit(item, error, depth + 1);
    if (node.kind !== 'map') return;
    readObject(located, error);
    for (const [name, child] of references.children(located)) visit(child, holdsErrors(name), depth + 1);
  };
  const readObject = (located: Located, error: boolean): void => {
    const entries = references.children(located);
    const hasMessage = entries.some(([name]) => isMessageName(name));
    for (let kind = 0; kind < codeKinds; kind++) {
      const codes = entries.flatMap(([name, { node, place }]) => {
        if (codeKind(name) !== kind || node.kind !== 'scalar' || !(error || namesErrorCode(name))) return [];
        const code = readCode(node.value);
        return code !== undefined && isCodeInExample(code, name, hasMessage) ? [{ code, place, name }] : [];
      });
      for (const { code, place, name } of codes) {
        found.push({ code, place, cause: findMessage(located.node, name, code), status: findStatus(located.node) });
      }
      if (codes.length > 0) return;
    }
  };
  visit(parseText(body), true, 0);
  return found;
}

function findMessage(node: Placed, own: string, code: string | number): string {
  for (const name of messageNames) {
    const text = name === own ? undefined : readText(valueAt(node, name));
    // A reason phrase adds nothing to the status.
    if (text !== undefined && text !== String(code) && !isReasonPhrase(text)) return text;
  }
  return '';
}

function findStatus(node: Placed): StatusPattern | undefined {
  for (const name of statusNames) {
    const status = statusIn(valueAt(node, name));
    if (typeof status === 'number' && status >= 400) return status;
  }
  return undefined;
}

/** Reads a body that is a string of JSON as its content; all its parts have the place of the string. */
function parseText(body: Located): Located {
  const { node } = body;
  if (node.kind !== 'scalar' || typeof node.value !== 'string' || !/^\s{0,99}[[{]/.test(node.value)) return body;
  if (node.value.length > 20_000) return body;
  try {
    return { ...body, node: placeValue(JSON.parse(node.value), node.offset) };
  } catch {
    // Text that only begins like JSON is an example as it is.
    return body;
  }
}
