import type { StatusPattern } from '../../types.ts';
import { isErrorStatus, isReasonPhrase, readStatus } from './codeText.ts';
import { isErrorName } from './errorProperties.ts';
import type { Located, References } from './openapiReferences.ts';
import { textAt } from './placedAccess.ts';
import type { Placed } from './placed.ts';

/** One error response of a document, under a status that it is given with. */
export interface ErrorResponse {
  readonly response: Located;
  /** Undefined for `default`, and where only a shared response's name shows that it is about an error. */
  readonly status: StatusPattern | undefined;
  readonly description: string;
}

const methods = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace', 'query'];

/** The operations of all paths, one after the other. */
export function* operationsOf(references: References, root: Located): Iterable<Located> {
  for (const [, given] of references.children(references.child(root, 'paths'))) {
    const path = references.follow(given);
    for (const method of methods) {
      const operation = references.follow(references.child(path, method));
      if (operation) yield operation;
    }
  }
}

/** The error responses (4xx, 5xx and `default`) of all operations, and shared ones that no operation names; each once. */
export function findErrorResponses(references: References, root: Located): readonly ErrorResponse[] {
  const found: ErrorResponse[] = [];
  const seen = new Map<Placed, Set<StatusPattern | undefined>>();
  const add = (given: Located, status: StatusPattern | undefined): void => {
    const response = references.follow(given);
    if (!response) return;
    const statuses = seen.get(response.node) ?? new Set<StatusPattern | undefined>();
    if (statuses.has(status)) return;
    seen.set(response.node, statuses.add(status));
    found.push({ response, status, description: textAt(response.node, 'description') ?? '' });
  };
  for (const operation of operationsOf(references, root)) {
    const named = references.children(references.follow(references.child(operation, 'responses')));
    const hasOthers = named.some(([key]) => /^[123]/.test(key));
    for (const [key, response] of named) {
      const status = readStatus(key);
      // Without any other response `default` is the operation's answer in case of success.
      if (key === 'default') {
        if (hasOthers) add(response, undefined);
        continue;
      }
      if (status !== undefined && /^[45]/.test(String(status))) add(response, status);
    }
  }
  const components = references.child(root, 'components');
  for (const shared of [references.child(components, 'responses'), references.child(root, 'responses')]) {
    for (const [name, given] of references.children(shared)) {
      const response = references.follow(given);
      if (!response || seen.has(response.node)) continue;
      const status = /(?:^|\D)([45]\d\d)(?:\D|$)/.exec(name)?.[1];
      if (status !== undefined && isErrorStatus(status)) add(given, Number(status));
      else if (isErrorName(name) || (isReasonPhrase(name) && !/^(?:ok|created|accepted|no.?content|found)$/i.test(name))) {
        add(given, undefined);
      }
    }
  }
  return found;
}
