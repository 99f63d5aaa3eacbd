import { longestRequestId } from '../../shared/requestIdSpellings.ts';

/** The ids that a look-up is asked for, each once. A problem is a sentence that names the place. */
export interface RequestIds {
  readonly ids: readonly string[];
  readonly problems: readonly string[];
}

/** Reads a request id as a user gives it, without the space around it. */
export function readRequestId(given: string): RequestIds {
  const id = given.trim();
  if (id === '' || /[\r\n]/.test(id)) return { ids: [], problems: ['The request id is empty or has several lines.'] };
  if (id.length > longestRequestId)
    return { ids: [], problems: [`The request id is longer than ${longestRequestId} characters.`] };
  return { ids: [id], problems: [] };
}
